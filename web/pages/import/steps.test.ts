import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../../src/incidents/import/contract.ts';
import { firstPlan, type Plan } from './plan.ts';
import { blockedBy, isSettled, neighbours, reachable, STEPS, stepsOf } from './steps.ts';

const plan = (more: Partial<Plan>): Plan => ({
  ...firstPlan({
    ...{ id: 'c7a6a4b0-6a0e-4d06-9a53-0f8f3a2f9f11', name: 'x.csv', format: 'csv', encoding: 'utf-8', delimiter: ',' },
    ...{ headers: ['Date'], hxlTags: {}, schema: 'generic', dataset: 'imported', reason: '', mapping: null },
    ...{
      sheet: null,
      sheets: [],
      guesses: [],
      kept: [],
      questions: [],
      remembered: null,
      form: null,
      sample: [],
      notes: [],
    },
  }),
  ...more,
});

describe('the steps of an import', () => {
  it('leave out the mapping where the columns are known by name', () => {
    expect(stepsOf({ schema: 'ucdp' })).toEqual(['file', 'keep', 'try']);
    expect(stepsOf({ schema: 'generic' })).toEqual(STEPS);
  });

  it('stop where something has to be settled first', () => {
    const open = plan({});
    expect(reachable('try', open)).toBe('columns');
    const dated = plan({ mapping: { ...open.mapping, columns: { Date: 'date' } }, dataset: '' });
    expect(reachable('try', dated)).toBe('keep');
    expect(reachable('try', { ...dated, own: true })).toBe('try');
    expect(reachable('elsewhere', dated)).toBe('file');
  });

  it('always give a step of the plan that nothing blocks', () => {
    const plans = fc.record({
      schema: fc.constantFrom(...SCHEMAS),
      own: fc.boolean(),
      dataset: fc.constantFrom('', 'a', 'not one'),
      dated: fc.boolean(),
    });
    fc.assert(
      fc.property(plans, fc.oneof(fc.constantFrom(...STEPS), fc.string()), ({ dated, ...more }, wanted) => {
        const base = plan(more);
        const one = { ...base, mapping: { ...base.mapping, columns: dated ? { Date: 'date' as const } : {} } };
        const step = reachable(wanted, one);
        expect(stepsOf(one)).toContain(step);
        expect(blockedBy(step, one)).toBeNull();
        const { before } = neighbours(step, one);
        if (before) expect(isSettled(before, one)).toBe(true);
      }),
    );
  });
});
