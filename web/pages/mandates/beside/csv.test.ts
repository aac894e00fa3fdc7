import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a table as a file for spreadsheets', () => {
  it('has lines of cells, and a mark of its encoding', () => {
    expect(
      csvOf([
        ['Task', 'UNPMIT'],
        ['Human rights', '5, 8 (a)'],
      ]),
    ).toBe('\uFEFFTask,UNPMIT\r\nHuman rights,"5, 8 (a)"\r\n');
  });

  it('quotes what would end a cell', () => {
    expect(csvOf([['a "b"', 'c\nd', ' e']])).toBe('\uFEFF"a ""b""","c\nd"," e"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', ' =1', '＝1', "'=1", '\u200b=1'])('guards %j, which would run', (cell) => {
    expect(csvOf([[cell]]).slice(1)).toMatch(/^"?'/);
  });

  it('leaves alone what does not', () => {
    expect(csvOf([["5-6, o'clock"], ['8 (a)']])).toBe('\uFEFF"5-6, o\'clock"\r\n8 (a)\r\n');
  });
});
