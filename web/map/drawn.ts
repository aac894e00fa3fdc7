/**
 * A small sheet to draw a pattern on that is read at once. Kept from the graphics card: reading back from there takes a
 * tenth of a second each on a desk's machine.
 */
export const drawnOn = (side: number): OffscreenCanvasRenderingContext2D | null =>
  new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
