/** From examples to weights: which evidence counts, a regression for each task, and what it is worth. */
import { GIVEN_FROM } from '../../src/mandates/index.ts';
import type { Example } from './examples.ts';
import { logistic, probabilityOf, type Row } from './logistic.ts';

/** What words together count against what the rules found, the same in each paragraph however long. */
const OF_WORDS = 6;
const OF_RULES = 1.5;
/** Evidence of fewer paragraphs is chance; a task of fewer is left to the rules. */
const LEAST_EVIDENCE = 3;
const LEAST_EXAMPLES = 25;
/** Most paragraphs give a task none: those that do count twice. */
const MEASURE = { ofTrue: 2, penalty: 1 };
/** A paragraph's words have a length of about fifty together: a weight of this moves the sum by six hundredths. */
const LEAST_WEIGHT = 3;
const FOLDS = 5;

export interface Space {
  columns: Map<string, number>;
  /** By the column; 0 what the rules found, which counts the same everywhere. */
  rarity: Float64Array;
}

/** @returns tasks with enough examples, the most frequent first */
export function learnable(taught: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { codes } of taught) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= LEAST_EXAMPLES)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([code]) => code);
}

export function spaceOf(taught: readonly Example[]): Space {
  const counts = new Map<string, number>();
  for (const { evidence } of taught) for (const { name } of evidence) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => (counts.get(name) as number) >= LEAST_EVIDENCE).sort();
  return {
    columns: new Map(names.map((name, i) => [name, i])),
    rarity: Float64Array.from(names, (name) =>
      name.startsWith('rule=') ? 0 : Math.log((taught.length + 1) / (counts.get(name) as number)),
    ),
  };
}

/** The last column stands for where a task starts from. */
export function rowOf({ evidence, weighs }: Example, { columns, rarity }: Space): Row {
  const at = evidence.flatMap(({ name }) => columns.get(name) ?? []);
  const length = Math.hypot(...at.map((column) => rarity[column] as number)) || 1;
  const value = at.map((column) => {
    const rare = rarity[column] as number;
    return rare === 0 ? OF_RULES : (rare / length) * OF_WORDS;
  });
  return { at: Int32Array.from([...at, columns.size]), value: Float64Array.from([...value, 1]), weighs };
}

export const truthOf = (taught: readonly Example[], code: string): Int8Array =>
  Int8Array.from(taught, ({ codes, doubtful }) => (doubtful.has(code) ? -1 : codes.has(code) ? 1 : 0));

/** @returns a weight for each column, 0 where it would move no probability that anybody sees; the last is where it starts from */
export function regress(rows: readonly Row[], truth: Int8Array, { columns, rarity }: Space): Float64Array {
  const weights = logistic(rows, truth, columns.size + 1, MEASURE);
  return weights.map((weight, i) =>
    i < columns.size && Math.abs(weight) * scaleOf(rarity, i) < (rarity[i] === 0 ? 0.05 : LEAST_WEIGHT) ? 0 : weight,
  );
}

/** What a column counts before the length of a paragraph is known. */
export const scaleOf = (rarity: Float64Array, column: number): number =>
  (rarity[column] as number) === 0 ? OF_RULES : (rarity[column] as number) * OF_WORDS;

/** What stands below a report or a list of criteria is no task, whatever its words: the coder does not even ask. */
const givesNone = ({ evidence }: Example): boolean =>
  evidence.some(({ name }) => name === 'below=report' || name === 'below=criteria');

/**
 * @param invented what teaches and is never judged; in every fold, but where it is of a text that is judged
 * @returns for each task the probability of each example as told by the others: no text is judged by what itself taught
 */
export function crossValidated(
  taught: readonly Example[],
  codes: readonly string[],
  invented: readonly Example[] = [],
): Map<string, Float64Array> {
  const symbols = [...new Set(taught.map(({ symbol }) => symbol))].sort();
  const fold = new Map(symbols.map((symbol, i) => [symbol, (i * 7919) % FOLDS]));
  const judged = new Map(codes.map((code) => [code, new Float64Array(taught.length)]));
  for (let out = 0; out < FOLDS; out++) {
    const rest = [...taught, ...invented].filter(({ symbol }) => fold.get(symbol) !== out);
    const space = spaceOf(rest);
    const rows = rest.map((one) => rowOf(one, space));
    const left = taught.flatMap((one, i) =>
      fold.get(one.symbol) === out && !givesNone(one) ? { i, row: rowOf(one, space) } : [],
    );
    for (const code of codes) {
      const weights = regress(rows, truthOf(rest, code), space);
      for (const { i, row } of left) (judged.get(code) as Float64Array)[i] = probabilityOf(row, weights);
    }
  }
  return judged;
}

/** @returns the F1 of giving a task wherever it is probable enough; what is in doubt is not counted */
export function f1(judged: Float64Array, truth: Int8Array): number {
  let [both, either] = [0, 0];
  truth.forEach((is, i) => {
    if (is < 0) return;
    const given = (judged[i] as number) >= GIVEN_FROM;
    if (given && is === 1) both += 1;
    either += Number(given) + is;
  });
  return either === 0 ? 0 : (2 * both) / either;
}
