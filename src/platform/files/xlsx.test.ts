import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { excelSerialToIso } from './excel-date.ts';
import { bytesOf, readAll, scratch } from './scratch.test-help.ts';
import { sheetNames } from './xlsx.ts';
import { numberKind } from './xlsx-cells.ts';
import { writeZip } from './zip-writer.ts';

const temp = scratch();
afterAll(() => temp.remove());

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook whose parts are given; the usual ones are filled in. */
async function workbook(parts: Record<string, string>): Promise<string> {
  const all: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/>' +
      '<Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si><si><t>_x005F_x0041_ &amp;lt;</t></si></sst>',
    ...parts,
  };
  const entries = Object.entries(all).map(([name, xml]) => ({ name, content: [Buffer.from(xml)] }));
  return temp.write('made.xlsx', await bytesOf(writeZip(entries)));
}

const sheet = (rows: string, after = '') => ({
  'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${after}</worksheet>`,
});
const inline = (text: string) => `<c t="inlineStr"><is>${text}</is></c>`;
const HEAD = `<row>${inline('<t>a</t>')}${inline('<t>b</t>')}</row>`;

describe('workbooks', () => {
  it('reads what a spreadsheet library writes: dates, formulas, rich text, merged cells, the named sheet', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Notes').addRows([['note'], ['read me']]);
    const incidents = book.addWorksheet('Incidents');
    incidents.addRow(['date', 'place', 'dead', 'sum', 'text', 'flag']);
    incidents.addRow([
      new Date(Date.UTC(2020, 2, 1)),
      'Ndélé',
      4.366667,
      { formula: 'C2*2', result: 8.733334 },
      { richText: [{ text: 'two ' }, { text: 'parts', font: { bold: true } }] },
      true,
    ]);
    incidents.addRow([]);
    incidents.addRow([new Date(Date.UTC(2020, 2, 1, 14, 30)), 'الخرطوم', 0, null, { error: '#N/A' }]);
    for (const row of [2, 4]) incidents.getCell(row, 1).numFmt = 'dd/mm/yyyy hh:mm';
    incidents.mergeCells('A5:C5');
    incidents.getCell('A5').value = 'merged';
    const path = temp.path('book.xlsx');
    await book.xlsx.writeFile(path);

    expect(await sheetNames(path)).toEqual(['Notes', 'Incidents']);
    const { file, rows, refused } = await readAll(path, { sheet: 'Incidents' });
    expect(refused).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        cells: {
          date: '2020-03-01',
          place: 'Ndélé',
          dead: '4.366667',
          sum: '8.733334',
          text: 'two parts',
          flag: 'TRUE',
        },
      },
      { row: 4, cells: { date: '2020-03-01T14:30:00', place: 'الخرطوم', dead: '0', sum: '', text: '#N/A', flag: '' } },
      { row: 5, cells: expect.objectContaining({ date: 'merged', place: '' }) },
    ]);
    expect(file.notes).toEqual([
      'Sheet “Incidents” was read, and not “Notes”.',
      expect.stringContaining('1 merged area'),
    ]);
    expect((await readAll(path)).file.sheet).toBe('Incidents');
    expect((await readAll(path, { sheet: 'Notes' })).rows[0]?.cells).toEqual({ note: 'read me' });
    await expect(readAll(path, { sheet: 'X' })).rejects.toThrow('no sheet “X”. It has “Notes”, “Incidents”');
  });

  it('keeps letters whole wherever the file is cut into chunks', async () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `${i} ${'é'.repeat(i % 7)}الخرطوم`);
    const rows = texts.map((text) => `<row>${inline(`<t>${text}</t>`)}</row>`).join('');
    const read = await readAll(await workbook(sheet(HEAD + rows)));
    expect(read.rows.map((row) => row.cells.a)).toEqual(texts);
  });

  it('joins rich text, leaves out phonetic guides, and unescapes once', async () => {
    const rows = `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row>${inline('<r><t>x</t></r><r><t> y_x000D_</t></r>')}</row>`;
    const read = await readAll(await workbook(sheet(HEAD + rows)));
    expect(read.rows.map((row) => row.cells)).toEqual([
      { a: 'rich text', b: '_x0041_ &lt;' },
      { a: 'x y\r', b: '' },
    ]);
  });

  it('refuses rows with cells that say nothing certain, and names the cell', async () => {
    const cells = ['<c><f>1+1</f></c>', '<c t="s"><v>99</v></c>', '<c><v>abc</v></c>', '<c t="q"><v>1</v></c>'];
    const rows = [...cells, '<c><v>12345678901234567890</v></c>'].map((cell) => `<row>${cell}</row>`).join('');
    const read = await readAll(await workbook(sheet(HEAD + rows)));
    expect(read.refused.map((row) => row.row)).toEqual([2, 3, 4, 5]);
    expect(read.refused[0]?.reason).toContain('the cell A2 holds a formula that was never calculated');
    expect(read.rows.map((row) => row.cells.a)).toEqual(['12345678901234567890']);
  });

  it('reads prefixed XML, and rows and cells with gaps between them', async () => {
    const xml = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3"><x:c r="A3" t="str"><x:v>a</x:v></x:c><x:c r="C3" t="str"><x:v>c</x:v></x:c></x:row><x:row r="9"><x:c r="C9"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const { rows } = await readAll(await workbook({ 'xl/worksheets/sheet1.xml': xml }));
    expect(rows).toEqual([{ row: 9, cells: { a: '', 'column 2': '', c: '1' } }]);
  });

  it.each([
    [
      'a DOCTYPE',
      { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>' },
      'DOCTYPE',
    ],
    ['broken XML', sheet('<row><c></row>'), 'not well-formed'],
    ['unknown entities', sheet(`<row>${inline('<t>&bomb;</t>')}</row>`), 'not well-formed'],
    ['rows that go back', sheet('<row r="5"/><row r="2"/>'), 'damaged'],
    ['an address beyond the sheet', sheet('<row><c r="ZZZ1"/></row>'), 'damaged'],
    [
      'a sheet elsewhere',
      {
        'xl/_rels/workbook.xml.rels':
          '<R><Relationship Id="r1" TargetMode="External" Type="x/worksheet" Target="http://x/"/></R>',
      },
      'without a workbook',
    ],
    ['a huge uniform part', sheet(' '.repeat(8_000_000)), 'exhaust memory'],
  ])('refuses %s', async (_, parts, reason) => {
    await expect(readAll(await workbook(parts))).rejects.toMatchObject({
      name: 'FileRefused',
      message: expect.stringContaining(reason),
    });
  });

  it('refuses a part whose checksum is wrong', async () => {
    const bytes = readFileSync(await workbook(sheet(HEAD)));
    const entry = bytes.indexOf('PK\x01\x02');
    bytes.writeUInt32LE(bytes.readUInt32LE(entry + 16) ^ 1, entry + 16);
    await expect(readAll(temp.write('flipped.xlsx', bytes))).rejects.toThrow('damaged');
  });

  it('refuses two entries of one name, and more than it may unpack', async () => {
    const twice = writeZip(['a', 'a'].map((name) => ({ name, content: [Buffer.from('x')] })));
    await expect(readAll(temp.write('twice', await bytesOf(twice)))).rejects.toThrow('two entries of the same name');
    await expect(readAll(await workbook(sheet(HEAD)), { maxBytes: 100 })).rejects.toThrow('unpacks to more than');
  });
});

describe('numbers that are dates', () => {
  it.each([
    [0, 'General', false],
    [14, undefined, true],
    [0, '0.00 "days"', false],
    [0, '[Red]0.0', false],
    [0, '[h]:mm', true],
    [0, 'd\\ mmm\\ yyyy', true],
    [0, '[$-409]dd-mmm-yy;@', true],
    [0, '#,##0 "Fdj"', false],
  ])('format %s %s', (id, code, isDate) => {
    expect(numberKind(id, code)).toBe(isDate ? 'date' : 'number');
  });

  it('knows Excel’s calendar', () => {
    expect([1, 59, 60, 61, 43891, 43891.604166667, 0.5, -1, 3e6].map((n) => excelSerialToIso(n))).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '2020-03-01',
      '2020-03-01T14:30:00',
      '12:00:00',
      null,
      null,
    ]);
    expect(excelSerialToIso(42429, true)).toBe('2020-03-01');
  });
});

describe('a log as people keep it', () => {
  it('is found behind the cover, below the titles, with merged dates on each of their rows', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Cover').addRows([['Registre'], ['Bureau']]);
    const log = book.addWorksheet('2024');
    log.addRows([
      ['REGISTRE DES INCIDENTS'],
      [],
      ['Date', 'Lieu', 'Tués'],
      ['2024-01-05', 'Bria', 1],
      [null, 'Ippy', 2],
    ]);
    log.addRows([['2024-01-06', 'Bria', 3], [], ['NB : provisoire']]);
    log.mergeCells('A1:C1');
    log.mergeCells('A4:A5');
    book.addWorksheet('2023').addRows([
      ['Date', 'Lieu', 'Tués'],
      ['2023-01-05', 'Bria', 1],
    ]);
    const path = temp.path('log.xlsx');
    await book.xlsx.writeFile(path);

    const { file, rows } = await readAll(path);
    expect([file.sheet, file.sheets]).toEqual(['2024', ['Cover', '2024', '2023']]);
    expect(rows.map(({ row, cells }) => [row, ...Object.values(cells)])).toEqual([
      [4, '2024-01-05', 'Bria', '1'],
      [5, '2024-01-05', 'Ippy', '2'],
      [6, '2024-01-06', 'Bria', '3'],
      [8, 'NB : provisoire', '', ''],
    ]);
    expect((await readAll(path, { sheet: '2023' })).rows[0]?.cells.Date).toBe('2023-01-05');
  });
});
