/** Rows of a log that are none of its events: sums under the columns, and notes below the table. */
import { parseNumber } from '../../platform/files/index.ts';
import { foldWords } from './contract.ts';

const TOTALS: ReadonlySet<string> = new Set(
  'total, totals, grand total, subtotal, sub total, sum, totaux, total general, sous total, somme, مجموع, المجموع, الإجمالي, إجمالي, المجموع الكلي'
    .split(',')
    .map(foldWords),
);
/** A heading again further down, where a log goes on in a new month, fills at least so many cells. */
const LEAST_HEADINGS = 2;

/**
 * Why a row is no event, as a sentence; `null` for what may be one. A row is a sum when a cell says so and the others
 * are numbers or empty; a note when a single cell of several columns holds words; a repeated heading when its cells are
 * the headings.
 */
export function notAnEvent(cells: Readonly<Record<string, string>>, headers: readonly string[]): string | null {
  const filled = headers.flatMap((header) => {
    const text = (cells[header] ?? '').trim();
    return text === '' ? [] : [{ header, text }];
  });
  if (filled.length === 0) return null;
  const rest = filled.filter(({ text }) => !isTotal(text));
  if (rest.length < filled.length && rest.every(({ text }) => isNumber(text)))
    return 'The row is a total of other rows, not an event.';
  const [only] = filled;
  if (
    filled.length === 1 &&
    only &&
    headers.length >= 3 &&
    /\p{L}.*\s.*\p{L}|\p{L}{4,}/u.test(only.text) &&
    !isDateLike(only.text)
  )
    return 'The row is a note beside the table, not an event.';
  if (filled.length >= LEAST_HEADINGS && filled.every(({ header, text }) => text === header))
    return 'The row repeats the headings; it is not an event.';
  return null;
}

const isTotal = (text: string): boolean => {
  const folded = foldWords(text);
  return TOTALS.has(folded) || TOTALS.has(folded.replace(/ (?:\d{4}|\p{L}+ \d{4})$/u, ''));
};

const isNumber = (text: string): boolean => ['value', 'ambiguous'].includes(parseNumber(text).kind);

/** A month alone on a line begins a part of some logs; with a year it is a date that a row may have. */
const isDateLike = (text: string): boolean =>
  /^\D{3,12}\s+\d{4}$/u.test(text.trim()) || /\d{1,2}\D\d{1,2}\D\d{2,4}/.test(text);
