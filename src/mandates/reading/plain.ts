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

const LATIN = new TextDecoder('utf-16le');
const SPACE = 0x20;
const HYPHEN = 0x2d;

/** Units that are written in several ways, by the one they are read as. */
const STRAIGHT = new Map(
  Object.entries({ '"': '“”„«»', "'": '‘’‚‛`´', '-': '\u2010\u2011\u2012–—\u2212' }).flatMap(([plain, ways]) =>
    [...ways].map((way) => [way.charCodeAt(0), plain.charCodeAt(0)] as const),
  ),
);
const INVISIBLE = new Set([...'\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff_'].map((unit) => unit.charCodeAt(0)));

/**
 * @param parts places in the source that belong together, in order: what lies between them (a page's head) is left out
 * @returns the words of them all
 */
export function plainOf(source: string, parts: readonly Span[]): Plain {
  const size = parts.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const at = new Int32Array(size + 1);
  const out = new Uint16Array(size);
  let length = 0;
  let gap = false;
  let lineEnd = false;
  for (const [from, to] of parts) {
    for (let i = from; i < to; i++) {
      const unit = source.charCodeAt(i);
      if (isSpace(unit)) {
        gap = length > 0;
        lineEnd ||= unit === 0x0a || unit === 0x0d;
        continue;
      }
      if ((unit > 0x7e || unit === 0x5f) && INVISIBLE.has(unit)) continue;
      if (gap) {
        if (isParted(out, length, unit)) {
          // "govern-" at a line's end and "mental" on the next; "word- word" is a known flaw of converted texts.
          if (lineEnd) length--;
        } else {
          at[length] = i - 1;
          out[length++] = SPACE;
        }
        gap = false;
        lineEnd = false;
      }
      at[length] = i;
      out[length++] = unit > 0x7e || unit === 0x60 ? (STRAIGHT.get(unit) ?? unit) : unit;
    }
    gap = length > 0;
    lineEnd = true;
  }
  at[length] = parts.at(-1)?.[1] ?? 0;
  const text = LATIN.decode(out.subarray(0, length));
  const lower = text.toLowerCase();
  return { text, lower: lower.length === text.length ? lower : eachLower(text), at: at.subarray(0, length + 1) };
}

/** A letter whose small form is longer would move everything behind it. */
function eachLower(text: string): string {
  let lower = '';
  for (let i = 0; i < text.length; i++) {
    const small = text.charAt(i).toLowerCase();
    lower += small.length === 1 ? small : text.charAt(i);
  }
  return lower;
}

const isSpace = (unit: number): boolean =>
  unit <= SPACE ||
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x3000;

/** A hyphen ended the last word, and a small letter follows; "pre- and post-conflict", "small- or medium" are no such words. */
function isParted(out: Uint16Array, length: number, next: number): boolean {
  if (out[length - 1] !== HYPHEN || length < 2) return false;
  const before = (out[length - 2] as number) | 0x20;
  const isSmall = next > 0x61 && next <= 0x7a && next !== 0x6f;
  return before >= 0x61 && before <= 0x7a && isSmall;
}

/** Every match of a global pattern. `matchAll` would copy the pattern each time, and there are a million of them. */
export function eachMatch(pattern: RegExp, words: string, take: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) take(match);
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
