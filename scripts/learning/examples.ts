/** Coded paragraphs with what speaks for and against each of their tasks: what the coder learns from. */
import { readFile } from 'node:fs/promises';
import { type Evidence, evidenceByParagraph, textsOf } from '../../src/mandates/index.ts';
import { sharedData } from '../../test/support/data.ts';

export interface Coded {
  symbol: string;
  number: string;
  codes: { code: string; modality: string }[];
}

export interface Example {
  symbol: string;
  number: string;
  evidence: Evidence[];
  codes: ReadonlySet<string>;
  /** Codes on which two readings of it differ: it teaches nothing of them. */
  doubtful: ReadonlySet<string>;
  /** How many examples it counts for. */
  weighs: number;
  /** Whether two readers coded it and a third settled what they differ on, so that it can measure. */
  settled: boolean;
}

/** Read once to three times; read twice and settled; and four whole texts gone through by hand. */
const TAUGHT = ['tuned-on', 'coded-once', 'thousand-settled', 'gone-through'];
/** Second readings, and third ones, of those whom the first did not know. */
const AGAIN = ['coded-again', 'rewritten'];
/** Texts gone through by hand, which are to be read right in every paragraph, against one reader's reading. */
const BY_HAND = 8;
/** No word of these is learnt from. */
const HELD_OUT = ['coded-agreed', 'held-out-settled', 'unseen-settled'];
export const RESOLUTIONS = ['resolutions_1946_1994.jsonl.gz', 'resolutions_1998_2025.jsonl.gz'];

/** A list of `bench/mandates`. */
export const codedIn = async (name: string): Promise<Coded[]> =>
  JSON.parse(await readFile(new URL(`../../bench/mandates/${name}.json`, import.meta.url), 'utf8'));

const keyOf = ({ symbol, number }: { symbol: string; number: string }): string => `${symbol} ${number}`;

/**
 * Paragraphs that language models wrote and coded by the codebook, of fields in which there are few real ones, and of near
 * misses: nobody adopted them. They teach, and measure nothing.
 */
export const inventedTexts = async (): Promise<{ text: string; codes: Coded['codes'] }[]> =>
  (await codedIn('invented')) as never;

/** Real paragraphs in other words, of another country: by the same reader who coded the real one, and so coded alike. */
export const rewrittenTexts = async (): Promise<(Coded & { text: string })[]> => (await codedIn('rewritten')) as never;

/** @returns both as examples; one that was rewritten is of the text whose paragraph it was, so that it never judges it */
export async function invented(): Promise<Example[]> {
  const [own, rewritten] = await Promise.all([inventedTexts(), rewrittenTexts()]);
  return [...own.map((one) => ({ ...one, symbol: '' })), ...rewritten].map(({ symbol, text, codes }) => ({
    ...{ symbol, number: '1', doubtful: new Set<string>(), weighs: 1, settled: false },
    evidence: evidenceByParagraph(`The Security Council,\n\n1. ${text}`).get('1') ?? [],
    codes: new Set(codes.map(({ code }) => code)),
  }));
}

/** @returns examples in the order of the texts, and how many were left out since a paragraph held out has the same words */
export async function examples(): Promise<{ taught: Example[]; same: number }> {
  const [taught, again, heldOut] = await Promise.all([lists(TAUGHT), lists(AGAIN), lists(HELD_OUT)]);
  const wanted = new Map(taught.map((one) => [keyOf(one), one]));
  const byHand = new Set((await codedIn('gone-through')).map(keyOf));
  const settled = new Set((await codedIn('thousand-settled')).map(keyOf));
  const others = Map.groupBy(again, keyOf);
  const held = new Set(heldOut.map(keyOf));
  const found: (Example & { words: string })[] = [];
  const heldWords = new Set<string>();
  for (const { symbol, evidence, number } of await paragraphs()) {
    const key = keyOf({ symbol, number });
    // Its own words, however they are asked for and whatever stands above.
    const words = evidence.flatMap(({ name, words }) => (words ? name.slice(2) : [])).join('|');
    if (held.has(key)) heldWords.add(words);
    const one = wanted.get(key);
    if (!one || held.has(key)) continue;
    // No further reading casts doubt on what is settled.
    const further = byHand.has(key) || settled.has(key) ? [] : (others.get(key) ?? []);
    const { codes, doubtful } = agreedOn([one, ...further]);
    found.push({
      symbol,
      number,
      evidence,
      codes,
      doubtful,
      words,
      weighs: byHand.has(key) ? BY_HAND : 1,
      settled: settled.has(key),
    });
  }
  const kept = found.filter(({ words }) => !heldWords.has(words));
  return { taught: kept, same: found.length - kept.length };
}

/** What most readings say; where as many say it as do not, it is in doubt. */
export function agreedOn(readings: readonly Coded[]): Pick<Example, 'codes' | 'doubtful'> {
  const votes = new Map<string, number>();
  for (const { codes } of readings)
    for (const code of new Set(codes.map(({ code }) => code))) votes.set(code, (votes.get(code) ?? 0) + 1);
  const all = [...votes];
  return {
    codes: new Set(all.filter(([, count]) => 2 * count > readings.length).map(([code]) => code)),
    doubtful: new Set(all.filter(([, count]) => 2 * count === readings.length).map(([code]) => code)),
  };
}

const lists = async (names: readonly string[]): Promise<Coded[]> => (await Promise.all(names.map(codedIn))).flat();

async function paragraphs(): Promise<{ symbol: string; number: string; evidence: Evidence[] }[]> {
  const all: { symbol: string; number: string; evidence: Evidence[] }[] = [];
  const seen = new Set<string>();
  for (const name of RESOLUTIONS) {
    const file = sharedData(`mandates/${name}`);
    if (!file) throw new Error('The resolutions are not there (../shared/data/mandates).');
    for await (const one of textsOf(file)) {
      if (!('text' in one) || !one.symbol || seen.has(one.symbol)) continue;
      seen.add(one.symbol);
      for (const [number, evidence] of evidenceByParagraph(one.text))
        all.push({ symbol: one.symbol, number, evidence });
    }
  }
  return all;
}
