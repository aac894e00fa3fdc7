/**
 * A theme through the years of many texts: where it is spoken of, and which wording spread. A wording is a run of words
 * about the theme that stands in several texts; the earliest of them is where it came from, as far as these texts go.
 */
import type { Paragraph, Reading, Theme } from '../contract.ts';
import { plainOf } from '../reading/plain.ts';

const WORDS: Record<Theme, RegExp> = {
  protection_of_civilians:
    /protect(?:ion|ing|s)?(?: of| the)?(?: [a-z-]+){0,3} civilian|civilians? under|violence against civilians|protection mandate/,
  human_rights: /human rights/,
  access: /humanitarian (?:access|assistance|personnel)|unhindered(?:[a-z, ]{0,30})access/,
  use_of_force: /all necessary (?:means|measures|action)|use of force|imminent threat/,
};

type Text = Pick<Reading, 'symbol' | 'date' | 'paragraphs'>;

export interface Place {
  symbol: string | null;
  date: string | null;
  number: string;
}

export interface Wording {
  /** In small letters, one space between words. */
  words: string;
  /** The earliest of these texts that has it. */
  origin: Place;
  /** Every text that has it, once each, the earliest first. */
  places: Place[];
}

export interface ThemeYears {
  theme: Theme;
  /** By year: texts, how many of them speak of it, and in how many operative paragraphs. */
  years: { year: number; texts: number; speaking: number; paragraphs: number }[];
  /** The widest spread first. */
  wordings: Wording[];
}

/** Fewer words are a phrase that anybody uses. */
const FEWEST = 6;
const TEXTS_AT_LEAST = 3;

/** @param limit how many wordings are wanted */
export function themeThrough(texts: readonly Text[], theme: Theme, limit = 40): ThemeYears {
  const pattern = WORDS[theme];
  const years = new Map<number, { texts: number; speaking: number; paragraphs: number }>();
  const speaking: { place: Place; tokens: string[] }[] = [];
  for (const { symbol, date, paragraphs } of texts.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))) {
    const year = Number(date?.slice(0, 4));
    if (!year) continue;
    const count = years.get(year) ?? { texts: 0, speaking: 0, paragraphs: 0 };
    years.set(year, count);
    count.texts++;
    const of = paragraphs
      .map((paragraph) => ({ paragraph, words: wordsOf(paragraph) }))
      .filter(({ words }) => pattern.test(words));
    if (of.length > 0) count.speaking++;
    count.paragraphs += of.filter(({ paragraph }) => paragraph.kind === 'OP').length;
    for (const { paragraph, words } of of)
      speaking.push({ place: { symbol, date, number: paragraph.number }, tokens: words.split(' ') });
  }
  return {
    theme,
    years: [...years].sort(([a], [b]) => a - b).map(([year, count]) => ({ year, ...count })),
    wordings: wordingsIn(speaking, pattern).slice(0, limit),
  };
}

const wordsOf = ({ text }: Paragraph): string =>
  plainOf(text, [[0, text.length]])
    .lower.replaceAll(/\([^)]{0,40}\)/g, ' ')
    .replaceAll(/[^a-zà-ÿ0-9'-]+/g, ' ')
    .trim();

/** Runs of words about the theme that stand in several texts, each as long as it can be without standing in fewer. */
function wordingsIn(speaking: readonly { place: Place; tokens: string[] }[], pattern: RegExp): Wording[] {
  const seeds = new Map<string, Map<string, Place>>();
  for (const { place, tokens } of speaking)
    for (let at = 0; at + FEWEST <= tokens.length; at++) {
      const run = tokens.slice(at, at + FEWEST).join(' ');
      if (!pattern.test(run)) continue;
      const places = seeds.get(run) ?? new Map<string, Place>();
      seeds.set(run, places);
      const text = place.symbol ?? '';
      if (!places.has(text)) places.set(text, place);
    }
  const grown = new Map<string, Wording>();
  for (const [run, places] of seeds) {
    if (places.size < TEXTS_AT_LEAST) continue;
    const words = trimmed(grow(run, speaking, places.size));
    if (words.split(' ').length < FEWEST - 1) continue;
    const known = grown.get(words);
    const all = [...places.values()];
    if (!known || known.places.length < all.length) grown.set(words, { words, origin: all[0] as Place, places: all });
  }
  const wordings = [...grown.values()].sort(
    (a, b) => b.places.length - a.places.length || b.words.length - a.words.length,
  );
  // A shorter one that stands in hardly more texts than a longer one around it says nothing of its own.
  return wordings.filter(
    ({ words, places }) =>
      !wordings.some(
        (other) => other.words !== words && other.words.includes(words) && other.places.length >= places.length * 0.8,
      ),
  );
}

const SMALL = /^(?:and|or|the|of|in|to|on|for|with|by|from|a|an|that|its|as|at|including|regarding)$/;

/** Without the small words at its ends and the numbers before it, which say nothing there. */
function trimmed(run: string): string {
  const words = run.split(' ');
  while (SMALL.test(words[0] ?? '') || /^\d+$/.test(words[0] ?? '')) words.shift();
  while (SMALL.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** Makes a run longer to both sides as long as nearly all of its texts go along. */
function grow(run: string, speaking: readonly { tokens: string[]; place: Place }[], texts: number): string {
  const holders = speaking
    .map(({ tokens, place }) => ({ words: ` ${tokens.join(' ')} `, symbol: place.symbol }))
    .filter(({ words }) => words.includes(` ${run} `));
  let words = run;
  for (const side of ['right', 'left'] as const)
    for (let step = 0; step < 14; step++) {
      const next = new Map<string, Set<string | null>>();
      for (const holder of holders) {
        const at = holder.words.indexOf(` ${words} `);
        if (at < 0) continue;
        const rest = side === 'right' ? holder.words.slice(at + words.length + 2) : holder.words.slice(0, at);
        const word = side === 'right' ? rest.split(' ')[0] : rest.split(' ').at(-1);
        if (word) next.set(word, (next.get(word) ?? new Set()).add(holder.symbol));
      }
      const [best] = [...next].sort((a, b) => b[1].size - a[1].size);
      if (!best || best[1].size < texts * 0.9) break;
      words = side === 'right' ? `${words} ${best[0]}` : `${best[0]} ${words}`;
    }
  return words;
}
