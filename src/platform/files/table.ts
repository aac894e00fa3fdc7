/** Records of cells (from delimited text or a sheet) into rows by heading: shared by CSV and XLSX. */
import { doubleHeadings, type SpanEnd } from './double-headings.ts';
import { isHashtagRow, nameHeaders, tidyHashtag } from './headers.ts';
import { undoDoubleEncoding } from './mojibake.ts';
import { textFault } from './text.ts';
import { FileRefused, type FileRow, type Limits, type RefusedRow } from './types.ts';

export interface TableRecord {
  row: number;
  cells: string[];
  raw: string;
  /** Why the row cannot be kept, as the end of a sentence. */
  fault?: string;
}

export interface TableHead {
  headers: string[];
  hxlTags?: Record<string, string>;
  notes: string[];
  /** The rows up to this one are headings and hashtags. */
  lastRow: number;
}

const MAX_COLUMNS = 16_384;

/** Filled rows that are enough to tell the headings from the titles above them. */
export const HEAD_ROWS = 30;

/**
 * The headings: the first row with anything in it, but for titles; a row of HXL hashtags below it, or instead of it.
 * @param records in file order; `HEAD_ROWS` filled ones are enough.
 * @param spanEnd of a sheet: how far merged cells reach.
 * @throws FileRefused when there is none, or it cannot be read.
 */
export function readHead(records: readonly TableRecord[], spanEnd?: SpanEnd): TableHead {
  const filled = records.filter((record) => record.fault !== undefined || !isBlank(record.cells));
  const at = headingsAt(filled);
  const both = twoRows(filled, at, spanEnd);
  const [first, second] = both ? [both.record, filled[both.next]] : filled.slice(at);
  if (!first) throw new FileRefused('The file has no rows.');
  if (first.fault !== undefined) throw new FileRefused(`Row ${first.row}, with the headings, ${first.fault}.`);
  const cells = withoutTrailingBlanks(first.cells);
  if (cells.length > MAX_COLUMNS) throw new FileRefused(`The file has more than ${MAX_COLUMNS} columns.`);
  const { headers, notes } = nameHeaders(cells);
  if (both)
    notes.unshift(`The headings stand in two rows, ${first.row - 1} and ${first.row}; they were read together.`);
  else if (at > 0) notes.unshift(`The headings were found in row ${first.row}; what stands above them was not read.`);
  const tagged = [first, second].find((record) => record && !record.fault && isHashtagRow(record.cells));
  if (!tagged) return { headers, notes, lastRow: first.row };
  const hxlTags: Record<string, string> = {};
  headers.forEach((header, index) => {
    const tag = tidyHashtag(tagged.cells[index] ?? '');
    if (tag !== '') hxlTags[header] = tag;
  });
  notes.push(`Row ${tagged.row} holds HXL hashtags; it is not a row of data.`);
  return { headers, hxlTags, notes, lastRow: tagged.row };
}

/** Headings over two rows, as one record in the place of the lower one, and where the rows below begin. */
function twoRows(
  filled: readonly TableRecord[],
  at: number,
  spanEnd: SpanEnd | undefined,
): { record: TableRecord; next: number } | null {
  for (const [upper, isTitleRow] of [
    [at, false],
    [at - 1, true],
  ] as const) {
    const lower = filled[upper + 1];
    // Without a row below the second line is the only event.
    if (!lower || filled.length < upper + 3 || isHashtagRow(lower.cells)) continue;
    const cells = doubleHeadings(filled[upper], lower, isTitleRow, spanEnd);
    if (cells) return { record: { row: lower.row, cells, raw: lower.raw }, next: upper + 2 };
  }
  return null;
}

/**
 * Where the headings are among the filled rows. People write titles, a date or groups of columns above them: rows with
 * less than half the cells that most rows have. Hashtags stand right below the headings and settle it.
 */
function headingsAt(filled: readonly TableRecord[]): number {
  const tags = filled.findIndex(({ cells, fault }) => fault === undefined && isHashtagRow(cells));
  if (tags >= 0 && (tags < 2 || filledCells(filled[tags]) > 1)) return Math.max(0, tags - 1);
  const widths = filled.map(filledCells);
  const usual =
    widths
      .filter((width) => width !== UNREAD)
      .toSorted((a, b) => a - b)
      .at(-Math.ceil(widths.length / 4)) ?? 0;
  const wide = widths.findIndex((width) => width >= usual / 2);
  // A table of two columns has no room for titles that could be told; headings without a row below are none.
  return usual < 3 || wide < 0 || wide === widths.length - 1 ? 0 : wide;
}

/** A row that could not be read is not passed over in silence. */
const UNREAD = Number.POSITIVE_INFINITY;

function filledCells(record: TableRecord | undefined): number {
  if (!record) return 0;
  return record.fault === undefined ? record.cells.filter((cell) => cell.trim() !== '').length : UNREAD;
}

export interface RowOptions {
  head: TableHead;
  limits: Limits;
  /** U+FFFD means bytes that could not be read. */
  damaged: boolean;
  repairDoubleEncoding: boolean;
  /** What a cell's text stands for, e.g. without the apostrophe that guards a formula. */
  restore?: (text: string) => string;
}

/** The row that a record is, or `null` for a blank one or one of the headings. */
export function toRow(record: TableRecord, options: RowOptions): FileRow | RefusedRow | null {
  const { headers, lastRow } = options.head;
  if (record.row <= lastRow) return null;
  const { row, cells, raw } = record;
  if (record.fault === undefined && isBlank(cells)) return null;
  const fault = record.fault ?? widthFault(cells, headers.length) ?? cellFault(record, options);
  if (fault !== null) {
    const known = cells.length > 0 && cells.length <= headers.length ? { cells: byHeader(cells, headers) } : {};
    return { refused: true, row, reason: `Row ${row} ${fault}.`, raw, ...known };
  }
  if (options.repairDoubleEncoding) repair(cells);
  if (options.restore) for (let i = 0; i < cells.length; i++) cells[i] = options.restore(cells[i] ?? '');
  return { row, cells: byHeader(cells, headers) };
}

function byHeader(cells: readonly string[], headers: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {};
  for (let i = 0; i < headers.length && i < cells.length; i++) named[headers[i] ?? ''] = cells[i] ?? '';
  return named;
}

/** Spreadsheets pad rows with empty cells; those say nothing. Any other surplus, and any lack, is told. */
function widthFault(cells: string[], width: number): string | null {
  if (cells.length === width) return null;
  if (cells.length > width && isBlank(cells.slice(width))) {
    cells.length = width;
    return null;
  }
  return `has ${count(cells.length)} where the headings have ${width}`;
}

function cellFault({ cells, raw }: TableRecord, { head, limits, damaged }: RowOptions): string | null {
  // Most rows pass as a whole, which is much quicker than cell by cell.
  if (raw.length <= limits.maxCellChars && textFault(raw, limits, damaged) === null) return null;
  for (const [index, cell] of cells.entries()) {
    const fault = textFault(cell, limits, damaged);
    if (fault !== null) return `cannot be kept: the cell under “${head.headers[index] ?? index + 1}” ${fault}`;
  }
  return null;
}

function repair(cells: string[]): void {
  for (let i = 0; i < cells.length; i++) cells[i] = undoDoubleEncoding(cells[i] ?? '') ?? cells[i] ?? '';
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function withoutTrailingBlanks(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function count(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`;
}
