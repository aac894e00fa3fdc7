import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, CsvSplitter } from './csv.ts';

function split(chunks: readonly string[], maxRowChars = 10_000): CsvRecord[] {
  const splitter = new CsvSplitter({ delimiter: ',', maxRowChars });
  return [...chunks.flatMap((chunk) => [...splitter.push(chunk)]), ...splitter.end()];
}

/** Mostly the characters that matter. */
const nasty = fc
  .array(fc.constantFrom('"', '"', '""', ',', '\n', '\r\n', 'a', 'é', ' ', '"x"', ',"'), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

describe('CsvSplitter', () => {
  it('puts every character of the file into exactly one record', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const records = split([text]);
        const bare = (part: string) => part.replaceAll(/[\r\n]/g, '');
        expect(bare(records.map((record) => record.raw).join(''))).toBe(bare(text));
        expect(records.map((record) => record.row)).toEqual(records.map((_, index) => index + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the same records wherever the text is cut into chunks', () => {
    fc.assert(
      // An LF early on: which line end a file has is decided at the first one.
      fc.property(nasty, fc.array(fc.nat(60), { maxLength: 6 }), (rest, cuts) => {
        const text = `h,i\n${rest}`;
        const at = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        const chunks = at.slice(1).map((end, i) => text.slice(at[i], end));
        expect(split(chunks)).toEqual(split([text]));
      }),
      { numRuns: 3000 },
    );
  });

  it('holds no more than it may', () => {
    const chunks = Array.from({ length: 100 }, () => 'x'.repeat(1000));
    const records = split(['a,b\n', ...chunks, '\n1,2\n"', ...chunks], 5000);
    expect(records.map((record) => [record.row, record.raw.length, record.fault === undefined])).toEqual([
      [1, 3, true],
      [2, 5000, false],
      [3, 3, true],
      [4, 5000, false],
    ]);
  });
});
