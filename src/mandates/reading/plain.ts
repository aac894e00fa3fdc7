/**
 * The words of a passage without their typography: one space between words, straight quotation marks, words that a line
 * end parted put together again, small letters. What is found in it is told in the places of the source.
 */
import type { Span } from './lines.ts';

export interface Plain {
  /** As written, but for spaces, quotation marks and dashes. */
  text: string;
  /** In small letters; as long as `text`. */
  lower: string;
  /** Where each unit of `text` stands in the source; one more than `text` is long. */
  at: Int32Array;
}

const STRAIGHT: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '`': "'",
  '´': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '–': '-',
  '—': '-',
  '\u2212': '-',
};
const INVISIBLE = new Set(['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\ufeff', '_']);

/**
 * @param parts places in the source that belong together, in order: what lies between them (a page's head) is left out
 * @returns the words of them all
 */
export function plainOf(source: string, parts: readonly Span[]): Plain {
  const size = parts.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const at = new Int32Array(size + 1);
  const out: string[] = [];
  let gap = false;
  let lineEnd = false;
  const put = (unit: string, place: number) => {
    at[out.length] = place;
    out.push(unit);
  };
  for (const [from, to] of parts) {
    for (let i = from; i < to; i++) {
      const unit = source[i] as string;
      if (isSpace(unit)) {
        gap = out.length > 0;
        lineEnd ||= unit === '\n' || unit === '\r';
        continue;
      }
      if (INVISIBLE.has(unit)) continue;
      if (gap) {
        if (isParted(out, unit)) {
          // "govern-" at a line's end and "mental" on the next; "word- word" is a known flaw of converted texts.
          if (lineEnd) out.pop();
        } else put(' ', i - 1);
        gap = false;
        lineEnd = false;
      }
      put(STRAIGHT[unit] ?? unit, i);
    }
    gap = out.length > 0;
    lineEnd = true;
  }
  at[out.length] = (parts.at(-1)?.[1] ?? 0) as number;
  const text = out.join('');
  const lower = text.toLowerCase();
  return { text, lower: lower.length === text.length ? lower : eachLower(out), at: at.subarray(0, out.length + 1) };
}

/** A letter whose small form is longer would move everything behind it. */
function eachLower(units: readonly string[]): string {
  return units.map((unit) => (unit.toLowerCase().length === unit.length ? unit.toLowerCase() : unit)).join('');
}

const isSpace = (unit: string): boolean => unit <= ' ' || unit === '\u00a0' || (unit > '\u1fff' && /\s/.test(unit));

/** A hyphen ended the last word, and a small letter follows; "pre- and post-conflict", "small- or medium" are no such words. */
function isParted(out: readonly string[], next: string): boolean {
  const last = out.length - 1;
  return out[last] === '-' && last > 0 && /[a-z]/i.test(out[last - 1] ?? '') && /[b-np-z]/.test(next);
}

/** @returns where a stretch of `plain.text` stands in the source */
export const spanIn = ({ at }: Plain, from: number, to: number): Span => [
  at[from] as number,
  (at[Math.max(from, to - 1)] as number) + 1,
];

/** The words for reading: one line, the source's own quotation marks and dashes. */
export const readable = (source: string): string =>
  source
    .replace(/-\s*[\r\n]+\s*(?=[a-z])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
