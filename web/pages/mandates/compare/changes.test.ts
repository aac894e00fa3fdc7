import { describe, expect, it } from 'vitest';
import { byTask, type Change, ceilingLines, type Pair, runsOf } from './changes.ts';

const change = (task: Change['task'], kind: Change['kind']): Change => ({
  ...{ task, kind, qualifier: null, before: [], after: [] },
});
const side = (number: string) => ({ provision: number, number, kind: 'OP' as const, heading: null, text: number });
const pair = (number: string, part: Partial<Pair> = {}): Pair => ({
  ...{ before: side(number), after: side(number), likeness: 1, moved: false, part: null, words: null, means: [] },
  ...part,
});

describe('a comparison', () => {
  it('says the gravest first, and each task once', () => {
    const lines = byTask([
      change('HumanRights', 'condition_added'),
      change('Media', 'gained'),
      change('HumanRights', 'weakened'),
      change('Gender', 'lost'),
    ]);
    expect(lines.map(({ task, changes }) => [task, ...changes.map(({ kind }) => kind)])).toEqual([
      ['Gender', 'lost'],
      ['HumanRights', 'weakened', 'condition_added'],
      ['Media', 'gained'],
    ]);
  });

  it('sets ceilings beside each other by what they count', () => {
    const of = (words: string, people: number, where: 'before' | 'after') => ({
      words,
      people,
      number: '2',
      side: where,
    });
    expect(
      ceilingLines([
        of('4,800 military personnel', 4800, 'before'),
        of('720 police personnel', 720, 'before'),
        of('2,400 military personnel', 2400, 'after'),
      ]),
    ).toEqual([
      { what: 'military personnel', before: 4800, after: 2400 },
      { what: 'police personnel', before: 720, after: null },
    ]);
  });

  it('folds neighbours that are the same, never one that moved or means something', () => {
    const runs = runsOf([
      pair('1'),
      pair('2'),
      pair('3', { moved: true }),
      pair('4', { means: [{ task: 'Media', kind: 'lost', qualifier: null }] }),
      pair('5', { after: null }),
      pair('6'),
    ]);
    expect(runs.map((run) => (run.same ? run.pairs.length : run.pair.before?.number))).toEqual([2, '3', '4', '5', 1]);
  });
});
