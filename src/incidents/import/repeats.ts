/**
 * Repeated questions of a form come as sheets of their own, one row a person: `_parent_index` names the row of the main
 * sheet that they belong to. What a record can hold of them are counts: so many rows, and of those so many killed,
 * so many women killed. The counts stand as further columns of the main sheet, under headings that say what they count.
 */
import { readCountHeading } from './figure-words.ts';

type Cells = Readonly<Record<string, string>>;

export interface Repeats {
  /** Headings of the counts. */
  headers: string[];
  /** By the number of the main sheet's row. */
  byParent: ReadonlyMap<string, Cells>;
}

const PARENT = '_parent_index';
/** Rows looked at to find the columns that say what happened to somebody, and their sex and age. */
const LOOKED_AT = 500;
const MANY = 0.5;
/** More different answers are no answers of one question. */
const MOST_VALUES = 12;

export const isRepeat = (headers: readonly string[]): boolean => headers.includes(PARENT);

/** @param rows in file order; @param sheet its name, which begins the headings */
export function countRepeats(sheet: string, headers: readonly string[], rows: readonly Cells[]): Repeats {
  const looked = rows.slice(0, LOOKED_AT);
  const columnOf = (holds: (text: string) => boolean) =>
    headers.find((header) => {
      const filled = looked.map((cells) => (cells[header] ?? '').trim()).filter(Boolean);
      if (filled.length === 0 || new Set(filled).size > MOST_VALUES) return false;
      return filled.filter(holds).length >= filled.length * MANY;
    });
  const harm = columnOf((text) => readCountHeading(text)?.harm != null);
  const sex = columnOf((text) => {
    const heading = readCountHeading(text);
    return heading !== null && heading.harm === null && heading.part !== 'best' && heading.rest === 0;
  });
  // Where something says what happened to them, a count of everybody would only be asked about.
  const all = harm === undefined ? `${sheet} (rows)` : '';
  const found = new Set(all ? [all] : []);
  const counts = new Map<string, Map<string, number>>();
  for (const cells of rows) {
    const parent = (cells[PARENT] ?? '').trim();
    if (parent === '') continue;
    const [what, who] = [harm, sex].map((header) => (header === undefined ? '' : (cells[header] ?? '').trim()));
    const of = counts.get(parent) ?? new Map<string, number>();
    counts.set(parent, of);
    for (const heading of [all, what && `${sheet} / ${what}`, what && who && `${sheet} / ${what} / ${who}`]) {
      if (!heading) continue;
      found.add(heading);
      of.set(heading, (of.get(heading) ?? 0) + 1);
    }
  }
  const names = [...found];
  const byParent = new Map(
    [...counts].map(([parent, of]) => [
      parent,
      Object.fromEntries(names.map((name) => [name, String(of.get(name) ?? 0)])),
    ]),
  );
  return { headers: names, byParent };
}
