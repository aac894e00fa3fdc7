import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, NOTHING, stretched, toggled } from './chosen.ts';

const rows = Array.from({ length: 30 }, (_, i) => ({ id: `r${i}`, version: i + 1 }));
const row = fc.constantFrom(...rows);

describe('choosing in a list', () => {
  it('twice is not at all, and a range is all between its ends, from either of them', () => {
    fc.assert(
      fc.property(row, row, fc.array(row), (a, b, before) => {
        const start = before.reduce<Choice>(toggled, NOTHING);
        expect([...toggled(toggled(start, a), a).chosen.keys()].sort()).toEqual([...start.chosen.keys()].sort());
        const forth = stretched(toggled(NOTHING, a), rows, b).chosen;
        const back = stretched(toggled(NOTHING, b), rows, a).chosen;
        expect([...forth.keys()].sort()).toEqual([...back.keys()].sort());
        expect(forth.size).toBe(Math.abs(rows.indexOf(a) - rows.indexOf(b)) + 1);
      }),
    );
  });

  it('one after all begins anew, with the version that is in the list', () => {
    const next = toggled({ ...NOTHING, all: true }, { id: 'r3', version: 4 });
    expect([next.all, ...next.chosen]).toEqual([false, ['r3', 4]]);
  });
});
