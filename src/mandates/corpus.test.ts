/**
 * The real resolutions, which lie beside the checkout and never in it. What is kept here (`golden/`) are the readings of
 * four of them, checked paragraph by paragraph by hand, without their words. `KINGA_GOLDEN=take` writes them anew: look at
 * every line of the difference before you commit it.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedData } from '../../test/support/data.ts';
import { Reading } from './contract.ts';
import { type CorpusText, numberingOf, readNamed, symbolOfName, textsOf } from './corpus.ts';
import { readMandate } from './reading/read.ts';
import { aLaCarte } from './rules/a-la-carte.ts';
import { chainOf } from './rules/chain.ts';
import { compareTexts } from './rules/compare.ts';
import { themeThrough } from './rules/theme.ts';

const FILES = ['resolutions_1946_1994.jsonl.gz', 'resolutions_1998_2025.jsonl.gz'].map((name) =>
  sharedData(`mandates/${name}`),
);
const GOLDEN = ['1590', '1663', '2098', '2765'];
const NOBODY_SHALL = ['9', '11', '12', '16', '23', '35'];
const here = (name: string) => new URL(`golden/${name}`, import.meta.url);

/** A reading without the words of the resolution. */
function wordless(reading: Reading) {
  return {
    ...reading,
    paragraphs: reading.paragraphs.map(({ text: _, heading: __, ...paragraph }) => paragraph),
  };
}

describe.skipIf(FILES.includes(null))('1,217 resolutions (skipped where ../shared/data is absent)', () => {
  const texts: CorpusText[] = [];
  let readings: Reading[];
  beforeAll(async () => {
    for (const file of FILES) if (file) for await (const one of textsOf(file)) if ('text' in one) texts.push(one);
    readings = texts.map(readNamed);
  }, 120_000);

  test('every one is read, and every span is its words', () => {
    expect(readings).toHaveLength(1217);
    readings.forEach((reading, i) => {
      const { symbol, text } = texts[i] as CorpusText;
      expect(Reading.safeParse(reading).error?.message, symbol ?? '').toBeUndefined();
      expect(reading.symbol).toBe(symbol);
      for (const { span, text: words } of reading.paragraphs)
        if (text.slice(...span) !== words) expect.fail(`${symbol} ${span}`);
    });
  });

  test('operative numbering is complete and in order wherever the text has it', () => {
    const numbered = readings.filter((reading) => numberingOf(reading).numbered);
    const odd = numbered.filter((reading) => !numberingOf(reading).complete);
    expect(numbered.length).toBeGreaterThanOrEqual(950);
    // Each was looked at: the scanned text has lost the number, or leads with words that it never numbered.
    expect(odd.map(({ symbol }) => /\d+/.exec(symbol ?? '')?.[0])).toEqual(ODD);
  });

  const numbered = (number: string) => {
    const found = readings.find(({ symbol }) => symbol?.startsWith(`S/RES/${number} `));
    if (!found) throw new Error(`there is no ${number}`);
    return found;
  };

  test('the à-la-carte test of every text that sets a mission’s tasks', () => {
    for (const [number, expected] of Object.entries(FINDINGS))
      expect(
        aLaCarte(numbered(number), null)
          .map(({ code }) => code)
          .join(' '),
        number,
      ).toBe(expected);
  });

  test('MONUSCO, link by link', () => {
    const chain = chainOf(Object.keys(UNTIL).map(numbered), 'MONUSCO');
    expect(chain.map(({ text, act, until }) => [/\d+/.exec(text.symbol ?? '')?.[0], act, until])).toEqual(
      Object.entries(UNTIL).map(([number, until]) => [number, 'renews', until]),
    );
    const between = (before: string, after: string) => compareTexts(numbered(before), numbered(after));
    const words = (number: string, quotes: { number: string; span: [number, number] }[]) =>
      quotes.map(
        (quote) =>
          `${quote.number}: ${textOf(number)
            .slice(...quote.span)
            .replace(/\s+/g, ' ')}`,
      );
    const textOf = (number: string) => texts.find(({ symbol }) => symbol?.startsWith(`S/RES/${number} `))?.text ?? '';
    // 2098 adds the Intervention Brigade and hands elections and demining over.
    const brigade = between('1925', '2098');
    expect(brigade.added.map(({ number }) => number)).toContain('9');
    expect(brigade.changes.filter(({ kind }) => kind === 'ending').map(({ task }) => task)).toContain('Demining');
    // 2717 leaves South Kivu; 2765 lowers the ceiling.
    expect(words('2717', between('2556', '2717').endings).join()).toMatch(/withdraw/);
    const { ceilings } = between('2717', '2765');
    expect([ceilings.before[0]?.people, ceilings.after[0]?.people]).toEqual([13_500, 11_500]);
  });

  test('protection of civilians through the years: the words of 1265 are the first of the most spread', () => {
    const { wordings } = themeThrough(readings, 'protection_of_civilians');
    expect(wordings[0]).toMatchObject({
      words: 'protection of civilians in armed conflict',
      origin: { symbol: 'S/RES/1265 (1999)' },
    });
    const threat = wordings.find(({ words }) => words.includes('civilians under imminent threat of physical violence'));
    expect(threat?.origin.symbol).toBe('S/RES/1590 (2005)');
  });

  test('an agreement of length: the plan of action of 2015, annexed to 2231, is numbered whole and says who shall do what', () => {
    const { annexes } = numbered('2231');
    const source = texts.find(({ symbol }) => symbol === 'S/RES/2231 (2015)')?.text ?? '';
    const { paragraphs } = readMandate(source.slice(...(annexes[0]?.span ?? [0, 0])));
    const main = paragraphs.slice(0, paragraphs.findIndex(({ number }) => number === '37') + 1);
    const operative = main.filter(({ kind }) => kind === 'OP');
    expect(operative.map(({ number }) => Number(number))).toEqual(Array.from({ length: 37 }, (_, i) => i + 1));
    // Statements, intentions, and what Iran will not do: looked at one by one. 23 dates itself by events before it says who.
    expect(operative.filter(({ verb }) => verb === null).map(({ number }) => number)).toEqual(NOBODY_SHALL);
    const heading = (number: string) => operative.find((one) => one.number === number)?.heading;
    expect([heading('1'), heading('36')]).toEqual([
      'A.ENRICHMENT, ENRICHMENT R&D, STOCKPILES',
      'DISPUTE RESOLUTION MECHANISM',
    ]);
  });

  test.each(GOLDEN)('%s reads as checked by hand', async (number) => {
    const file = sharedData(`mandates/S_RES_${number}_${number === '1590' ? 2005 : 2006}.txt`);
    const reading =
      number === '1590' || number === '1663'
        ? readNamed({ symbol: symbolOfName(path.basename(file ?? '')), text: await readFile(file ?? '', 'utf8') })
        : readings.find(({ symbol }) => symbol?.startsWith(`S/RES/${number} `));
    const fresh = wordless(reading as Reading);
    if (process.env.KINGA_GOLDEN === 'take') await writeFile(here(`${number}.json`), JSON.stringify(fresh, null, 2));
    expect(fresh).toEqual(JSON.parse(await readFile(here(`${number}.json`), 'utf8')));
  });
});

/** Findings of each text that sets a mission's tasks, each held against the text by hand. */
const FINDINGS: Record<string, string> = {
  1590: 'no_early_warning no_community_engagement',
  1925: 'no_access',
  1990: 'no_human_rights_monitoring no_early_warning no_community_engagement',
  1996: 'no_community_engagement',
  2098: 'no_access',
  2147: 'no_access',
  2211: 'no_access',
  2277: 'no_access',
  2409: '',
  2429: 'no_early_warning no_community_engagement',
  2502: '',
  2556: 'consent_withdrawn',
  2677: '',
  2709: '',
  2717: 'no_access consent_withdrawn',
  2759: '',
  2765: 'consent_withdrawn',
};

/** The last day of each mandate of one mission, as its text says it. */
const UNTIL: Record<string, string> = {
  ...{ 1925: '2011-06-30', 2098: '2014-03-31', 2147: '2015-03-31', 2211: '2016-03-31', 2277: '2017-03-31' },
  ...{ 2409: '2019-03-31', 2502: '2020-12-20', 2556: '2021-12-20', 2717: '2024-12-20', 2765: '2025-12-20' },
};

const ODD = '6 9 12 18 26 33 35 47 57 58 70 75 277 346 484 501 580 587 591 686 706 778 789 841 853 865 867'.split(' ');

describe('collections', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'kinga-corpus-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const all = async (where: string) => Array.fromAsync(textsOf(where));

  test('a folder of texts, in the order of their names; what cannot be read says so, other files are left alone', async () => {
    await writeFile(path.join(folder, 'S_RES_2_2030.txt'), 'two');
    await writeFile(path.join(folder, 'S_RES_3_2030.html'), '<html><p>three</p></html>');
    await writeFile(path.join(folder, 'S_RES_4_2030.docx'), 'no Word file');
    await writeFile(path.join(folder, 'S_RES_5_2030.pdf'), '%PDF-1.7 broken');
    await writeFile(path.join(folder, 'S_RES_1_2030.txt'), 'one');
    await writeFile(path.join(folder, 'notes.md'), 'no');
    expect(await all(folder)).toEqual([
      { place: 'S_RES_1_2030.txt', symbol: 'S/RES/1 (2030)', text: 'one' },
      { place: 'S_RES_2_2030.txt', symbol: 'S/RES/2 (2030)', text: 'two' },
      { place: 'S_RES_3_2030.html', symbol: 'S/RES/3 (2030)', text: 'three\n' },
      { place: 'S_RES_4_2030.docx', symbol: 'S/RES/4 (2030)', text: 'no Word file' },
      { place: 'S_RES_5_2030.pdf', why: expect.stringContaining('cannot be read') },
    ]);
    expect(await all(path.join(folder, 'S_RES_3_2030.html'))).toHaveLength(1);
  });

  test('one object a line, gzipped or not; a line that is none is told by its number', async () => {
    const lines = '{"symbol":"S/RES/1 (2030)","text":"one"}\n\n{"text":"two"}\n';
    await writeFile(path.join(folder, 'a.jsonl'), lines);
    await writeFile(path.join(folder, 'a.jsonl.gz'), gzipSync(lines));
    for (const name of ['a.jsonl', 'a.jsonl.gz'])
      expect(await all(path.join(folder, name))).toEqual([
        { place: `${name}, line 1`, symbol: 'S/RES/1 (2030)', text: 'one' },
        { place: `${name}, line 3`, symbol: null, text: 'two' },
      ]);
    await writeFile(path.join(folder, 'bad.jsonl'), `nonsense\n${lines}`);
    const [bad, ...good] = await all(path.join(folder, 'bad.jsonl'));
    expect(bad).toEqual({ place: 'bad.jsonl, line 1', why: 'It is no JSON object with a text.' });
    expect(good).toHaveLength(2);
  });

  test('a packed file that is cut off gives what stands before, and says so', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ text: `${i} ${Math.sin(i)}` })).join('\n');
    const whole = gzipSync(lines);
    await writeFile(path.join(folder, 'cut.jsonl.gz'), whole.subarray(0, whole.length / 2));
    const read = await all(path.join(folder, 'cut.jsonl.gz'));
    const texts = read.slice(0, -1);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.every((one) => 'text' in one)).toBe(true);
    expect(read.at(-1)).toEqual({
      place: `cut.jsonl.gz, after line ${texts.length}`,
      why: 'The packed file (gzip) is damaged or cut off.',
    });
  });

  test('the name a text has where its head has none', () => {
    expect(symbolOfName('S_RES_1590_2005.txt')).toBe('S/RES/1590 (2005)');
    expect(symbolOfName('notes.txt')).toBeNull();
    expect(readNamed({ symbol: 'S/RES/1 (2030)', text: 'The Security Council,\n\nDecides.' }).symbol).toBe(
      'S/RES/1 (2030)',
    );
    expect(
      readNamed({
        symbol: null,
        text: 'Resolution 2 (2031)\n\nThe Security Council,\n\n1. Decides.',
      }).symbol,
    ).toBe('S/RES/2 (2031)');
  });
});
