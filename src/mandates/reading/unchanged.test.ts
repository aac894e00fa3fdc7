/** Typography does not change a reading, and no span ever differs from the source. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMandate } from './read.ts';

const TEXTS = ['S_RES_9401_2026.txt', 'S_RES_9467_2030.txt'].map((file) =>
  readFileSync(new URL(`../../demo/tamrin/mandates/${file}`, import.meta.url), 'utf8'),
);

/** What a reading says, without where. */
function meaning(text: string) {
  const { symbol, date, chapterVII, paragraphs } = readMandate(text);
  return {
    symbol,
    date,
    chapterVII,
    paragraphs: paragraphs.map(
      ({ number, kind, parent, verb, strength, addressees, codes, qualifiers, references }) => ({
        number,
        kind,
        parent,
        verb,
        strength,
        addressees,
        codes: codes.map(({ span: _, ...code }) => code),
        qualifiers: qualifiers.map(({ code, value }) => [code, value?.replace(/\s+/g, ' ')]),
        references: references.map(({ span: _, ...reference }) => reference),
      }),
    ),
  };
}

function spansHold(text: string): void {
  for (const { span, text: words, codes, qualifiers, references } of readMandate(text).paragraphs) {
    expect(text.slice(...span)).toBe(words);
    for (const { span: inner } of [...codes, ...qualifiers, ...references])
      expect(inner[0] >= span[0] && inner[0] < inner[1] && inner[1] <= span[1]).toBe(true);
  }
}

/** A choice for each place where the text may be written otherwise. */
const choices = fc.array(fc.nat(99), { minLength: 40, maxLength: 40 });
const someText = fc.constantFrom(...TEXTS);
const RUNS = { numRuns: 40 };

function everyPlace(
  text: string,
  picks: readonly number[],
  places: RegExp,
  write: (words: string, pick: number) => string,
): string {
  let at = 0;
  return text.replace(places, (words) => write(words, picks[at++ % picks.length] ?? 0));
}

test('doubled spaces and broken lines', () => {
  fc.assert(
    fc.property(someText, choices, (text, picks) => {
      // Within paragraphs only: an empty line is a boundary. A line that would begin like a mark or a number is left alone.
      const written = everyPlace(text, picks, /(?<=[a-z,]) (?=[a-z]{2})/g, (_, pick) =>
        pick < 20 ? '\n' : pick < 50 ? '  ' : ' ',
      );
      spansHold(written);
      expect(meaning(written)).toEqual(meaning(text));
    }),
    RUNS,
  );
});

test('quotation marks and dashes of any style', () => {
  const styles: Record<string, string[]> = {
    '“': ['"', '«', '„'],
    '”': ['"', '»', '”'],
    '’': ["'", '‘', '`'],
    '–': ['-', '—'],
  };
  fc.assert(
    fc.property(someText, choices, (text, picks) => {
      const written = everyPlace(text, picks, /(?<=\S)[“”’](?=\S)/g, (mark, pick) => styles[mark]?.[pick % 3] ?? mark);
      spansHold(written);
      expect(meaning(written)).toEqual(meaning(text));
    }),
    RUNS,
  );
});

test('line ends of other systems, and spaces at the ends of lines', () => {
  for (const text of TEXTS) {
    expect(meaning(text.replaceAll('\n', '\r\n'))).toEqual(meaning(text));
    expect(meaning(text.replaceAll('\n', '  \n'))).toEqual(meaning(text));
    expect(meaning(text.replaceAll(/\n{2}/g, '\n\n\n'))).toEqual(meaning(text));
  }
});

/** The operative paragraphs of a text, each with its items. */
function operative(text: string): { head: string; blocks: string[] } {
  const from = text.search(/^1\. /m);
  return { head: text.slice(0, from), blocks: text.slice(from).split(/\n(?=\d+\. )/) };
}

/** Without numbers, and without what a text says of its own paragraphs by number: renumbering makes that another text. */
const unnumbered = (text: string) =>
  meaning(text).paragraphs.map(({ number: _, parent: __, references: ___, ...rest }) => JSON.stringify(rest));

test('other numbers and another order', () => {
  fc.assert(
    fc.property(someText, fc.nat(7), fc.infiniteStream(fc.nat(1000)), (text, add, order) => {
      const { head, blocks } = operative(text);
      const keys = blocks.map((block) => [order.next().value as number, block] as const);
      const moved = [...keys].sort((a, b) => a[0] - b[0]).map(([, block]) => block);
      const written = head + moved.map((block, i) => block.replace(/^\d+/, String(i + 1 + add)).trimEnd()).join('\n\n');
      spansHold(written);
      expect(unnumbered(written).sort()).toEqual(unnumbered(text).sort());
    }),
    RUNS,
  );
});

test('any words at all: nothing is thrown, no span differs', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\n\n',
      '\n',
      '1. ',
      '2. ',
      '(a) ',
      '(i) ',
      '– ',
      'The Security Council,',
      'Decides that UNMIS shall protect civilians ',
      'Annex',
      '“',
      '\u00ad',
      'İ',
      '2 (1999)',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => spansHold(pieces.join(''))),
    { numRuns: 300 },
  );
});
