import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silences } from './silence.ts';

const asOf = { seq: 1, at: '2031-06-10T00:00:00Z' };
const window = { since: '2031-05-14', until: '2031-06-10', asOf };
const row = (area: string, lately: number, before: number, firstDay: string, lastDay: string) => ({
  ...{ area, lately, before, firstDay, lastDay },
});

describe('silence', () => {
  it('is told in whole weeks, beside how it was before', () => {
    const areas = [
      row('A', 0, 104, '2026-01-01', '2031-04-08'),
      row('B', 3, 10, '2026-01-01', '2031-06-10'),
      row('C', 0, 0, '2026-01-01', '2029-06-10'),
    ];
    const found = silences({ ...window, areas }, ['A', 'B', 'C', 'D']);
    expect(found.map(({ area, weeks }) => [area, weeks])).toEqual([
      ['A', 9],
      ['C', 104],
      ['D', null],
    ]);
    expect(found[0]?.perWeek).toBeCloseTo(2, 1);
  });

  it('counts a short time before as what it was, not as a year', () => {
    const areas = [row('A', 0, 8, '2031-04-16', '2031-05-10')];
    expect(silences({ ...window, areas }, ['A'])[0]?.perWeek).toBe(2);
  });

  it('is of every area that nothing came from lately, once, and of no other', () => {
    const day = fc
      .integer({ min: 0, max: 2000 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    const one = fc.record({
      area: fc.constantFrom('A', 'B', 'C', 'D'),
      lately: fc.nat(3),
      before: fc.nat(900),
      first: day,
      last: day,
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ area }) => area }), (rows) => {
        const areas = rows.map(({ area, lately, before, first, last }) => {
          const [firstDay, lastDay] = [first, last].toSorted() as [string, string];
          return { area, lately, before, firstDay, lastDay };
        });
        const found = silences({ ...window, areas }, ['A', 'B', 'C', 'D']);
        const reported = new Set<string>(areas.filter(({ lately }) => lately > 0).map(({ area }) => area));
        expect(found.map(({ area }) => area).toSorted()).toEqual(
          ['A', 'B', 'C', 'D'].filter((area) => !reported.has(area)),
        );
        expect(found.every(({ perWeek }) => Number.isFinite(perWeek) && perWeek >= 0)).toBe(true);
      }),
    );
  });
});
