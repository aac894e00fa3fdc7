/**
 * Victims told in words: “3 killed (2 women), 5 injured”, «2 morts dont 1 enfant», «مقتل 3 وإصابة 5». What is found is a
 * suggestion: words leave out, and a person has to say that the figures are to be taken from them.
 */
import { type HarmKind, SEX_AGE, type SexAge } from '../../vocabulary/codes.ts';
import type { Figure } from '../contract.ts';
import { foldWords } from './contract.ts';
import { readCountHeading } from './figure-words.ts';

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['one, un, une, واحد', 1],
    ['two, deux, اثنان, اثنين', 2],
    ['three, trois, ثلاثة', 3],
    ['four, quatre, أربعة', 4],
    ['five, cinq, خمسة', 5],
    ['six, ستة', 6],
    ['seven, sept, سبعة', 7],
    ['eight, huit, ثمانية', 8],
    ['nine, neuf, تسعة', 9],
    ['ten, dix, عشرة', 10],
  ].flatMap(([words, n]) =>
    String(words)
      .split(',')
      .map((word) => [foldWords(word), Number(n)]),
  ),
);
/** A verb before its number: «قتل 3 مدنيين». */
const ARABIC_VERBS: readonly [RegExp, HarmKind][] = [
  [/^(?:و)?(?:م?قتل|استشهاد)$/u, 'killed'],
  [/^(?:و)?(?:اصابه|اصيب|جرح)$/u, 'injured'],
  [/^(?:و)?(?:خطف|اختطاف)$/u, 'abducted'],
];
const isSexAge = (part: string): part is SexAge => (SEX_AGE as readonly string[]).includes(part);
const MOST = 100_000;

/** Figures that a text speaks of, one a harm; empty where it speaks of none, or of one harm twice. */
export function figuresInText(text: string): Figure[] {
  if (!/[\d٠-٩]|\p{L}/u.test(text) || text.length > 2000) return [];
  const found = new Map<HarmKind, Figure>();
  for (const { harm, count, parts } of clauses(text)) {
    // Told twice: then it is not one count, and adding would make up a third.
    if (found.has(harm)) return [];
    const bySexAge = Object.fromEntries(parts.map(([part, n]) => [part, { low: null, best: n, high: null }]));
    found.set(harm, { harm, group: 'all', total: { low: null, best: count, high: null }, bySexAge });
  }
  return [...found.values()];
}

interface Clause {
  harm: HarmKind;
  count: number;
  parts: [SexAge, number][];
}

function clauses(text: string): Clause[] {
  const tokens = latinDigits(text).match(/\p{L}[\p{L}\p{M}]*|\d+|[().;]/gu) ?? [];
  const all: Clause[] = [];
  let waiting: number | null = null;
  let before: HarmKind | null = null;
  let inside = false;
  for (const token of tokens) {
    if (token === '(') inside = true;
    else if (token === ')') inside = false;
    const number = numberOf(token);
    if (number !== null) {
      if (before) {
        all.push({ harm: before, count: number, parts: [] });
        before = null;
        waiting = null;
      } else waiting = number;
      continue;
    }
    const word = foldWords(token);
    if (word === '') {
      if (token !== '(' && token !== ')') waiting = null;
      continue;
    }
    const verb = ARABIC_VERBS.find(([pattern]) => pattern.test(word))?.[1];
    if (verb && waiting === null) {
      before = verb;
      continue;
    }
    const heading = readCountHeading(token);
    if (!heading || waiting === null) continue;
    const last = all.at(-1);
    if (heading.harm && !inside) {
      all.push({ harm: heading.harm, count: waiting, parts: [] });
      waiting = null;
    } else if (last && isSexAge(heading.part) && token.length > 1 && waiting <= last.count) {
      last.parts.push([heading.part, waiting]);
      waiting = null;
    }
  }
  return all;
}

function numberOf(token: string): number | null {
  if (/^\d{1,6}$/.test(token)) return Number(token) <= MOST ? Number(token) : null;
  const word = foldWords(token);
  return Object.hasOwn(NUMBERS, word) ? (NUMBERS[word] ?? null) : null;
}

const latinDigits = (text: string): string =>
  text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
