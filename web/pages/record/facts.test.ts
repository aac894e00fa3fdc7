import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, changesBetween, type Fact, historiesOf } from './facts.ts';

const facts = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('type', 'when', 'where', 'tags'),
    name: fc.constant('n'),
    text: fc.string({ minLength: 1 }),
  }),
  { selector: ({ id }) => id },
);
const texts = (side: readonly Fact[]) => new Map(side.map(({ id, text }) => [id, text]));

describe('two versions side by side', () => {
  it('loses no fact of either and invents none', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const lines = align(before, after);
        const [old, now] = [texts(before), texts(after)];
        expect(new Set(lines.map(({ id }) => id))).toEqual(new Set([...old.keys(), ...now.keys()]));
        for (const line of lines) {
          expect(line.before).toBe(old.get(line.id) ?? '');
          expect(line.after).toBe(now.get(line.id) ?? '');
        }
      }),
    );
  });

  it('marks nothing between a version and itself, and everything that differs', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        expect(changesBetween(after, after)).toEqual([]);
        const changed = new Set(changesBetween(before, after).map(({ id }) => id));
        const [old, now] = [texts(before), texts(after)];
        for (const id of [...old.keys(), ...now.keys()]) expect(changed.has(id)).toBe(old.get(id) !== now.get(id));
      }),
    );
  });
});

describe('the history of a field', () => {
  it('played back step by step gives every version as it was', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 8 }), (all) => {
        const stamped = all.map((some, i) => ({ version: i + 1, at: '', byName: null, facts: some }));
        const histories = historiesOf(stamped);
        for (const { version, facts: some } of stamped) {
          const then = histories.flatMap(({ id, changes }) => {
            const text = changes.findLast((change) => change.version <= version)?.after;
            return text ? [[id, text] as const] : [];
          });
          expect(new Map(then)).toEqual(texts(some));
        }
        for (const { changes } of histories)
          for (const [i, change] of changes.entries()) expect(change.before).toBe(changes[i - 1]?.after ?? '');
      }),
    );
  });
});
