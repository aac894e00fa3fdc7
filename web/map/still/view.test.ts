import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '../frame.ts';
import { pathOf } from './drawing.ts';
import { viewOf } from './view.ts';

const size = { width: 800, height: 600 };

describe('a still view', () => {
  it('shows the whole frame, and its corners stay in order', () => {
    const degrees = (least: number, most: number) =>
      fc.integer({ min: least * 100, max: most * 100 }).map((n) => n / 100);
    fc.assert(
      fc.property(
        degrees(-179, 170),
        degrees(-80, 70),
        degrees(0.1, 60),
        degrees(0.1, 9),
        (west, south, wide, high) => {
          const east = west + wide > 180 ? west + wide - 360 : west + wide;
          const view = viewOf([west, south, east, south + high], size, false);
          const [left, top] = view.at([west, south + high]);
          const [right, bottom] = view.at([east, south]);
          expect(left).toBeGreaterThanOrEqual(-0.1);
          expect(top).toBeGreaterThanOrEqual(-0.1);
          expect(right).toBeLessThanOrEqual(size.width + 0.1);
          expect(bottom).toBeLessThanOrEqual(size.height + 0.1);
          expect(left).toBeLessThan(right);
          expect(top).toBeLessThan(bottom);
        },
      ),
    );
  });

  it('asks for the tiles that lie under it, each once, and finds a point in its tile where it is', () => {
    const view = viewOf([-28, -18, -24, -15], size, true);
    expect(new Set(view.tiles.map(({ z, x, y }) => `${z}/${x}/${y}`)).size).toBe(view.tiles.length);
    expect(view.tiles.length).toBeLessThan(16);
    const [first] = view.tiles;
    if (!first) throw new Error('no tile');
    const lon = (first.x / 2 ** first.z) * 360 - 180;
    const [x] = view.inTile(first, 0, 0);
    expect(x).toBeCloseTo(view.at([lon, -16])[0], 1);
    expect(x).toBeLessThanOrEqual(0);
  });

  it('comes nearer and back to the same', () => {
    const given: Bounds = [-28, -18, -24, -15];
    const near = viewOf(given, size, false).around(0.5, [-26, -16.5]);
    expect(near[2] - near[0]).toBeLessThan(4);
    expect((near[0] + near[2]) / 2).toBeCloseTo(-26, 2);
    const back = viewOf(near, size, false).around(2);
    expect(back[2] - back[0]).toBeCloseTo((near[2] - near[0]) * 2, 1);
  });

  it('draws no line across the sheet for a country on the other side of the world', () => {
    // Colombia; around 106° E the nearest turn of one corner and of the next are not the same.
    const view = viewOf([-79, -4, -67, 12], size, false);
    const ring = [
      [104, 8],
      [108, 8],
      [108, 12],
      [104, 12],
      [104, 8],
    ];
    const land = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } } as const;
    const world = { type: 'FeatureCollection', features: [land] } as never;
    expect(pathOf(world, view)).toBe('');
    expect(pathOf(world, viewOf([100, 5, 112, 15], size, false))).toMatch(/^M.*Z$/);
  });

  it('crosses the antimeridian', () => {
    const view = viewOf([170, -20, -170, -10], size, false);
    expect(view.at([179, -15])[0]).toBeLessThan(view.at([-179, -15])[0]);
    expect(view.at([180, -15])[0]).toBeCloseTo(400, 0);
  });
});
