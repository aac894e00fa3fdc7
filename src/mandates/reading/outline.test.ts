import { describe, expect, test } from 'vitest';
import { outlineOf } from './outline.ts';

const numbers = (text: string) => outlineOf(text).pieces.map(({ number }) => number);
const words = (text: string) =>
  outlineOf(text).pieces.map(({ number, parts }) => [number, parts.map((part) => text.slice(...part)).join(' / ')]);

const HEAD = 'Resolution 9999 (2030)\n\nAdopted by the Security Council on 3 May 2030\n\nThe Security Council,\n\n';

describe('a text in numbered paragraphs', () => {
  test('preamble, paragraphs, items within items', () => {
    const text = `${HEAD}Recalling resolution 1265 (1999),\n\nDeeply concerned,\n\n1. Decides that the mandate shall be:\n\n(a) To protect;\n\n(i) In the north;\n\n(ii) In the south;\n\n(b) To monitor;\n\n2. Decides to remain seized of the matter.`;
    expect(numbers(text)).toEqual(['PP1', 'PP2', '1', '1 (a)', '1 (a) (i)', '1 (a) (ii)', '1 (b)', '2']);
  });

  test('(i) is a letter after (h), a numeral before (ii)', () => {
    const letters = 'abcdefghij';
    const list = [...letters].map((letter) => `(${letter}) To act;`).join('\n\n');
    expect(numbers(`${HEAD}1. Requests the following:\n\n${list}\n\n2. Decides to remain seized.`)).toEqual([
      '1',
      ...[...letters].map((letter) => `1 (${letter})`),
      '2',
    ]);
    const deep = `${HEAD}1. Requests:\n\n(a) To act:\n\n(h) To act;\n\n(i) In one place;\n\n(ii) In another;`;
    expect(numbers(deep)).toEqual(['1', '1 (a)', '1 (h)', '1 (h) (i)', '1 (h) (ii)']);
  });

  test('letters that go on below numerals', () => {
    const text = `${HEAD}1. Decides on these tasks:\n\n(i) Protection of civilians\n\n(a) To patrol;\n\n(b) To warn;\n\n(ii) Support\n\n(c) To advise;\n\n2. Decides.`;
    expect(numbers(text)).toEqual(['1', '1 (i)', '1 (i) (a)', '1 (i) (b)', '1 (ii)', '1 (ii) (c)', '2']);
  });

  test('dashes, and words behind the items of a paragraph', () => {
    const text = `${HEAD}1. Calls for:\n\n– one thing;\n\n– another thing;\n\nand requests the Secretary-General to report;\n\n2. Decides.`;
    expect(numbers(text)).toEqual(['1', '1 (–1)', '1 (–2)', '1 (end)', '2']);
  });

  test('headings stand over what follows, and are no paragraphs', () => {
    const pieces = outlineOf(
      `${HEAD}1. Requests the mission to act;\n\nHuman Rights\n\n2. Urges the parties to talk;`,
    ).pieces;
    expect(pieces.map(({ number, heading }) => [number, heading])).toEqual([
      ['1', null],
      ['2', 'Human Rights'],
    ]);
  });

  test('the title of an item is its heading', () => {
    const text = `${HEAD}1. Authorizes:\n\n(a) Neutralizing armed groups\n\nCarry out operations against them;\n\n2. Decides.`;
    const item = outlineOf(text).pieces.find(({ number }) => number === '1 (a)');
    expect(item).toMatchObject({ heading: 'Neutralizing armed groups', text: 'Carry out operations against them;' });
  });
});

describe('what pages and readers of letters do to a text', () => {
  test('broken lines, running heads and page numbers within a sentence', () => {
    const text = `${HEAD}1. Requests the mission\nto protect\n\nS/RES/9999 (2030)\n2\n\ncivilians in the north;\n\n2. Decides to remain seized.\n7`;
    expect(words(text)).toEqual([
      ['1', 'Requests the mission / to protect / civilians in the north;'],
      ['2', 'Decides to remain seized.'],
    ]);
  });

  test('no blank line anywhere, first lines indented', () => {
    const lines = (n: number) => `      ${n}.   Requests the mission to do thing ${n} in the\nnorth and in the south;`;
    const text = `The Security Council,\n      Recalling its resolutions and\nstatements,\n      Noting the report,\n${Array.from({ length: 12 }, (_, i) => lines(i + 1)).join('\n')}`;
    expect(numbers(text)).toEqual(['PP1', 'PP2', ...Array.from({ length: 12 }, (_, i) => String(i + 1))]);
  });

  test('a comma or nothing for the point of a number', () => {
    expect(numbers(`${HEAD}1. Notes this;\n\n2, Calls upon all;\n\n3 Requests a report;\n\n4. Decides.`)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  test('a year at a line’s start is no paragraph', () => {
    expect(numbers(`${HEAD}1. Recalls the agreement of 3 May\n1999. Nothing else;\n\n2. Decides.`)).toEqual(['1', '2']);
  });

  test('footnotes of old volumes', () => {
    const text = `${HEAD}1. Notes the letter; 22\n\n22 Ibid., document S/1234.\n\n2. Decides.\n\nAdopted unanimously at the 9th meeting.`;
    expect(numbers(text)).toEqual(['1', '2']);
  });
});

describe('what a text lacks', () => {
  test('a missing number is told', () => {
    const { pieces, unread } = outlineOf(`${HEAD}1. Notes;\n\n2. Calls upon all;\n\n4. Requests;\n\n5. Decides.`);
    expect(pieces.map(({ number }) => number)).toEqual(['1', '2', '4', '5']);
    expect(unread.map(({ reason, detail }) => [reason, detail])).toEqual([['number_missing', '3']]);
  });

  test('a paragraph that lost its number keeps its place, in brackets', () => {
    expect(numbers(`${HEAD}1. Notes;\n\nCalls upon all parties to stop;\n\n3. Decides.`)).toEqual(['1', '[2]', '3']);
  });

  test('one without numbers is numbered in brackets', () => {
    expect(numbers(`${HEAD}Recalling its resolutions,\n\nDecides to renew the mandate until 3 May 2031.`)).toEqual([
      'PP1',
      '[1]',
    ]);
  });

  test('parts with numbers of their own', () => {
    const text = `A\n\nThe Security Council,\n\n1. Notes;\n\n2. Decides;\n\nB\n\nThe Security Council,\n\nRecalling,\n\n1. Requests;`;
    expect(numbers(text)).toEqual(['A 1', 'A 2', 'B PP1', 'B 1']);
  });

  test('annexes are kept apart', () => {
    const { pieces, annexes } = outlineOf(
      `${HEAD}1. Decides.\n\nAnnex A\n\n1. Thing one;\n\nAnnex B – Items\n\n1. Thing two;`,
    );
    expect(pieces).toHaveLength(1);
    expect(annexes.map(({ title }) => title)).toEqual(['Annex A', 'Annex B – Items']);
  });

  test('nothing is nothing', () => {
    expect(outlineOf('').pieces).toEqual([]);
    expect(outlineOf('\n\n  \n').pieces).toEqual([]);
  });
});
