/** What a benchmark is: something measured beside a reference, with bars that it should keep. */

/** `folder` is the bench's own and stays between runs, so that what takes long to make is made once. */
export interface BenchOptions {
  size: number;
  seed: number;
  folder: string;
  /** How many questions are asked where that can be chosen. */
  questions?: number;
  say(progress: string): void;
}

export interface Bench {
  /** What is measured, in a few words. */
  title: string;
  /** False where the number of records makes no difference. */
  sized: boolean;
  run(options: BenchOptions): Promise<Measured>;
}

/** Something that was promised: met when the value is on the right side of the limit. */
export interface Bar {
  what: string;
  value: number;
  atMost?: number;
  atLeast?: number;
  unit: string;
}

export interface Table {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface Measured {
  bars: readonly Bar[];
  tables: readonly Table[];
  /** Sentences on how it was measured. */
  notes: readonly string[];
}

export const isMet = ({ value, atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }: Bar): boolean =>
  value <= atMost && value >= atLeast;

/** One bar as a row: what, measured, promised. */
export function barRow(bar: Bar): string[] {
  const limit = bar.atMost === undefined ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`;
  return [
    bar.what,
    `${figure(bar.value)} ${bar.unit}`.trim(),
    `${limit} ${bar.unit}`.trim(),
    isMet(bar) ? 'yes' : '**no**',
  ];
}

/** Three figures are as many as a second run would give again. */
export const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
