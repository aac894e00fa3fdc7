/**
 * What was learnt from paragraphs that people and readers coded by hand: for each task, how much each kind of evidence
 * speaks for it. `learnt.txt` holds the weights, written by `npm run learn` and by nobody else: a head of sizes, a line a
 * task (`PeaceProcess -2.31`: what it starts from), and a line for each kind of evidence (`A:good offices⇥6.2⇥PeaceProcess 1.9⇥…`: how rare it is, and what it weighs).
 */
import { readFileSync } from 'node:fs';
import type { MandateTask } from '../../vocabulary/codes.ts';
import type { Evidence } from './evidence.ts';

interface Learnt {
  codes: ReadonlySet<MandateTask>;
  tasks: { code: MandateTask; start: number }[];
  /** By the evidence: its rarity (a natural logarithm), then places of tasks and weights in turn. */
  weights: Map<string, { rarity: number; tasks: Uint8Array; weights: Float32Array }>;
}

export interface Judgement {
  code: MandateTask;
  /** Between 0 and 1. */
  probability: number;
  /** Whether that is enough to give it. */
  given: boolean;
}

/**
 * From which probability on a task is given. Half the F1 that is reached is where F1 is best (Lipton, Elkan & Naryanaswamy,
 * 2014). One for all: thresholds chosen task by task scored higher where they were chosen and lower elsewhere.
 */
export const GIVEN_FROM = 0.4;

let kept: Learnt | null = null;

/** @returns tasks that were learnt; for the others there are only the rules */
export const learntTasks = (): ReadonlySet<MandateTask> => learnt().codes;

/** How sure the evidence makes each task: a logistic regression for each, on rarity-weighted evidence of length one. */
export function judge(evidence: readonly Evidence[]): Judgement[] {
  const { tasks, weights } = learnt();
  const words = new Float64Array(tasks.length);
  const sums = Float64Array.from(tasks, ({ start }) => start);
  let length = 0;
  for (const { name } of evidence) {
    const isRule = name.startsWith('rule=');
    const known = weights.get(name);
    if (!known) continue;
    if (!isRule) length += known.rarity ** 2;
    const into = isRule ? sums : words;
    for (let i = 0; i < known.tasks.length; i++)
      into[known.tasks[i] as number] = (into[known.tasks[i] as number] as number) + (known.weights[i] as number);
  }
  const scale = length > 0 ? 1 / Math.sqrt(length) : 0;
  return tasks.map(({ code }, i) => {
    const probability = 1 / (1 + Math.exp(-((sums[i] as number) + (words[i] as number) * scale)));
    return { code, probability, given: probability >= GIVEN_FROM };
  });
}

/** @returns the words of the paragraph's own that speak most for a task: a pair with what its two words say themselves */
export function strongest(evidence: readonly Evidence[], code: MandateTask): Evidence | null {
  const { tasks, weights } = learnt();
  const place = tasks.findIndex((task) => task.code === code);
  const weightOf = (name: string): number => {
    const known = weights.get(name);
    const at = known ? known.tasks.indexOf(place) : -1;
    return at < 0 ? 0 : (known?.weights[at] as number);
  };
  let most: Evidence | null = null;
  let weight = 0;
  for (const one of evidence) {
    if (!one.words) continue;
    const [said, pair] = [one.name.slice(0, 2), one.name.slice(2).split(' ')];
    const own = weightOf(one.name) + (pair.length > 1 ? pair.reduce((sum, word) => sum + weightOf(said + word), 0) : 0);
    if (own <= weight) continue;
    most = one;
    weight = own;
  }
  return most;
}

function learnt(): Learnt {
  kept ??= parseLearnt(readFileSync(new URL('./learnt.txt', import.meta.url), 'utf8'));
  return kept;
}

/** @throws when the text is no such table */
function parseLearnt(text: string): Learnt {
  const lines = text.trimEnd().split('\n');
  const count = Number(lines[0]?.split(' ')[0]);
  const tasks = lines.slice(1, count + 1).map((line) => {
    const [code, start] = line.split(' ');
    return { code: code as MandateTask, start: Number(start) };
  });
  const places = new Map(tasks.map(({ code }, i) => [code as string, i]));
  const weights: Learnt['weights'] = new Map();
  for (const line of lines.slice(count + 1)) {
    const [name, rarity, ...pairs] = line.split('\t');
    const split = pairs.map((pair) => pair.split(' '));
    weights.set(name as string, {
      rarity: Number(rarity),
      tasks: Uint8Array.from(split, ([code]) => places.get(code as string) as number),
      weights: Float32Array.from(split, ([, weight]) => Number(weight)),
    });
  }
  if (!(tasks.length > 0) || [...weights.values()].some(({ rarity }) => Number.isNaN(rarity)))
    throw new Error('learnt.txt is no table of weights; npm run learn writes it anew.');
  return { codes: new Set(tasks.map(({ code }) => code)), tasks, weights };
}
