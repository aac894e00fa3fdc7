/**
 * Formula injection: a spreadsheet runs a cell that begins with = + - or @ (after blanks, or in full width).
 *
 * Such text gets one leading apostrophe in CSV. So that our own import gives back the exact text, text that already
 * looks like a guarded formula ('=1, ''=1) gets one more; any other apostrophe is left alone, in both directions.
 */

/** Blanks and invisible characters that spreadsheets skip, then what begins a formula, or a tab or line break. */
const FORMULA = String.raw`[\s\p{Cc}\p{Cf}\p{Zs}]*[=+\-@\u2212＝＋－＠\t\r\n]`;
const NEEDS_GUARD = new RegExp(`^'*${FORMULA}`, 'u');
const GUARDED = new RegExp(`^'+${FORMULA}`, 'u');

/** Text that no spreadsheet takes for a formula. `unescapeCell(escapeCell(x)) === x` for every x. */
export function escapeCell(text: string): string {
  return NEEDS_GUARD.test(text) ? `'${text}` : text;
}

/** The text that `escapeCell` was given. Text that it never gives is returned as it is. */
export function unescapeCell(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && GUARDED.test(text) ? text.slice(1) : text;
}

const APOSTROPHE = 39;
