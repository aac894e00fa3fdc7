import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideBySide } from './tiles.ts';

const cell = (dataset: string, n: number, at: [number, number]) => ({ dataset, n, at });

describe('circles of one cell', () => {
  it('stand side by side, own first, around the place where they were', () => {
    const [own, outside] = sideBySide([cell('ucdp-ged', 1, [2000, 900]), cell('own', 1, [2000, 900])]);
    expect([own?.dataset, outside?.dataset]).toEqual(['own', 'ucdp-ged']);
    expect((outside?.at[0] ?? 0) - (own?.at[0] ?? 0)).toBe(88);
    expect(((outside?.at[0] ?? 0) + (own?.at[0] ?? 0)) / 2).toBe(2000);
  });

  it('stay where they are when they do not touch', () => {
    const apart = [cell('own', 1, [1000, 900]), cell('ucdp-ged', 4, [1200, 900])];
    expect(sideBySide(apart)).toEqual(apart);
  });

  it('are never lost, never leave the tile, and cover none of the others', () => {
    const at = fc.tuple(fc.integer({ min: 1200, max: 1456 }), fc.integer({ min: 1200, max: 1456 }));
    const one = fc.record({ dataset: fc.constantFrom('own', 'a', 'b', 'c'), n: fc.integer({ min: 1, max: 9 }), at });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ dataset }) => dataset }), (cells) => {
        const placed = sideBySide(cells);
        expect(placed.map(({ dataset }) => dataset).toSorted()).toEqual(cells.map(({ dataset }) => dataset).toSorted());
        for (const [i, { at }] of placed.entries()) {
          expect(at[0] >= 0 && at[0] < 4096).toBe(true);
          // Five pixels is the smallest radius there is.
          for (const other of placed.slice(i + 1))
            expect(Math.hypot(other.at[0] - at[0], other.at[1] - at[1])).toBeGreaterThan(2 * 5 * 8 - 2);
        }
      }),
    );
  });
});
