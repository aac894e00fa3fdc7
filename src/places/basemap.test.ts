import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Basemap, basemap } from './basemap.ts';
import { polygonsOf } from './geometry.ts';

const gzipped = (map: Basemap) => gzipSync(JSON.stringify(map)).length;
const country = (map: Basemap, iso3: string) => map.countries.features.filter((f) => f.properties.iso3 === iso3);
const corners = (map: Basemap, iso3: string) =>
  country(map, iso3).reduce((sum, f) => sum + polygonsOf(f.geometry).flat(2).length, 0);

describe('basemap', () => {
  const world = basemap();

  it('has every country once, named in three languages, and land borders', () => {
    expect(country(world, 'CAF').map((f) => f.properties)).toEqual([
      {
        iso3: 'CAF',
        en: 'Central African Republic',
        fr: 'République centrafricaine',
        ar: 'جمهورية أفريقيا الوسطى',
      },
    ]);
    expect(new Set(world.countries.features.map((f) => f.properties.iso3)).size).toBeGreaterThan(230);
    expect(world.borders.coordinates.length).toBeGreaterThan(150);
  });

  it.each([[[]], [['CAF']], [['COD']], [['MLI', 'SSD']], [['RUS']], [['IDN']]])(
    'stays below 400 kB gzipped with focus on %j, and loses no country to it',
    (focus) => {
      const map = basemap(focus);
      expect(gzipped(map)).toBeLessThan(400_000);
      const codes = new Set(map.countries.features.map((f) => f.properties.iso3));
      for (const { properties } of world.countries.features) expect(codes).toContain(properties.iso3);
    },
  );

  it('draws the country in focus and its neighbours finer than the world does', () => {
    const map = basemap(['CAF']);
    for (const iso3 of ['CAF', 'TCD', 'CMR']) expect(corners(map, iso3)).toBeGreaterThan(3 * corners(world, iso3));
    expect(corners(map, 'BRA')).toBe(corners(world, 'BRA'));
  });
});
