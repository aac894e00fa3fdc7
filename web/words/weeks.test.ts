import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, mondayOf, weekOf } from './weeks.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1990-01-01', n));

describe('a week', () => {
  it('is the same from its Monday to its Sunday, and another one a day before and after', () => {
    fc.assert(
      fc.property(day, (asked) => {
        const monday = mondayOf(asked);
        expect(new Date(monday).getUTCDay()).toBe(1);
        const days = [0, 1, 2, 3, 4, 5, 6].map((n) => weekOf(addDays(monday, n)));
        expect(new Set(days)).toEqual(new Set([weekOf(asked)]));
        expect([addDays(monday, -1), addDays(monday, 7)].map(weekOf)).not.toContain(weekOf(asked));
      }),
    );
  });

  it('belongs to the year of its Thursday', () => {
    expect(['2020-12-31', '2021-01-03', '2021-01-04', '2024-12-30', '2031-06-09'].map(weekOf)).toEqual([
      ...['2020-W53', '2020-W53', '2021-W01', '2025-W01', '2031-W24'],
    ]);
  });
});
