import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { bboxOf, checkGeometry, unwrap } from './geometry.ts';

const part = (w: number, e: number) => [
  [
    [w, 0],
    [e, 0],
    [e, 1],
    [w, 0],
  ],
];
const islands = (...spans: [number, number][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: spans.map(([w, e]) => part(w, e)),
});

describe('bboxOf', () => {
  it('takes the short way round for islands on both sides of the antimeridian', () => {
    expect(bboxOf(islands([177, 180], [-180, -178]))).toEqual([177, 0, -178, 1]);
    expect(bboxOf(islands([10, 20], [12, 30], [-5, 0]))).toEqual([-5, 0, 30, 1]);
    expect(bboxOf(unwrap(islands([170, -170])))).toEqual([170, 0, -170, 1]);
  });

  it('spans the globe only for what goes round it', () => {
    expect(bboxOf(islands([-180, 0], [0, 180]))).toEqual([-180, 0, 180, 1]);
  });
});

describe('unwrap', () => {
  it('changes nothing the second time', () => {
    const ring = fc
      .array(fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.integer({ min: -80, max: 80 })), {
        minLength: 3,
        maxLength: 12,
      })
      .map((points) => [...points, points[0] ?? [0, 0]].map((p) => [...p]));
    fc.assert(
      fc.property(ring, (points) => {
        const once = unwrap({ type: 'Polygon', coordinates: [points] });
        fc.pre(once.coordinates[0]?.length === points.length); // not around a pole
        expect(unwrap(once)).toEqual(once);
      }),
    );
  });
});

describe('checkGeometry', () => {
  it('closes an open ring and drops heights', () => {
    const open = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0, 400],
          [1, 0, 400],
          [1, 1, 400],
        ],
      ],
    };
    expect(checkGeometry(open)).toEqual({ type: 'Polygon', coordinates: part(0, 1) });
  });

  it.each([
    [null, 'has no shape'],
    [{ type: 'Point', coordinates: [0, 0] }, 'is a Point, where an area needs a Polygon or MultiPolygon'],
    [{ type: 'Polygon', coordinates: [] }, 'has an empty polygon'],
    [{ type: 'Polygon', coordinates: [[[0, 0]]] }, 'has a ring of fewer than three corners'],
    [{ type: 'Polygon', coordinates: [[[0, 'a']]] }, 'has a point that is not two numbers'],
    [
      { type: 'Polygon', coordinates: [[[500000, 480000]]] },
      'has a point at 500000, 480000, which is not longitude and latitude in degrees (is the file projected?)',
    ],
  ])('says what is wrong with %j', (shape, sentence) => {
    expect(checkGeometry(shape)).toBe(sentence);
  });

  it('never throws, whatever it is given', () => {
    const wild = fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.constantFrom('Polygon', 'MultiPolygon'), coordinates: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(wild, (shape) => {
        expect(['string', 'object']).toContain(typeof checkGeometry(shape));
      }),
    );
  });
});
