import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bboxToRanges, keyToLonLat, MAX_LATITUDE, tileKey, tileRange } from './grid.ts';

/** Whole millionths of a degree: closer than rounding to the edge of a tile, two formulas may differ. */
const lon = fc.integer({ min: -180e6, max: 180e6 }).map((n) => n / 1e6);
const lat = fc.integer({ min: -90e6, max: 90e6 }).map((n) => n / 1e6);
const tile = fc
  .integer({ min: 0, max: 23 })
  .chain((zoom) => fc.tuple(fc.constant(zoom), fc.nat(2 ** zoom - 1), fc.nat(2 ** zoom - 1)));

/** The tile of a point by the formula that every web map uses. */
function tileAt(x: number, y: number, zoom: number): [number, number] {
  const side = 2 ** zoom;
  const phi = (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, y)) * Math.PI) / 180;
  const fraction = (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2;
  const inside = (n: number) => Math.min(side - 1, Math.max(0, Math.floor(n)));
  return [inside(((x + 180) / 360) * side), inside(fraction * side)];
}

describe('tile keys', () => {
  it('puts every point in the range of its tile at every zoom', () => {
    fc.assert(
      fc.property(lon, lat, fc.integer({ min: 0, max: 20 }), (x, y, zoom) => {
        const [from, to] = tileRange(zoom, ...tileAt(x, y, zoom));
        const key = tileKey(x, y);
        expect(Number.isSafeInteger(key)).toBe(true);
        expect(key >= from && key < to).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('splits a tile into four ranges that follow one another and fill it', () => {
    fc.assert(
      fc.property(tile, ([zoom, x, y]) => {
        const children = [0, 1, 2, 3].map((i) => tileRange(zoom + 1, 2 * x + (i & 1), 2 * y + (i >> 1)));
        const [from, to] = tileRange(zoom, x, y);
        expect(children.map((c) => c[0])).toEqual([from, ...children.slice(0, 3).map((c) => c[1])]);
        expect(children.at(-1)?.[1]).toBe(to);
      }),
    );
  });

  it('comes back to a middle within the same tile, and within 2 m of the point', () => {
    fc.assert(
      fc.property(lon, fc.double({ min: -85, max: 85, noNaN: true }), fc.integer({ min: 0, max: 24 }), (x, y, zoom) => {
        const key = tileKey(x, y);
        const [mx, my] = keyToLonLat(key, zoom);
        const scale = 4 ** (24 - zoom);
        expect(Math.floor(tileKey(mx, my) / scale)).toBe(Math.floor(key / scale));
        const [fx, fy] = keyToLonLat(key);
        expect(Math.abs(fx - x) * 111_320 * Math.cos((y * Math.PI) / 180)).toBeLessThan(2);
        expect(Math.abs(fy - y) * 111_320).toBeLessThan(2);
      }),
    );
  });

  it('counts points beyond the edge of the map as on it, and longitudes beyond 180 as one turn on', () => {
    expect(tileKey(12, 89)).toBe(tileKey(12, MAX_LATITUDE));
    expect(tileKey(190, 5)).toBe(tileKey(-170, 5));
  });

  it('refuses a tile that is not there', () => {
    expect(() => tileRange(2, 4, 0)).toThrow('there is no tile 2/4/0');
    expect(() => tileRange(25, 0, 0)).toThrow('there is no zoom 25');
  });
});

describe('bboxToRanges', () => {
  const box = fc
    .tuple(lon, lat, lon, lat)
    .map(([west, a, east, b]): [number, number, number, number] => [west, Math.min(a, b), east, Math.max(a, b)]);
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });

  it('holds every point of the box in few disjoint ranges, across the antimeridian too', () => {
    fc.assert(
      fc.property(box, fraction, fraction, fc.integer({ min: 2, max: 40 }), ([w, s, e, n], t, u, most) => {
        const ranges = bboxToRanges([w, s, e, n], most);
        expect(ranges.length).toBeLessThanOrEqual(most);
        const width = e >= w ? e - w : e - w + 360;
        const x = Math.min(w + t * width, w <= e ? e : Number.POSITIVE_INFINITY);
        const key = tileKey(x > 180 ? x - 360 : x, Math.min(n, s + u * (n - s)));
        expect(ranges.some(([from, to]) => key >= from && key < to)).toBe(true);
        for (const [i, [from]] of ranges.entries()) expect(from).toBeGreaterThan(ranges[i - 1]?.[1] ?? -1);
      }),
      { numRuns: 500 },
    );
  });

  it('covers little else: at most half as much again as the box of a country', () => {
    const keys = bboxToRanges([14.4, 2.2, 27.5, 11], 32).reduce((sum, [from, to]) => sum + to - from, 0);
    const [, south] = tileAt(14.4, 2.2, 24);
    const [, north] = tileAt(14.4, 11, 24);
    const own = ((27.5 - 14.4) / 360) * 2 ** 24 * (south - north);
    expect(keys / own).toBeGreaterThanOrEqual(1);
    expect(keys / own).toBeLessThan(1.5);
  });

  it('finds one small place among the first 2^48', () => {
    const [x, y] = [18.58, 4.36];
    const ranges = bboxToRanges([x, y, x, y], 4);
    expect(ranges.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(1);
  });
});
