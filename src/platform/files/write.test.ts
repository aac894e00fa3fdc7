import { existsSync, readFileSync, statSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { csvWriter } from './csv-writer.ts';
import { escapeCell, unescapeCell } from './escape.ts';
import { refusedWriter } from './refused-writer.ts';
import type { OutRow } from './rows-out.ts';
import { bytesOf, readAll, scratch } from './scratch.test-help.ts';
import { type WriteFormat, writeRows } from './write.ts';
import { xlsxWriter } from './xlsx-writer.ts';

const temp = scratch();
afterAll(() => temp.remove());

/** Text with everything in it that formats trip over. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '\t',
    '\r',
    '\n',
    "'",
    '"',
    ',',
    ';',
    ' ',
    '\u00a0',
    '\ufeff',
    '_x0041_',
    '\u0001',
    '&lt;',
    'é',
    'ش',
  ),
);
const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('').replaceAll('\0', ''));

describe('formula guard', () => {
  it('can be taken off again, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unescapeCell(escapeCell(text))).toBe(text);
        expect(unescapeCell(escapeCell(escapeCell(text)))).toBe(escapeCell(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves nothing that a spreadsheet would run', () => {
    const starts = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\u2212');
    const blanks = fc.string({ unit: fc.constantFrom(' ', '\u00a0', '\t', '\ufeff', '\u200b', '\u3000') });
    fc.assert(
      fc.property(blanks, starts, anyText, (blank, start, rest) => {
        expect(escapeCell(blank + start + rest)).toBe(`'${blank}${start}${rest}`);
      }),
    );
  });
});

const table = fc
  .record({
    headers: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 5 }),
    rows: fc.array(fc.array(anyText, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ headers, rows }) => ({
    headers,
    // A first cell that is never blank: blank rows are no rows.
    rows: rows.map(
      (texts): Record<string, string> =>
        Object.fromEntries(headers.map((header, i) => [header, i === 0 ? `x${texts[i]}` : (texts[i] ?? '')])),
    ),
  }));

describe.each<WriteFormat>(['csv', 'xlsx', 'jsonl', 'geojson'])('%s', (format) => {
  it('comes back exactly as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ headers, rows }) => {
        const out = rows.map((cells): OutRow => ({ cells }));
        const path = temp.write('round', await bytesOf(writeRows(format, out, { headers })));
        const read = await readAll(path);
        expect(read.refused).toEqual([]);
        expect(read.rows.map((row) => row.cells)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });

  it('takes no more rows than are asked for', async () => {
    let made = 0;
    function* endless(): Generator<OutRow> {
      for (;;) yield { cells: { a: `${made++} ${'text '.repeat(20)}` } };
    }
    const stream = writeRows(format, endless(), { headers: ['a'] });
    for (let chunk = 0; chunk < 3; chunk++) await stream.next();
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    expect(made).toBeLessThan(20_000);
    await stream.return();
  });
});

describe('exports', () => {
  const options = { headers: ['place', 'lat'], hxlTags: { place: '#loc', lat: '#geo+lat' } };
  const rows: OutRow[] = [
    { cells: { place: '=1+1', lat: -4.5, other: 'x' }, point: [18.5, -4.5] },
    { cells: { lat: null } },
  ];

  it('CSV: numbers stay numbers, formulas are guarded, hashtags follow the headings', async () => {
    const text = (await bytesOf(csvWriter(options)(rows))).toString();
    expect(text).toBe("\ufeffplace,lat\r\n#loc,#geo+lat\r\n'=1+1,-4.5\r\n,\r\n");
    const { file, rows: read } = await readAll(temp.write('tagged.csv', text));
    expect(file.hxlTags).toEqual(options.hxlTags);
    expect(read[0]?.cells).toEqual({ place: '=1+1', lat: '-4.5' });
    await expect(bytesOf(csvWriter(options)([{ cells: { lat: Number.NaN } }]))).rejects.toThrow('NaN');
  });

  it('CSV reads the same in another parser', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ headers, rows: cells }) => {
        const bytes = await bytesOf(csvWriter({ headers })(cells.map((one) => ({ cells: one }))));
        const other = parse(bytes, { columns: true, bom: true }) as Record<string, string>[];
        expect(other.map((row) => Object.values(row).map(unescapeCell))).toEqual(
          cells.map((row) => Object.values(row)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('XLSX: another reader finds the same texts and numbers, and no formula', async () => {
    const book = new ExcelJS.Workbook();
    const path = temp.write('out.xlsx', await bytesOf(xlsxWriter(options)(rows)));
    await book.xlsx.readFile(path);
    const sheet = book.worksheets[0];
    expect(sheet?.getRow(3).getCell(1).value).toBe('=1+1');
    expect(sheet?.getRow(3).getCell(2).value).toBe(-4.5);
    expect(sheet?.getRow(3).getCell(1).formula).toBeFalsy();
  });

  it('XLSX: goes on to further sheets, and says where a text is cut', async () => {
    const many = Array.from({ length: 5 }, (_, i) => ({ cells: { place: i === 0 ? 'x'.repeat(40_000) : String(i) } }));
    const path = temp.write('sheets.xlsx', await bytesOf(xlsxWriter({ headers: ['place'], rowsPerSheet: 3 })(many)));
    const first = await readAll(path);
    expect(first.file.notes[0]).toBe('Sheet “Sheet1” was read, and not “Sheet2”, “Sheet3”.');
    expect(first.rows[0]?.cells.place).toMatch(/^x{32000,}.*export as CSV/);
    expect(first.rows[0]?.cells.place).toHaveLength(32_767);
    expect((await readAll(path, { sheet: 'Sheet3' })).rows.map((row) => row.cells.place)).toEqual(['4']);
  });

  it('GeoJSON has the point of each row', async () => {
    const path = temp.write('out.geojson', await bytesOf(writeRows('geojson', rows, options)));
    const { rows: read } = await readAll(path);
    expect(read.map((row) => row.point)).toEqual([[18.5, -4.5], undefined]);
  });
});

describe('refused rows', () => {
  it('are written to be mended and imported again', async () => {
    const path = temp.path('refused.csv');
    const file = refusedWriter(path, ['date', 'lat', 'kinga_reason']);
    await file.write({ row: 2, reason: 'Row 2: no such date.', cells: { date: '=32/1', lat: '-4.5' } });
    await file.write({ row: 3, reason: 'Row 3 has 1 cell.', raw: '-1,"2' });
    expect(await file.close()).toBe(2);
    expect(readFileSync(path, 'utf8')).toContain("'=32/1,-4.5,2,");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const { file: read, rows } = await readAll(path);
    expect(read.headers).toEqual(['date', 'lat']);
    expect(rows[0]?.cells).toMatchObject({ date: '=32/1', lat: '-4.5', kinga_row: '2', kinga_raw: '' });
    expect(rows[1]?.cells).toMatchObject({ date: '', kinga_row: '3', kinga_raw: '-1,"2' });
  });

  it('leave no file when there are none, and an error when it cannot be written', async () => {
    const path = temp.path('none.csv');
    expect(await refusedWriter(path, ['a']).close()).toBe(0);
    expect(existsSync(path)).toBe(false);
    const nowhere = refusedWriter(temp.path('no/such/folder.csv'), ['a']);
    await nowhere.write({ row: 1, reason: 'x' });
    await expect(nowhere.close()).rejects.toThrow('ENOENT');
  });
});
