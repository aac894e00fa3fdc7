import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownAt, learned } from './known-at.ts';

const START = Date.parse('2031-05-30T00:00:00Z');
const iso = (minute: number) => new Date(START + minute * 60_000).toISOString();

/** Some records, each told anew at some minutes; every minute is a line of the ledger of its own. */
const records = fc
  .uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 30 })
  .chain((minutes) => fc.tuple(fc.constant(minutes), fc.array(fc.nat(4), { minLength: 30, maxLength: 30 })))
  .map(([minutes, of]) =>
    Object.values(
      Object.groupBy(
        [...minutes].sort((a, b) => a - b).map((m, i) => ({ m, id: `r${of[i]}` })),
        (x) => x.id,
      ),
    ).map((own = []) => own.map(({ m, id }, i) => ({ id, version: i + 1, knownFrom: { seq: m, at: iso(m) } }))),
  );

describe('a chronology', () => {
  it('tells every version once, in the order in which it became known, beside the one before', () => {
    fc.assert(
      fc.property(records, (all) => {
        const told = learned(all);
        expect(told).toHaveLength(all.flat().length);
        const seqs = told.map(({ version }) => version.knownFrom.seq);
        expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
        for (const { version, before } of told) expect(before?.version ?? 0).toBe(version.version - 1);
      }),
    );
  });

  it('at any moment holds what was told until then, and nothing of later', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: -10, max: 2010 }), (all, minute) => {
        for (const versions of all) {
          const until = versions.filter(({ knownFrom }) => knownFrom.seq <= minute).length;
          expect(knownAt(versions, iso(minute))?.version ?? 0).toBe(until);
          if (minute >= 0) expect(knownAt(versions, String(minute))?.version ?? 0).toBe(until);
        }
      }),
    );
  });
});
