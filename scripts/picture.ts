/** Pictures of pages as small PNG files: a palette in place of sixteen million colours, which a page of paper and ink never has. */
import UPNG from 'upng-js';

/** @param png as the browser gives it; @param colours at most 256 */
export function withPalette(png: Buffer, colours = 128): Buffer {
  const { width, height, pixels } = pixelsOf(png);
  return Buffer.from(UPNG.encode([pixels.slice().buffer], width, height, colours));
}

export interface Pixels {
  width: number;
  height: number;
  /** Four bytes each: red, green, blue, opacity. */
  pixels: Uint8Array<ArrayBuffer>;
}

export function pixelsOf(png: Buffer): Pixels {
  const image = UPNG.decode(Uint8Array.from(png).buffer);
  const [frame] = UPNG.toRGBA8(image);
  if (!frame) throw new Error('The picture holds nothing.');
  return { width: image.width, height: image.height, pixels: new Uint8Array(frame) };
}
