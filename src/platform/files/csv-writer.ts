/** CSV as RFC 4180 and HXL have it: UTF-8, commas, CRLF. No cell can run as a formula. */
import { escapeCell } from './escape.ts';
import { type ByteStream, type Cell, numberText, type OutRows, toBytes, type WriteOptions } from './rows-out.ts';

export function csvWriter(options: WriteOptions): (rows: OutRows) => ByteStream {
  return (rows) => toBytes(csvText(rows, options));
}

/** One line with its end. */
export function csvLine(cells: readonly (Cell | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

async function* csvText(rows: OutRows, { headers, hxlTags, bom = true }: WriteOptions): AsyncGenerator<string> {
  yield `${bom ? '\ufeff' : ''}${csvLine(headers)}`;
  if (hxlTags) yield csvLine(headers.map((header) => hxlTags[header]));
  for await (const row of rows) yield csvLine(headers.map((header) => row.cells[header]));
}

function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  const text = escapeCell(cell);
  // Blanks at the ends are quoted too: some programs trim what is not.
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
