/** Imprecision drawn as imprecision: a pale disc with a dashed edge, one for each step of the scale. */
import type { Map as MapLibre } from 'maplibre-gl';
import { drawnOn } from './drawn.ts';
import { GROUND } from './ground.ts';
import type { Palette } from './palette.ts';
import { RING_RADIUS } from './style.ts';

const PIXEL_RATIO = 2;
const MARGIN = 3;

function drawRing(colour: string, edge: string): ImageData | undefined {
  const size = (RING_RADIUS + MARGIN) * 2 * PIXEL_RATIO;
  const context = drawnOn(size);
  if (!context) return undefined;
  const middle = size / 2;
  context.arc(middle, middle, RING_RADIUS * PIXEL_RATIO, 0, Math.PI * 2);
  context.globalAlpha = 0.3;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = edge;
  context.lineWidth = 5 * PIXEL_RATIO;
  // Ten dashes and gaps, so that they meet where the circle closes.
  const dash = (Math.PI * 2 * RING_RADIUS * PIXEL_RATIO) / 20;
  context.setLineDash([dash * 1.1, dash * 0.9]);
  context.stroke();
  return context.getImageData(0, 0, size, size);
}

export function addRings(map: MapLibre, { steps }: Palette): void {
  const side = RING_RADIUS * 2 * PIXEL_RATIO;
  map.addImage(GROUND, new ImageData(side, side), { pixelRatio: PIXEL_RATIO });
  steps.forEach((colour, step) => {
    // The palest edges would not be seen; the first three share the third's.
    const image = drawRing(colour, steps[Math.max(2, step)] ?? colour);
    if (image) map.addImage(`ring-${step}`, image, { pixelRatio: PIXEL_RATIO });
  });
}
