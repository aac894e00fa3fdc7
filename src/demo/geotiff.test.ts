import { expect, test } from 'vitest';
import { geotiff } from './geotiff.ts';
import { tamrin } from './tamrin/index.ts';

/** The tags of a little-endian TIFF with one directory: type, count and where the value stands. */
function readTags(file: Buffer): Map<number, { count: number; at: number }> {
  expect([file.toString('latin1', 0, 2), file.readUInt16LE(2)]).toEqual(['II', 42]);
  const start = file.readUInt32LE(4);
  const sizes: Record<number, number> = { 2: 1, 3: 2, 4: 4, 12: 8 };
  return new Map(
    Array.from({ length: file.readUInt16LE(start) }, (_, i) => {
      const entry = start + 2 + i * 12;
      const count = file.readUInt32LE(entry + 4);
      const inline = count * (sizes[file.readUInt16LE(entry + 2)] ?? 0) <= 4;
      return [file.readUInt16LE(entry), { count, at: inline ? entry + 8 : file.readUInt32LE(entry + 8) }];
    }),
  );
}

test('a raster of the country comes back from its file: size, place, values, and nothing at sea', () => {
  const country = tamrin({ incidents: 100 });
  const { height_m, people_per_km2, minutes_per_km_dry, minutes_per_km_rains } = country.rasters();
  const file = geotiff(height_m);
  const tags = readTags(file);
  const long = (id: number) => file.readUInt32LE(tags.get(id)?.at ?? 0);
  expect([long(256), long(257)]).toEqual([height_m.width, height_m.height]);
  const tie = tags.get(33922)?.at ?? 0;
  expect([file.readDoubleLE(tie + 24), file.readDoubleLE(tie + 32)]).toEqual([height_m.west, height_m.north]);
  const pixels = long(273);
  expect(file.length).toBe(pixels + 4 * height_m.values.length);
  for (const i of [0, 70_000, 80_123]) expect(file.readFloatLE(pixels + 4 * i)).toEqual(height_m.values[i]);

  const land = [...height_m.values.keys()].filter((i) => !Number.isNaN(height_m.values[i]));
  expect(land.length).toBeGreaterThan(20_000);
  expect(Number.isNaN(height_m.values[0])).toBe(true);
  const people = land.reduce((sum, i) => sum + (people_per_km2.values[i] ?? 0), 0);
  const settled = country.places.reduce((sum, p) => sum + (p.population ?? 0), 0);
  expect(people).toBeGreaterThan(settled * 0.99);
  expect(people).toBeLessThan(settled * 1.3);
  expect(land.every((i) => (minutes_per_km_rains.values[i] ?? 0) > (minutes_per_km_dry.values[i] ?? 0))).toBe(true);
});
