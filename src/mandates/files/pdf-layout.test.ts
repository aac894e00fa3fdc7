import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from './pdf-layout.ts';
import type { Piece } from './pdf-lines.ts';

const piece = (text: string, x: number, y: number, more: Partial<Piece> = {}): Piece => ({
  ...{ text, x, y, width: 5 * text.length, size: 10, rtl: false, order: 0, afterSpace: false },
  ...more,
});
/** Lines below each other from `y`, `leading` apart. */
const block = (all: readonly string[], y: number, leading = 12, x = 72): Piece[] =>
  all.map((text, at) => piece(text, x, y + at * leading));
const of = (...pieces: Piece[]): string => layOut([[pieces]]);

const LONG = 'and all that was said before this day';

describe('lines of a page', () => {
  it('put together what a soft hyphen parts, and spell ligatures out', () => {
    expect(
      of(...block(['an e\ufb03cient peace\u00ad', 'keeping operation of the co\u00adopera\u00ad', 'tion'], 72)),
    ).toBe('an efficient peacekeeping\noperation of the cooperation');
  });

  it('keep a hyphen at their end: it may belong to the word', () => {
    expect(of(...block(['the non-', 'state actors'], 72))).toBe('the non-\nstate actors');
  });

  it('part words by a gap, by a space in the file, and not within a word', () => {
    expect(of(piece('Dec', 72, 72), piece('ides', 87.5, 72), piece('that', 112, 72))).toBe('Decides that');
    const tight = [piece('one', 72, 72, { order: 1 }), piece('two', 87, 72, { order: 2, afterSpace: true })];
    expect(of(...tight)).toBe('one two');
  });

  it('of a text that is set wide stand together, and its paragraphs apart', () => {
    const paragraph = [LONG, LONG, LONG, 'end.'];
    const text = of(...block(paragraph, 72, 24), ...block(paragraph, 72 + 4 * 24 + 16, 24));
    expect(text.split('\n')).toEqual([...paragraph, '', ...paragraph]);
  });

  it('of a line each stand apart where there is more space than within a paragraph', () => {
    expect(of(...block(['1. Decides this;', '2. Requests that, and all the rest of it;', '3. Decides.'], 72, 24))).toBe(
      '1. Decides this;\n\n2. Requests that, and all the rest of it;\n\n3. Decides.',
    );
  });

  it('of a larger heading stand together though they are further apart', () => {
    const heading = ['The situation in a country', 'and in its neighbours'];
    const large = heading.map((text, at) => piece(text, 72, 72 + at * 19, { size: 16 }));
    expect(of(...large, ...block([LONG, LONG, LONG], 140))).toBe(
      `${heading.join('\n')}\n\n${[LONG, LONG, LONG].join('\n')}`,
    );
  });

  it('that run to the left are indented from the right, marks mirrored as they are meant', () => {
    const arabic = (text: string, right: number, y: number, more: Partial<Piece> = {}) =>
      piece(text, right - 5 * text.length, y, { rtl: true, ...more });
    const line = [
      piece('(', 480, 84),
      arabic('أ', 490, 84),
      piece(')', 490, 84),
      arabic('وفقا للقرار', 470, 84),
      piece('S/RES/2149 (2014)', 320, 84),
      arabic('يقرر', 310, 84),
    ];
    expect(of(arabic('مجلس الأمن الدولي', 515, 72), ...line)).toBe(
      'مجلس الأمن الدولي\n    (أ) وفقا للقرار S/RES/2149 (2014) يقرر',
    );
    // Where the file holds the bracket that is meant, it is left.
    const meant = line.map((one) =>
      one.text === '(' ? { ...one, text: ')' } : one.text === ')' ? { ...one, text: '(' } : one,
    );
    expect(of(...meant)).toContain('(أ) وفقا');
  });

  it('of two columns that run to the left begin with the right one', () => {
    const words = 'حماية المدنيين المعرضين للخطر';
    const column = (x: number, name: string) =>
      Array.from({ length: 6 }, (_, at) => piece(`${words} ${name}`, x, 72 + at * 12, { rtl: true }));
    const text = of(...column(72, 'يسار'), ...column(300, 'يمين'));
    expect(text.indexOf('يمين')).toBeLessThan(text.indexOf('يسار'));
  });

  it('lose no word and make none, wherever the pieces stand', () => {
    const anyPiece = fc
      .record({
        text: fc.stringMatching(/^[a-z]{1,8}$/),
        x: fc.integer({ min: 0, max: 500 }),
        y: fc.integer({ min: 0, max: 700 }),
        size: fc.integer({ min: 4, max: 30 }),
        rtl: fc.boolean(),
      })
      .map(({ text, x, y, ...more }) => piece(text, x, y, { ...more, width: more.size * text.length * 0.5 }));
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 60 }), (pieces) => {
        // Pieces may touch, and then are one word; letters drawn twice are one.
        const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
        const distinct = pieces.map((one, at) => ({ ...one, text: one.text + String.fromCharCode(0x4e00 + at) }));
        expect(letters(layOut([[distinct]]))).toBe(letters(distinct.map(({ text }) => text).join('')));
      }),
      { numRuns: 300 },
    );
  });
});
