import { afterAll, describe, expect, it } from 'vitest';
import { doubleHeadings } from './double-headings.ts';
import { readAll, scratch } from './scratch.test-help.ts';
import { readMerges, spanEndIn } from './xlsx-merges.ts';

const temp = scratch();
afterAll(() => temp.remove());
const row = (at: number, text: string) => ({ row: at, cells: text.split(',') });
const names = (upper: string, lower: string) => doubleHeadings(row(1, upper), row(2, lower), false);

describe('headings in two rows', () => {
  it('are read together: a group before each of its columns', () => {
    expect(names('Date,Lieu,Tués,,Blessés,,Note', ',,H,F,H,F,')).toEqual([
      'Date',
      'Lieu',
      'Tués / H',
      'Tués / F',
      'Blessés / H',
      'Blessés / F',
      'Note',
    ]);
  });

  it('are not a heading and an event, nor a title and a heading', () => {
    expect(names('Date,Lieu,Tués,', '2024-01-05,Bria,1,x')).toBeNull();
    expect(names('Date,Lieu,Acteur,Type', 'soon,Bria,Reds,Pillage')).toBeNull();
    expect(doubleHeadings(row(1, 'Incident log,,,'), row(2, 'Date,Lieu,H,F'), true)).toBeNull();
    expect(doubleHeadings(row(1, ',,Trimestre 1,'), row(2, 'Date,Lieu,Auteur,Note'), true)).toBeNull();
    expect(doubleHeadings(row(1, ',Tués,,Blessés,'), row(2, 'Date,H,F,H,F'), true)?.at(-1)).toBe('Blessés / F');
  });

  it('end where the sheet says that a merged cell ends', () => {
    const merges = [{ column: 3, lastColumn: 4, firstRow: 1, lastRow: 1 }];
    expect(doubleHeadings(row(1, ',,Tués,,,'), row(2, 'Date,Lieu,H,F,Note,Code'), true, spanEndIn(merges))).toEqual([
      'Date',
      'Lieu',
      'Tués / H',
      'Tués / F',
      'Note',
      'Code',
    ]);
  });

  it('come out of a file as its headings, with the rows below them and a sentence', async () => {
    const text = 'Registre,,,\nDate,Lieu,Tués,\n,,H,F\n2024-01-05,Bria,1,2\n2024-01-06,Ippy,0,1\n';
    const { file, rows } = await readAll(temp.write('double.csv', text));
    expect(file.headers).toEqual(['Date', 'Lieu', 'Tués / H', 'Tués / F']);
    expect(rows.map(({ row: at, cells }) => [at, cells['Tués / F']])).toEqual([
      [4, '2'],
      [5, '1'],
    ]);
    expect(file.notes).toContain('The headings stand in two rows, 2 and 3; they were read together.');
  });

  it('leave hashtags below one row of headings what they are', async () => {
    const { file } = await readAll(
      temp.write('hxl.csv', 'Date,Lieu,,X\n#date,#loc,#geo+lat,#geo+lon\n2024-01-05,Bria,5,20\n'),
    );
    expect(file.hxlTags).toMatchObject({ Date: '#date' });
  });

  it('are found by the areas of a sheet', async () => {
    async function* read() {
      yield Buffer.from('<mergeCells><mergeCell ref="C1:D1"/><mergeCell ref="A4:A9"/></mergeCells>');
    }
    const merges = await readMerges({ read } as unknown as Parameters<typeof readMerges>[0], 'sheet');
    expect(merges).toEqual([
      { column: 3, lastColumn: 4, firstRow: 1, lastRow: 1 },
      { column: 1, lastColumn: 1, firstRow: 4, lastRow: 9 },
    ]);
  });
});
