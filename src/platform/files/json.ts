/** JSON lists, newline-delimited JSON, and GeoJSON. */
import { featureRow } from './geojson.ts';
import { readMembers } from './json-object.ts';
import { findList, type ListFound } from './json-shape.ts';
import { type JsonPiece, LineSplitter, ListSplitter } from './json-split.ts';
import { undoDoubleEncoding } from './mojibake.ts';
import { firstText, textFault } from './text.ts';
import type { TextSource } from './text-source.ts';
import { FileRefused, type FileRow, type OpenedFile, type RefusedRow } from './types.ts';

const HEAD_CHARS = 1_000_000;
const RECORDS_FOR_HEADERS = 100;

/** @throws FileRefused when there is no list of records in it. */
export async function openJson(source: TextSource): Promise<OpenedFile> {
  const { notes, limits } = source;
  const list = findList(await firstText(source.text(), HEAD_CHARS));
  notes.push(...list.notes);

  async function* rows(): AsyncGenerator<FileRow | RefusedRow> {
    for await (const pieces of splitPieces(source, list)) {
      for (const piece of pieces) yield toRow(piece, source, list.geo);
    }
  }

  const headers = new Set<string>();
  let seen = 0;
  for await (const row of rows()) {
    for (const name of Object.keys(row.cells ?? {})) headers.add(name);
    if (++seen === RECORDS_FOR_HEADERS) break;
  }
  if (seen === 0) throw new FileRefused('The file holds an empty list.');
  return {
    format: list.geo ? 'geojson' : 'json',
    encoding: source.encoding,
    headers: [...headers],
    notes,
    rows,
  };

  function toRow(piece: JsonPiece, { damaged, doublyEncoded }: TextSource, geo: boolean): FileRow | RefusedRow {
    const { row, text } = piece;
    const refuse = (fault: string): RefusedRow => ({
      refused: true,
      row,
      reason: `${geo ? 'Feature' : 'Record'} ${row} ${fault}.`,
      raw: text,
    });
    if (piece.fault !== undefined) return refuse(piece.fault);
    const members = readMembers(text);
    if (typeof members === 'string') return refuse(members);
    const read = geo ? featureRow(row, members) : { row, cells: members.cells };
    if (typeof read === 'string') return refuse(read);
    for (const [name, cell] of Object.entries(read.cells)) {
      const fault = textFault(name, limits, damaged) ?? textFault(cell, limits, damaged);
      if (fault !== null) return refuse(`cannot be kept: “${name.slice(0, 100)}” ${fault}`);
      if (doublyEncoded) read.cells[name] = undoDoubleEncoding(cell) ?? cell;
    }
    return read;
  }
}

async function* splitPieces(source: TextSource, list: ListFound): AsyncGenerator<JsonPiece[]> {
  const { maxRowChars } = source.limits;
  if (list.start === null) {
    const lines = new LineSplitter(maxRowChars);
    for await (const chunk of source.text()) yield lines.push(chunk);
    yield lines.end();
    return;
  }
  const splitter = new ListSplitter(maxRowChars);
  let skip = list.start;
  for await (const chunk of source.text()) {
    const part = chunk.slice(skip);
    skip = Math.max(0, skip - chunk.length);
    if (part !== '') yield splitter.push(part);
  }
  yield splitter.end();
  if (/[^\s}]/.test(splitter.rest)) addOnce(source.notes, 'What stands behind the list of records was not read.');
}

function addOnce(notes: string[], note: string): void {
  if (!notes.includes(note)) notes.push(note);
}
