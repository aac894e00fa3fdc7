/** What became of a text that should be a number, a date or a coordinate. Nothing is guessed without saying so. */
export type Parsed<T> =
  | { kind: 'value'; value: T }
  /** Nothing but blanks. */
  | { kind: 'empty' }
  /** More than one reading is possible: ask, or look at the other rows. */
  | { kind: 'ambiguous'; readings: readonly T[]; reason: string }
  /** `reason` is a sentence for a person. */
  | { kind: 'invalid'; reason: string };

/** Nothing longer is a number, a date or a coordinate; patterns may take long over longer text. */
export const MAX_VALUE_CHARS = 100;

const ZEROS = [0x0660, 0x06f0];

/** Arabic-Indic and Persian digits as 0–9; without marks of direction; every kind of blank as a plain one. */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
    })
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g, '')
    .replaceAll(/\s/g, ' ')
    .trim();
}

export function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}
