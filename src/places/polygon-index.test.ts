import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import pointInPolygon from 'point-in-polygon-hao';
import { describe, expect, it } from 'vitest';
import { makeLocator } from './locate.ts';
import { makePolygonIndex } from './polygon-index.ts';

const box = (w: number, s: number, e: number, n: number): Position[] => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
const anything = () => true;

/** A star around (0, 0): any list of radii makes a polygon that does not cross itself. */
const star = fc
  .array(fc.double({ min: 5, max: 20, noNaN: true }), { minLength: 3, maxLength: 60 })
  .map((radii) =>
    radii.map((r, i): Position => {
      const angle = (i / radii.length) * 2 * Math.PI;
      return [r * Math.cos(angle), r * Math.sin(angle)];
    }),
  )
  .map((ring) => [...ring, ring[0] ?? [0, 0]]);
const spot = fc.tuple(fc.double({ min: -22, max: 22, noNaN: true }), fc.double({ min: -22, max: 22, noNaN: true }));

describe('makePolygonIndex', () => {
  it('agrees with a robust point-in-polygon on stars with a hole, wherever the point is on no border', () => {
    fc.assert(
      fc.property(star, spot, (ring, [lon, lat]) => {
        const rings = [ring, box(-1, -1, 2, 1)];
        const truth = pointInPolygon([lon, lat], rings);
        fc.pre(truth !== 0);
        expect(makePolygonIndex([polygon(...rings)]).holding(lon, lat)).toEqual(truth ? [0] : []);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives every point of a tiling, borders and corners too, to exactly one tile', () => {
    const cuts = [0, 1.1, 2.3, 4, 7.7, 9];
    const tiles = cuts
      .slice(1)
      .flatMap((e, i) => cuts.slice(1).map((n, j) => polygon(box(cuts[i] ?? 0, cuts[j] ?? 0, e, n))));
    const index = makePolygonIndex(tiles);
    const coordinate = fc.oneof(fc.constantFrom(0, 1.1, 2.3, 4, 7.7), fc.double({ min: 0, max: 8.99, noNaN: true }));
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        expect(index.holding(x, y)).toHaveLength(1);
      }),
    );
  });

  it('gives every point of a slanted shared border to exactly one side', () => {
    const border: Position[] = [
      [0.1, 0],
      [0.7, 3.3],
      [-0.9, 5.1],
      [0.3, 10],
    ];
    const west = polygon([...border, [-5, 10], [-5, 0], [0.1, 0]]);
    const east = polygon([[5, 0], [5, 10], ...border.toReversed(), [5, 0]]);
    const index = makePolygonIndex([west, east]);
    fc.assert(
      fc.property(fc.nat(2), fc.double({ min: 0, max: 0.999, noNaN: true }), (i, t) => {
        const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = border.slice(i, i + 2);
        expect(index.holding(ax + t * (bx - ax), ay + t * (by - ay))).toHaveLength(1);
      }),
    );
  });

  it.each([
    ['jumping from 179 to -179', box(170, -10, -170, 10)],
    ['going on beyond 180', box(170, -10, 190, 10)],
  ])('finds points on both sides of the antimeridian in a ring %s', (_, ring) => {
    const index = makePolygonIndex([polygon(ring)]);
    const inside = [175, 180, -180, -175].map((lon) => index.holding(lon, 0).length);
    expect(inside).toEqual([1, 1, 1, 1]);
    expect([165, -165, 0].flatMap((lon) => index.holding(lon, 0))).toEqual([]);
  });

  it('keeps a hole that lies on the other side of the antimeridian', () => {
    const index = makePolygonIndex([polygon(box(170, -10, 190, 10), box(-178, -1, -176, 1))]);
    expect(index.holding(-177, 0)).toEqual([]);
    expect(index.holding(-175, 0)).toEqual([0]);
  });

  it('takes a ring around the globe as holding the pole', () => {
    const ring = [-180, -90, 0, 90, 179].map((lon): Position => [lon, -70]);
    const index = makePolygonIndex([polygon([...ring, [-180, -70]])]);
    expect(index.holding(45, -89)).toEqual([0]);
    expect(index.holding(45, -60)).toEqual([]);
  });

  it('measures to the nearest border, also across the antimeridian, and only within the distance asked', () => {
    const index = makePolygonIndex([polygon(box(0, 0, 1, 1)), polygon(box(178, 0, 179.9, 1))]);
    expect(index.nearest(1.1, 0.5, 50, anything)?.km).toBeCloseTo(11.12, 1);
    expect(index.nearest(1.1, 0.5, 5, anything)).toBeNull();
    expect(index.nearest(-179.9, 0.5, 50, anything)).toMatchObject({ shape: 1, km: expect.closeTo(22.24, 1) });
    expect(index.nearest(1.1, 0.5, 50, (shape) => shape !== 0)).toBeNull();
  });
});

describe('makeLocator', () => {
  it('answers all levels at once, in the order given', () => {
    const areas = [
      { name: 'country', geometry: polygon(box(0, 0, 10, 10)) },
      { name: 'west', geometry: polygon(box(0, 0, 5, 10)) },
      { name: 'east', geometry: polygon(box(5, 0, 10, 10)) },
    ];
    const locator = makeLocator(areas);
    expect(locator.locate(7, 3).map((a) => a.name)).toEqual(['country', 'east']);
    expect(locator.locate(11, 3)).toEqual([]);
    expect(makeLocator([]).locate(0, 0)).toEqual([]);
  });
});
