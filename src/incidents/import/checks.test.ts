import { describe, expect, it } from 'vitest';
import { countryLocator } from '../../places/index.ts';
import type { Core } from '../contract.ts';
import { type CheckContext, checkCore } from './checks.ts';
import { contextFor, locator } from './context.test-help.ts';
import { draftOf, placeOf } from './draft.ts';
import { OWN_LEVELS } from './types.ts';

const CONTEXT: CheckContext = { today: '2026-06-30', locator, mend: true };

function core(where: Partial<Core['where']>, more: Partial<Core> = {}): Core {
  return draftOf(
    contextFor([]),
    OWN_LEVELS,
    {
      kind: 'incident',
      type: 'armed_clash',
      when: { from: '2021-01-01', to: '2021-01-01', at: null, precision: 'day' },
      where: placeOf({ point: null, precision: 'near', ...where }),
      origin: { dataset: 'elsewhere', externalId: null, sourceType: null },
      ...more,
    },
    {},
  ).core;
}

function check(given: Core, change: Partial<CheckContext> = {}) {
  const checked = checkCore(given, { ...CONTEXT, ...change });
  if (checked.refused !== undefined) throw new Error(checked.refused);
  return checked;
}

/** Aland: 10–20 E, 0–9 N. */
describe('a point', () => {
  it('where the row says it is passes without a word', () => {
    const given = core({ point: [15, 4], country: 'AAA' });
    expect(check(given)).toEqual({ core: given, warnings: [] });
  });

  it('with coordinates swapped is turned round when only that fits the country, and it is said', () => {
    const checked = check(core({ point: [4, 15], country: 'AAA' }));
    expect(checked.core.where.point).toEqual([15, 4]);
    expect(checked.warnings).toEqual([expect.stringMatching(/were swapped.*turned round/)]);
  });

  it('of a curated data set is never turned round, only spoken of', () => {
    const checked = check(core({ point: [4, 15], country: 'AAA' }), { mend: false });
    expect(checked.core.where.point).toEqual([4, 15]);
    expect(checked.warnings).toEqual([expect.stringMatching(/look swapped.*Kept as they stand/)]);
  });

  it('is not turned round when it lies just over the border', () => {
    const checked = check(core({ point: [9.9, 4], country: 'AAA' }));
    expect(checked.core.where.point).toEqual([9.9, 4]);
  });

  it('with a latitude beyond 90 is turned round only when that fits the country', () => {
    const wide: CheckContext['locator'] = { locate: () => null, kmOutside: (_, lon) => (lon === 120 ? 0 : null) };
    expect(check(core({ point: [5, 120], country: 'AAA' }), { locator: wide }).core.where.point).toEqual([120, 5]);
    expect(checkCore(core({ point: [5, 120], country: 'BBB' }), CONTEXT).refused).toMatch(/latitude 120 is beyond 90/);
    expect(checkCore(core({ point: [5, 120] }), { ...CONTEXT, mend: false }).refused).toBeDefined();
  });

  it('at 0, 0 is no place', () => {
    const checked = check(core({ point: [0, 0], country: 'AAA' }));
    expect(checked.core.where.point).toBeNull();
    expect(checked.warnings[0]).toMatch(/0, 0/);
    expect(check(core({ point: [0, 0] }), { mend: false }).core.where.point).toEqual([0, 0]);
  });

  it('in the sea is said, unless the source says so itself', () => {
    expect(check(core({ point: [-30, -30] })).warnings).toEqual([expect.stringMatching(/lies in the sea/)]);
    expect(check(core({ point: [-30, -30], precision: 'international' })).warnings).toEqual([]);
  });

  it('in another country is said', () => {
    expect(check(core({ point: [35, 18], country: 'AAA', name: 'Town' })).warnings).toEqual([
      expect.stringMatching(/“Town” .*lies in Beland, not in AAA/),
    ]);
  });
});

describe('dates and figures', () => {
  const figure = (low: number | null, best: number | null, high: number | null, group: 'all' | 'civilians' = 'all') =>
    ({ harm: 'killed', group, total: { low, best, high }, bySexAge: {} }) as const;

  it('in the future are spoken of', () => {
    const when = { from: '2026-12-07', to: '2026-12-07', at: null, precision: 'day' } as const;
    expect(check(core({}, { when })).warnings[0]).toMatch(/in the future: check whether day and month/);
  });

  it('out of order are kept and spoken of, in outside data', () => {
    const checked = check(core({}, { figures: [figure(7, 7, 6)] }));
    expect(checked.core.figures[0]?.total).toEqual({ low: 7, best: 7, high: 6 });
    expect(checked.warnings[0]).toMatch(/low 7, best 7, high 6 is not in order/);
    expect(check(core({}, { figures: [figure(null, 7, 6)] })).warnings).toHaveLength(1);
    expect(check(core({}, { figures: [figure(1, 1, 1)] })).warnings).toEqual([]);
  });

  it('out of order are refused in our own records', () => {
    const origin = { dataset: 'own', externalId: null, sourceType: null };
    const own = core({}, { figures: [figure(7, 7, 6)], origin });
    expect(checkCore(own, CONTEXT).refused).toMatch(/low, 7, is greater than high, 6/);
  });

  it('of civilians beyond those of all are spoken of', () => {
    const figures = [figure(null, 5, null), figure(null, 9, null, 'civilians')];
    expect(check(core({}, { figures })).warnings).toEqual([
      expect.stringMatching(/9 civilians killed is more than the 5/),
    ]);
  });
});

describe('a town on a river border, swapped', () => {
  it('is turned round although the atlas draws it on the other bank', () => {
    const locator = countryLocator();
    const swapped = core({ point: [4.3667, 18.5833], country: 'CAF' });
    const checked = checkCore(swapped, { ...CONTEXT, locator, mend: true });
    if (checked.refused !== undefined) throw new Error(checked.refused);
    expect(checked.core.where.point).toEqual([18.5833, 4.3667]);
    expect(checked.warnings).toEqual([expect.stringContaining('were swapped')]);
  });
});
