/** Reading single cells. Each gives a value or a sentence that names the column; the usual case takes a short way. */
import { parseDate, parseNumber } from '../../platform/files/index.ts';
import type { Estimate } from '../contract.ts';

/** Thrown by the readers below and turned into a refusal by `orRefused`: a row has many cells, and one way out. */
export class CellRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'CellRefused';
  }
}

/** The largest count that a record holds. */
const MAX_COUNT = 100_000_000;

/** Every month has these days; the others are checked the long way. */
const ISO_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?:T00:00:00(?:\.0+)?Z?)?$/;
/** What exports write behind a day that has no time. */
const MIDNIGHT = /^(?:T00:00:00(?:\.0+)?Z?)?$/;

/** Headings by their lower-case names, for data sets whose columns are known. */
export function columnFinder(headers: readonly string[]): (...names: string[]) => string | undefined {
  const byName = new Map<string, string>();
  for (const header of headers) {
    const name = header.trim().toLowerCase();
    if (!byName.has(name)) byName.set(name, header);
  }
  return (...names) => names.map((name) => byName.get(name)).find((header) => header !== undefined);
}

/** The cell of a column that may not be there, without blanks at its ends. */
export function textOf(cells: Record<string, string>, header: string | undefined): string {
  return header === undefined ? '' : (cells[header] ?? '').trim();
}

/** A whole number from 0 on; `null` for an empty cell. */
export function countOf(cells: Record<string, string>, header: string | undefined): number | null {
  const text = textOf(cells, header);
  if (text === '') return null;
  if (/^\d{1,8}$/.test(text)) return Number(text);
  const read = parseNumber(text);
  if (read.kind !== 'value') throw new CellRefused(`${header}: ${read.kind === 'empty' ? 'empty.' : read.reason}`);
  return wholeCount(read.value, text, header ?? '');
}

export function wholeCount(value: number, text: string, header: string): number {
  if (value < 0) throw new CellRefused(`${header}: ${quoted(text)} is negative; nobody can count fewer than none.`);
  if (!Number.isInteger(value)) throw new CellRefused(`${header}: ${quoted(text)} is not a whole number.`);
  if (value > MAX_COUNT) throw new CellRefused(`${header}: ${quoted(text)} is too large to be a count of people.`);
  return value;
}

/** A single ISO day; time of day is dropped here (see `isPlainDay`). `null` for an empty cell. */
export function dayOf(cells: Record<string, string>, header: string | undefined): string | null {
  const text = textOf(cells, header);
  if (text === '') return null;
  if (ISO_DAY.test(text)) return text.slice(0, 10);
  const read = parseDate(text);
  if (read.kind !== 'value') throw new CellRefused(`${header}: ${read.kind === 'empty' ? 'empty.' : read.reason}`);
  return read.value.from;
}

/** Whether a day says all that the cell says. */
export function isPlainDay(text: string, day: string | null): boolean {
  return text.slice(0, 10) === day && (text.length === 10 || MIDNIGHT.test(text.slice(10)));
}

/** Only `best` is given. */
export function only(best: number | null): Estimate {
  return { low: null, best, high: null };
}

/** Text that fits its field; what is longer stays whole in `extra` (the caller keeps the column). */
export function within(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

/** A cell in a sentence, shortened. */
export function quoted(text: string): string {
  return `“${within(text, 60)}”`;
}

export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Remembers the answers to texts that come again and again, a bounded number of them. */
export function remembered<T>(answer: (text: string) => T, limit = 10_000): (text: string) => T {
  const known = new Map<string, { value: T }>();
  return (text) => {
    let entry = known.get(text);
    if (!entry) {
      if (known.size >= limit) known.clear();
      entry = { value: answer(text) };
      known.set(text, entry);
    }
    return entry.value;
  };
}

/** A table's entry for a file's word. Plain objects also answer to `constructor` and the like, which are in no table. */
export function entry<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** Runs an adapter's work on one row; a refused cell refuses the row with its sentence. */
export function orRefused<T>(work: () => T): T | { refused: string } {
  try {
    return work();
  } catch (error) {
    if (error instanceof CellRefused) return { refused: error.message };
    throw error;
  }
}
