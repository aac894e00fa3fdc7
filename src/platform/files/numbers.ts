/** Numbers as people write them: 1,234.5 and 1.234,5, 1 234,5 with any kind of blank, ١٢٣٤٫٥. */
import { MAX_VALUE_CHARS, type Parsed, plainText, quoted } from './parsed.ts';

const PLAIN = /^[+-]?\d*\.?\d+$|^[+-]?\d+\.$/;
const SCIENTIFIC = /^[+-]?\d+(\.\d+)?[eE][+-]?\d{1,3}$/;

export interface NumberOptions {
  /** Whether the column writes its decimals behind a comma, as `guessDecimalComma` tells. */
  decimalComma?: boolean;
}

/**
 * `1,234` and `1.234` are ambiguous unless `decimalComma` is given; `1,5`, `0.123` and `1.234,5` have one reading.
 * Whole numbers beyond 2^53 are refused: they could not be held exactly.
 */
export function parseNumber(text: string, options: NumberOptions = {}): Parsed<number> {
  const plain = normalise(text);
  if (plain === '') return { kind: 'empty' };
  const invalid = { kind: 'invalid', reason: `${quoted(text)} is not a number.` } as const;
  if (plain.length > MAX_VALUE_CHARS) return invalid;
  if (SCIENTIFIC.test(plain)) return toValue(plain) ?? invalid;
  const readings = decimalReadings(plain, options.decimalComma);
  const values = readings.map(toValue).filter((value) => value !== null);
  const [first, second] = values;
  if (!first) return readings.length > 0 ? { kind: 'invalid', reason: `${quoted(text)} is too large.` } : invalid;
  if (!second) return first;
  const both = [first.value, second.value];
  return { kind: 'ambiguous', readings: both, reason: `${quoted(text)} may be ${both[0]} or ${both[1]}.` };
}

/**
 * Whether a column's decimals stand behind a comma: `true`, `false`, or `null` when its numbers do not tell or
 * contradict one another.
 */
export function guessDecimalComma(samples: Iterable<string>): boolean | null {
  let comma = 0;
  let dot = 0;
  for (const sample of samples) {
    if (sample.length > MAX_VALUE_CHARS) continue;
    const text = normalise(sample);
    const asComma = reading(text, ',', '.');
    const asDot = reading(text, '.', ',');
    if (asComma !== null && asDot === null) comma++;
    if (asDot !== null && asComma === null) dot++;
  }
  if (comma > 0 === dot > 0) return null;
  return comma > 0;
}

type NumberValue = { kind: 'value'; value: number };

function toValue(plain: string): NumberValue | null {
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && !/[eE]/.test(plain)) return null;
  // -0 is 0.
  return { kind: 'value', value: value === 0 ? 0 : value };
}

function normalise(text: string): string {
  return plainText(text)
    .replaceAll(/[\u2212\u2013\ufe63\uff0d]/g, '-')
    .replaceAll('’', "'")
    .replace(/^([+-]) /, '$1');
}

/** The ways to read digits with separators, each as JavaScript writes it. */
function decimalReadings(text: string, decimalComma: boolean | undefined): string[] {
  if (/[٫٬]/.test(text)) return arabicReading(text);
  const asComma = reading(text, ',', '.');
  const asDot = reading(text, '.', ',');
  const possible = [...new Set([asDot, asComma].filter((value) => value !== null))];
  const settled = decimalComma === true ? asComma : decimalComma === false ? asDot : null;
  return settled === null ? possible : [settled];
}

function arabicReading(text: string): string[] {
  const value = reading(text.replaceAll('٫', '.').replaceAll('٬', ','), '.', ',');
  return value === null ? [] : [value];
}

/** The number when `decimal` is its decimal sign and `group` may stand between groups of three digits. */
function reading(text: string, decimal: string, group: string): string | null {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/.exec(text) ?? [];
  const [whole = '', fraction = '', ...more] = digits.split(decimal);
  if (more.length > 0 || (fraction !== '' && !/^\d+$/.test(fraction))) return null;
  const separator = [group, ' ', "'"].find((candidate) => whole.includes(candidate));
  const groups = separator === undefined ? [whole] : whole.split(separator);
  const grouped = groups.length === 1 || (/^[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every(isTriple));
  if (!grouped) return null;
  const plain = `${sign}${groups.join('')}${digits.includes(decimal) ? `.${fraction}` : ''}`;
  return PLAIN.test(plain) ? plain : null;
}

function isTriple(group: string): boolean {
  return /^\d{3}$/.test(group);
}
