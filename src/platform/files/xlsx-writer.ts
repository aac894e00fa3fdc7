/**
 * An Excel workbook as a stream. Text is written as text, never as a formula, so nothing in it is escaped.
 * Rows beyond what a sheet can hold go on to a further sheet.
 */
import {
  type ByteStream,
  type Cell,
  numberText,
  type OutRow,
  type OutRows,
  toBytes,
  type WriteOptions,
} from './rows-out.ts';
import { columnLetters } from './xlsx-sheet.ts';
import { writeZip, type ZipEntry } from './zip-writer.ts';

const ROWS_PER_SHEET = 1_048_576;
/** Excel calls a workbook damaged when a cell is longer. */
const MAX_CELL = 32_767;
const CUT = ' […] (cut: Excel holds no more in a cell; export as CSV for the whole text)';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function xlsxWriter(options: WriteOptions & { rowsPerSheet?: number }): (rows: OutRows) => ByteStream {
  return (rows) => writeZip(parts(rows, options));
}

async function* parts(
  rows: OutRows,
  { headers, hxlTags, rowsPerSheet = ROWS_PER_SHEET }: WriteOptions & { rowsPerSheet?: number },
): AsyncGenerator<ZipEntry> {
  const source = iterator(rows);
  const letters = headers.map((_, index) => columnLetters(index + 1));
  const tops: (readonly (Cell | undefined)[])[] = [headers];
  if (hxlTags) tops.push(headers.map((header) => hxlTags[header]));
  let next = await source.next();
  let sheets = 0;
  do {
    sheets++;
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: toBytes(sheet()) };
  } while (!next.done);
  yield* frame(sheets);

  async function* sheet(): AsyncGenerator<string> {
    yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`;
    yield `<pane ySplit="${tops.length}" topLeftCell="A${tops.length + 1}" state="frozen"/></sheetView></sheetViews><sheetData>`;
    let row = 0;
    for (const top of tops) yield sheetRow(++row, top, letters);
    while (row < rowsPerSheet && !next.done) {
      const { cells } = next.value;
      yield sheetRow(
        ++row,
        headers.map((header) => cells[header]),
        letters,
      );
      next = await source.next();
    }
    yield '</sheetData></worksheet>';
  }
}

/** The parts around the sheets. They come last, when the number of sheets is known. */
function* frame(sheets: number): Generator<ZipEntry> {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const part = (name: string, xml: string): ZipEntry => ({ name, content: [Buffer.from(DECLARATION + xml)] });
  const list = (each: (n: number) => string) => numbers.map(each).join('');
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  );
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${list((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
  );
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${list((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
  );
}

function sheetRow(row: number, cells: readonly (Cell | undefined)[], letters: readonly string[]): string {
  return `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${letters[index]}${row}`)).join('')}</row>`;
}

function cellXml(cell: Cell | undefined, address: string): string {
  if (cell === null || cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${numberText(cell)}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

/** Characters that XML cannot hold are written as workbooks do (_x0000_), and text that looks so is kept apart. */
function xmlText(text: string): string {
  const whole = text.length > MAX_CELL ? cutText(text) : text;
  return whole
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(CONTROLS, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** All but tab and line feed; a carriage return would be read back as a line feed. */
const CONTROLS = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;

function cutText(text: string): string {
  return (
    text
      .slice(0, MAX_CELL - CUT.length)
      .toWellFormed()
      .replace(/\ufffd$/, '') + CUT
  );
}

function iterator(rows: OutRows): AsyncIterator<OutRow> | Iterator<OutRow> {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
}
