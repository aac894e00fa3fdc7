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

const FILES = ['resolutions_1946_1994.jsonl.gz', 'resolutions_1998_2025.jsonl.gz'].map((name) =>
  sharedData(`mandates/${name}`),
);
const GOLDEN = ['1590', '1663', '2098', '2765'];
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
    for (const file of FILES) if (file) for await (const text of textsOf(file)) texts.push(text);
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

const ODD = '6 9 12 18 26 33 35 47 57 58 70 75 277 346 484 501 580 587 591 686 706 778 789 841 853 865 867'.split(' ');

describe('collections', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'kinga-corpus-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const all = async (where: string) => Array.fromAsync(textsOf(where));

  test('a folder of texts, in the order of their names; other files are left alone', async () => {
    await writeFile(path.join(folder, 'S_RES_2_2030.txt'), 'two');
    await writeFile(path.join(folder, 'S_RES_1_2030.txt'), 'one');
    await writeFile(path.join(folder, 'notes.md'), 'no');
    expect(await all(folder)).toEqual([
      { symbol: 'S/RES/1 (2030)', text: 'one' },
      { symbol: 'S/RES/2 (2030)', text: 'two' },
    ]);
  });

  test('one object a line, gzipped or not; a line that is none is told by its number', async () => {
    const lines = '{"symbol":"S/RES/1 (2030)","text":"one"}\n\n{"text":"two"}\n';
    await writeFile(path.join(folder, 'a.jsonl'), lines);
    await writeFile(path.join(folder, 'a.jsonl.gz'), gzipSync(lines));
    for (const name of ['a.jsonl', 'a.jsonl.gz'])
      expect(await all(path.join(folder, name))).toEqual([
        { symbol: 'S/RES/1 (2030)', text: 'one' },
        { symbol: null, text: 'two' },
      ]);
    await writeFile(path.join(folder, 'bad.jsonl'), `${lines}nonsense\n`);
    await expect(all(path.join(folder, 'bad.jsonl'))).rejects.toThrow('line 4 is no JSON object with a text');
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
