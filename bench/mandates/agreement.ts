/** How far two codings agree, and what a coder finds of what a hand gave. */
import type { Coded } from '../../scripts/learning/examples.ts';
import { Rng } from '../../src/demo/tamrin/rng.ts';
import type { Table } from '../bench.ts';

/** Below this many positives a figure of a code says little. */
export const ENOUGH = 10;

export interface CodeScore {
  code: string;
  positives: number;
  precision: number;
  recall: number;
  f1: number;
}

export function scores(hand: readonly Coded[], read: (one: Coded) => ReadonlySet<string>) {
  const counts = new Map<string, { both: number; only: number; missed: number }>();
  const of = (code: string) => {
    const count = counts.get(code) ?? { both: 0, only: 0, missed: 0 };
    counts.set(code, count);
    return count;
  };
  for (const one of hand) {
    const truth = new Set(one.codes.map(({ code }) => code));
    const found = read(one);
    for (const code of truth) of(code)[found.has(code) ? 'both' : 'missed']++;
    for (const code of found) if (!truth.has(code)) of(code).only++;
  }
  const codes = [...counts].map(
    ([code, { both, only, missed }]): CodeScore => ({
      code,
      positives: both + missed,
      precision: both / (both + only || 1),
      recall: both / (both + missed || 1),
      f1: (2 * both) / (2 * both + only + missed || 1),
    }),
  );
  codes.sort((a, b) => b.positives - a.positives || a.code.localeCompare(b.code));
  const enough = codes.filter(({ positives }) => positives >= ENOUGH);
  const sum = [...counts.values()].reduce(
    (all, one) => ({ both: all.both + one.both, wrong: all.wrong + one.only + one.missed }),
    { both: 0, wrong: 0 },
  );
  return {
    codes,
    enough,
    macro: enough.reduce((all, { f1 }) => all + f1, 0) / enough.length,
    micro: (2 * sum.both) / (2 * sum.both + sum.wrong),
  };
}

export function perCode(what: string, codes: readonly CodeScore[], theirs: ReturnType<typeof scores> | null): Table {
  const naive = new Map(theirs?.codes.map((one) => [one.code, one.f1]));
  return {
    head: [what, 'positives', 'precision', 'recall', 'F1', ...(theirs ? ['F1 of a word list'] : [])],
    rows: codes.map(({ code, positives, precision, recall, f1 }) => [
      code,
      String(positives),
      precision.toFixed(2),
      recall.toFixed(2),
      f1.toFixed(2),
      ...(theirs ? [(naive.get(code) ?? 0).toFixed(2)] : []),
    ]),
  };
}

/** Those below 0.85, by name. */
export const short = (codes: readonly CodeScore[]): string =>
  codes
    .filter(({ f1 }) => f1 < 0.85)
    .map(({ code, f1 }) => `${code} (${f1.toFixed(2)})`)
    .join(', ') || 'none';

/** 90 % interval of macro-F1 over the codes that have enough positives in the sample itself. */
export function interval(
  hand: readonly Coded[],
  read: (one: Coded) => ReadonlySet<string>,
): [low: number, high: number] {
  const rng = Rng.of(1, 'bootstrap');
  const codes = new Set(scores(hand, read).enough.map(({ code }) => code));
  const found = new Map(hand.map((one) => [one, read(one)]));
  const figures = Array.from({ length: 1000 }, () => {
    const drawn = hand.map(() => hand[Math.floor(rng.range(0, hand.length))] as Coded);
    const all = scores(drawn, (one) => found.get(one) ?? new Set()).codes.filter(({ code }) => codes.has(code));
    return all.reduce((sum, { f1 }) => sum + f1, 0) / codes.size;
  }).sort((a, b) => a - b);
  return [figures[50] as number, figures[950] as number];
}

/** Krippendorff 2004, nominal data, two coders, no missing values: the units are every code of every paragraph. */
export function krippendorff(first: readonly Coded[], second: readonly Coded[]): number {
  const codes = new Set([...first, ...second].flatMap((one) => one.codes.map(({ code }) => code)));
  let disagreed = 0;
  let ones = 0;
  let units = 0;
  first.forEach((one, i) => {
    const [a, b] = [one, second[i]].map((coding) => new Set(coding?.codes.map(({ code }) => code)));
    for (const code of codes) {
      const [x, y] = [Number(a?.has(code)), Number(b?.has(code))];
      units++;
      ones += x + y;
      if (x !== y) disagreed++;
    }
  });
  const values = 2 * units;
  const observed = disagreed / units;
  const expected = (2 * ones * (values - ones)) / (values * (values - 1));
  return 1 - observed / expected;
}
