/** Where nobody reports from: lines over the land, as on a survey's blank sheet. Never a colour of the scale. */
import type { Map as MapLibre } from 'maplibre-gl';
import { drawnOn } from './drawn.ts';
import { HATCH } from './ground.ts';
import type { Palette } from './palette.ts';

const PIXEL_RATIO = 2;
/** Pixels from line to line. */
const STEP = 9;

export function addHatch(map: MapLibre, { label }: Palette): void {
  const side = STEP * PIXEL_RATIO;
  const context = drawnOn(side);
  if (!context) return;
  context.globalAlpha = 0.55;
  context.strokeStyle = label;
  context.lineWidth = PIXEL_RATIO;
  // Three, so that what is cut off at a corner is drawn in the next tile.
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - side, side * 2);
    context.lineTo(shift + side * 2, -side);
  }
  context.stroke();
  map.addImage(HATCH, context.getImageData(0, 0, side, side), { pixelRatio: PIXEL_RATIO });
}
