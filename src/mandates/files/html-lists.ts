/** The numbers that a browser draws before the items of a list. They stand nowhere in the page's text. */
import { letters, type Numeral, roman } from './numerals.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface List {
  ordered: boolean;
  /** How its items are numbered; `null` for a dot, `none` for nothing. */
  numeral: Numeral | 'decimal' | 'none' | null;
  /** The number of its next item. */
  next: number;
}

const upper =
  (numeral: Numeral): Numeral =>
  (value) =>
    numeral(value).toUpperCase();

const TYPES: Readonly<Record<string, List['numeral']>> = {
  ...{ '1': 'decimal', a: letters, A: upper(letters), i: roman, I: upper(roman) },
  ...{ disc: null, circle: null, square: null, none: 'none' },
};
const STYLES: Readonly<Record<string, List['numeral']>> = {
  ...{ decimal: 'decimal', 'lower-alpha': letters, 'lower-latin': letters, 'lower-roman': roman },
  ...{ 'upper-alpha': upper(letters), 'upper-latin': upper(letters), 'upper-roman': upper(roman) },
  ...{ disc: null, circle: null, square: null, none: 'none' },
};

/** @returns the list that the tag `name` opens */
export function listOf(name: string, attributes: Attributes): List {
  const ordered = name === 'ol';
  const said = numeralOf(attributes);
  const numeral = said === undefined ? (ordered ? 'decimal' : null) : said;
  return { ordered, numeral, next: whole(attributes.start) ?? 1 };
}

/**
 * Counts an item of the innermost list.
 * @returns what stands before its words: `1. `, below another number `(1) `, since a bare one would read as a paragraph of
 * its own; `(a) ` and `(iv) ` for letters and numerals, as resolutions write them; `• `
 */
export function markerOf(lists: readonly List[], attributes: Attributes): string {
  const list = lists.at(-1);
  if (!list) return '• ';
  const value = whole(attributes.value) ?? list.next;
  if (list.ordered) list.next = value + 1;
  const own = numeralOf(attributes);
  const numeral = own === undefined ? list.numeral : own;
  if (numeral === 'none') return '';
  if (numeral === null) return '• ';
  if (numeral !== 'decimal') return `(${numeral(value)}) `;
  const below = lists.slice(0, -1).some(({ ordered }) => ordered);
  return below ? `(${value}) ` : `${value}. `;
}

/** What the tag itself says, `undefined` where it says nothing that is known. */
function numeralOf({ type, style }: Attributes): List['numeral'] | undefined {
  const said =
    /list-style(?:-type)?\s*:([^;]*)/i
      .exec(style ?? '')?.[1]
      ?.toLowerCase()
      .split(/\s+/) ?? [];
  for (const word of said) if (Object.hasOwn(STYLES, word)) return STYLES[word] ?? null;
  const given = (type ?? '').trim();
  const known = Object.hasOwn(TYPES, given) ? given : given.toLowerCase();
  return Object.hasOwn(TYPES, known) ? (TYPES[known] ?? null) : undefined;
}

function whole(text: string | undefined): number | null {
  const found = /^\s*([-+]?\d{1,9})/.exec(text ?? '');
  return found ? Number(found[1]) : null;
}
