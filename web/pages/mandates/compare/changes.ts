/** What two texts held against one another come to: changes by task, ceilings by what they count, runs of what is the same. Pure. */
import type { ComparisonView } from '../../../../src/mandates/answers/contract.ts';
import { MANDATE_TASKS } from '../../../../src/vocabulary/codes.ts';

export type Change = ComparisonView['changes'][number];
export type Pair = ComparisonView['pairs'][number];

/** What takes away stands before what gives. */
const ORDER: readonly Change['kind'][] = [
  'lost',
  'ending',
  'weakened',
  'condition_added',
  'gained',
  'strengthened',
  'condition_removed',
];

export interface TaskChanges {
  task: Change['task'];
  changes: Change[];
}

/** One line a task, its changes together; the gravest first, otherwise as the vocabulary lists them. */
export function byTask(changes: readonly Change[]): TaskChanges[] {
  const rank = ({ kind }: Change) => ORDER.indexOf(kind);
  return MANDATE_TASKS.map((task) => ({
    task,
    changes: changes.filter((change) => change.task === task).toSorted((a, b) => rank(a) - rank(b)),
  }))
    .filter((line) => line.changes.length > 0)
    .toSorted((a, b) => rank(a.changes[0] as Change) - rank(b.changes[0] as Change));
}

export interface CeilingLine {
  /** What is counted, in the text's own words. */
  what: string;
  before: number | null;
  after: number | null;
}

const counted = (words: string) =>
  words
    .replaceAll(/\d[\d, .]*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** "4,800 military personnel" and "2,400 military personnel" are one line. */
export function ceilingLines(ceilings: ComparisonView['ceilings']): CeilingLine[] {
  const lines = new Map<string, CeilingLine>();
  for (const { words, people, side } of ceilings) {
    const what = counted(words);
    const line = lines.get(what) ?? { what, before: null, after: null };
    line[side] ??= people;
    lines.set(what, line);
  }
  return [...lines.values()];
}

export const isSame = ({ before, after, words, moved, part, means }: Pair): boolean =>
  before !== null && after !== null && words === null && !moved && part === null && means.length === 0;

/** Pairs in their order; neighbours that are the same together. */
export type Run = { same: true; pairs: Pair[] } | { same: false; pair: Pair };

export function runsOf(pairs: readonly Pair[]): Run[] {
  const runs: Run[] = [];
  for (const pair of pairs) {
    const last = runs.at(-1);
    if (!isSame(pair)) runs.push({ same: false, pair });
    else if (last?.same) last.pairs.push(pair);
    else runs.push({ same: true, pairs: [pair] });
  }
  return runs;
}

export const keyOf = ({ before, after }: Pair): string => `${before?.provision ?? ''} ${after?.provision ?? ''}`;
