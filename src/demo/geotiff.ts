/**
 * A grid as a GeoTIFF file (TIFF 6.0, GeoTIFF 1.1): 32-bit floats, one strip, not compressed, WGS 84, `nan` where there
 * is nothing. Plain enough to write in a page and to be read by everything.
 */
import type { Raster } from './tamrin/index.ts';

const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;
const ASCII = 2;
const SIZES: Record<number, number> = { [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8, [ASCII]: 1 };

/** Geographic, pixel is area, EPSG:4326. */
const GEO_KEYS = [1, 1, 1, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326];

type Tag = { id: number; type: number; values: number[] };

export function geotiff({ width, height, west, north, cell, values }: Raster): Buffer {
  const tags: Tag[] = [
    { id: 256, type: LONG, values: [width] },
    { id: 257, type: LONG, values: [height] },
    { id: 258, type: SHORT, values: [32] },
    { id: 259, type: SHORT, values: [1] },
    { id: 262, type: SHORT, values: [1] },
    { id: 273, type: LONG, values: [0] },
    { id: 277, type: SHORT, values: [1] },
    { id: 278, type: LONG, values: [height] },
    { id: 279, type: LONG, values: [values.length * 4] },
    { id: 339, type: SHORT, values: [3] },
    { id: 33550, type: DOUBLE, values: [cell[0], cell[1], 0] },
    { id: 33922, type: DOUBLE, values: [0, 0, 0, west, north, 0] },
    { id: 34735, type: SHORT, values: GEO_KEYS },
    { id: 42113, type: ASCII, values: [...Buffer.from('nan\0')] },
  ];
  const bytes = ({ type, values: of }: Tag) => (SIZES[type] ?? 1) * of.length;
  const directory = 8;
  const afterDirectory = directory + 2 + tags.length * 12 + 4;
  const pixels = tags.reduce((end, tag) => (bytes(tag) > 4 ? end + bytes(tag) : end), afterDirectory);
  const file = Buffer.alloc(pixels + values.length * 4);
  file.write('II');
  file.writeUInt16LE(42, 2);
  file.writeUInt32LE(directory, 4);
  file.writeUInt16LE(tags.length, directory);
  let free = afterDirectory;
  tags.forEach((tag, i) => {
    const entry = directory + 2 + i * 12;
    file.writeUInt16LE(tag.id, entry);
    file.writeUInt16LE(tag.type, entry + 2);
    file.writeUInt32LE(tag.values.length, entry + 4);
    let to = entry + 8;
    if (bytes(tag) > 4) {
      file.writeUInt32LE(free, entry + 8);
      to = free;
      free += bytes(tag);
    }
    for (const value of tag.id === 273 ? [pixels] : tag.values) {
      if (tag.type === DOUBLE) file.writeDoubleLE(value, to);
      else if (tag.type === LONG) file.writeUInt32LE(value, to);
      else if (tag.type === SHORT) file.writeUInt16LE(value, to);
      else file.writeUInt8(value, to);
      to += SIZES[tag.type] ?? 1;
    }
  });
  values.forEach((value, i) => {
    file.writeFloatLE(value, pixels + i * 4);
  });
  return file;
}
