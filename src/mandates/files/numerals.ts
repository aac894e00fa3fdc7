/** Numbers as lists write them. */

export type Numeral = (value: number) => string;

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
  ] as const),
  ...([
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];
/** As abjad orders them, and as dictionaries do. */
const ABJAD = [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'];
const ALPHABET = [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'];
/** Past this no list of ours goes; a file that says so means harm. */
const MOST_REPEATS = 20;

/** @returns 14 as `xiv`; what no numeral can say as digits */
export function roman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return String(value);
  let rest = value;
  let out = '';
  for (const [worth, letters] of ROMAN) for (; rest >= worth; rest -= worth) out += letters;
  return out;
}

/** @returns 27 as `aa`, 28 as `ab`: how a browser goes on after `z` */
export function letters(value: number): string {
  if (!Number.isInteger(value) || value < 1) return String(value);
  let out = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  return out;
}

/** @returns 27 as `aa`, 28 as `bb`: how Word goes on after the last letter */
function repeated(value: number, alphabet: readonly string[]): string {
  const times = Math.ceil(value / alphabet.length);
  if (!Number.isInteger(value) || value < 1 || times > MOST_REPEATS) return String(value);
  return (alphabet[(value - 1) % alphabet.length] as string).repeat(times);
}

const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];

/** Word's names of formats; those that are missing here are none that an English, French or Arabic text uses. */
export const WORD_NUMERALS: Readonly<Record<string, Numeral>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: (value) => repeated(value, LATIN),
  upperLetter: (value) => repeated(value, LATIN).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  arabicAbjad: (value) => repeated(value, ABJAD),
  arabicAlpha: (value) => repeated(value, ALPHABET),
};
