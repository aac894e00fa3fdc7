import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { makeAreaFinder, type Outline } from './area-finder.ts';
import { box } from './shapes.test-help.ts';

const area = (code: string, level: Outline['level'], parentCode: string | null, geometry: Polygon): Outline => ({
  code,
  name: `The ${code}`,
  level,
  parentCode,
  geometry,
});
const ref = (code: string) => ({ code, name: `The ${code}` });

/** West and east, each of a north and a south, in a country somewhere else than the map says: in the open Atlantic. */
const invented = [
  area('CF', 0, null, box(-30, 0, -28, 2)),
  area('W', 1, 'CF', box(-30, 0, -29, 2)),
  area('E', 1, 'CF', box(-29, 0, -28, 2)),
  area('WS', 2, 'W', box(-30, 0, -29, 1)),
  area('WN', 2, 'W', box(-30, 1, -29, 2)),
  area('ES', 2, 'E', box(-29, 0, -28, 1)),
  area('EN', 2, 'E', box(-29, 1, -28, 2)),
];
const KM = 1 / 111.2;

describe('makeAreaFinder', () => {
  const find = makeAreaFinder(invented);

  it('names country and divisions', () => {
    expect(find([-29.5, 0.5])).toEqual({ country: 'CAF', adm1: ref('W'), adm2: ref('WS') });
    expect(find([-28.5, 1.5])).toEqual({ country: 'CAF', adm1: ref('E'), adm2: ref('EN') });
  });

  it('has 3 km of patience, and no more', () => {
    expect(find([-28 + 2 * KM, 0.5])).toEqual({ country: 'CAF', adm1: ref('E'), adm2: ref('ES') });
    expect(find([-28 + 4 * KM, 0.5])).toEqual({ country: null, adm1: null, adm2: null });
  });

  it('lets the finest area decide where levels were drawn by different hands', () => {
    const find = makeAreaFinder([...invented.slice(0, 3), area('ES', 2, 'E', box(-29.2, 0, -28, 1))]);
    expect(find([-29.1, 0.5])).toMatchObject({ adm1: ref('E'), adm2: ref('ES') });
    expect(find([-29.1, 1.5])).toMatchObject({ adm1: ref('W'), adm2: null });
  });

  it('does not reach for a second level in another first', () => {
    const find = makeAreaFinder([...invented.slice(0, 3), area('ES', 2, 'E', box(-29, 0, -28, 1))]);
    expect(find([-29 - 1 * KM, 0.5])).toMatchObject({ adm1: ref('W'), adm2: null });
    expect(find([-28.5, 1 + 1 * KM])).toMatchObject({ adm1: ref('E'), adm2: ref('ES') });
  });

  it('finds the first level through a set of second and third ones', () => {
    const find = makeAreaFinder([
      area('W', 1, 'CF', box(-30, 0, -29, 2)),
      area('WS', 2, 'W', box(-30, 0, -29, 1)),
      area('WS1', 3, 'WS', box(-29, 0, -28, 1)),
    ]);
    expect(find([-28.5, 0.5])).toEqual({ country: 'CAF', adm1: ref('W'), adm2: ref('WS') });
  });

  it('takes a code that ISO leaves to its users as the set says it', () => {
    const kosovo = area('XKX', 0, null, box(-30, 0, -28, 2));
    expect(makeAreaFinder([kosovo])([-29.5, 0.5]).country).toBe('XKX');
  });

  it('asks the atlas for the country that the set does not name, at the area that holds the point', () => {
    const lobaye = area('LB', 1, null, box(17, 3.5, 18.7, 4.5));
    expect(makeAreaFinder([lobaye])([18.62, 4.34])).toMatchObject({ country: 'CAF', adm1: ref('LB') }); // Zongo: COD
    expect(makeAreaFinder([])([18.62, 4.34])).toEqual({ country: 'COD', adm1: null, adm2: null });
    expect(makeAreaFinder([area('Zone 1', 0, null, box(17, 3.5, 18.7, 4.5))])([18, 4]).country).toBe('CAF');
  });

  it('survives parents that name each other', () => {
    const find = makeAreaFinder([area('A', 2, 'B', box(-30, 0, -29, 1)), area('B', 2, 'A', box(-29, 0, -28, 1))]);
    expect(find([-29.5, 0.5])).toEqual({ country: null, adm1: null, adm2: ref('A') });
  });

  it('always agrees with itself: the second level belongs to the first', () => {
    const coordinate = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
    fc.assert(
      fc.property(coordinate(-30.05, -27.95), coordinate(-0.05, 2.05), (lon, lat) => {
        const { country, adm1, adm2 } = find([lon, lat]);
        if (adm2) expect(adm2.code.startsWith(adm1?.code ?? '-')).toBe(true);
        expect(country).toBe(adm1 ? 'CAF' : null);
      }),
    );
  });
});
