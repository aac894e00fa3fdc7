import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { type AreaGeometry, polygonsOf } from './geometry.ts';
import { simplifyForMap, simplifyGeometry, simplifyLines } from './map-shapes.ts';

/** A square degree whose right side is a jagged line, and its neighbour. */
function neighbours(border: Position[]): [AreaGeometry, AreaGeometry] {
  const [from = [1, 0], to = [1, 1]] = [border[0], border.at(-1)];
  const left: Position[] = [[0, 0], ...border, [0, 1], [0, 0]];
  const right: Position[] = [[2, 0], [2, 1], ...border.toReversed(), [2, 0]];
  expect([from[1], to[1]]).toEqual([0, 1]);
  return [
    { type: 'Polygon', coordinates: [left] },
    { type: 'Polygon', coordinates: [right] },
  ];
}
const corners = (shape: AreaGeometry) => polygonsOf(shape).flat(2);

describe('simplifying', () => {
  it('puts a shared border on the same corners in both neighbours', () => {
    const wiggle = fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(wiggle, fc.integer({ min: 2, max: 9 }), (xs, zoom) => {
        const border = xs.map((x, i): Position => [x, i / (xs.length - 1)]);
        const [left, right] = neighbours(border).map((shape) => simplifyGeometry(shape, zoom));
        const inner = (shape: AreaGeometry | undefined) =>
          shape ? corners(shape).filter(([x = 0, y = 0]) => x > 0.5 && x < 1.5 && y > 0.2 && y < 0.8) : [];
        const key = (p: Position) => p.join(' ');
        expect(new Set(inner(left).map(key))).toEqual(new Set(inner(right).map(key)));
      }),
    );
  });

  it('moves no corner by more than a pixel and adds none', () => {
    const line = fc.array(fc.tuple(fc.integer({ min: -179, max: 179 }), fc.integer({ min: -80, max: 80 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 10 }), (points, zoom) => {
        const pixel = 360 / (512 * 2 ** zoom);
        const [simple = []] = simplifyLines([points], zoom);
        expect(simple.length).toBeLessThanOrEqual(points.length);
        for (const [x = 0, y = 0] of simple)
          expect(points.some(([px, py]) => Math.hypot(px - x, py - y) <= pixel)).toBe(true);
      }),
    );
  });

  it('keeps an area that is smaller than a pixel', () => {
    const geometry: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1e-4, 0],
          [0, 1e-4],
          [0, 0],
        ],
      ],
    };
    const area = { code: 'A', name: 'A', names: {}, level: 1, parentCode: null, geometry, source: '' } as const;
    const { features } = simplifyForMap([{ ...area, bbox: [0, 0, 1e-4, 1e-4] }], 3);
    expect(features[0]).toMatchObject({ id: 'A', properties: { code: 'A', level: 1 }, geometry });
  });
});
