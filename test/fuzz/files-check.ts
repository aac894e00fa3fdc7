/** One fuzzed input: it is read to its end, and what came out is held against what went in. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { FileRefused, type FileRow, openFile, type RefusedRow } from '../../src/platform/files/index.ts';
import { HEADERS, injuredFile, madeRows, PARSERS, type Parser, validFile } from './files-corpus.ts';
import { chance } from './files-random.ts';

/** Every eighth file is left whole and must come back exactly. */
const WHOLE_EVERY = 8;

/** @throws when the reader crashes or changes anything. A FileRefused is an answer. */
export async function checkInput(parser: Parser, seed: number, index: number, path: string): Promise<void> {
  const random = chance(seed * 0x9e3779b1 + PARSERS.indexOf(parser) * 0x85ebca6b + index);
  const rows = madeRows(random);
  const expected = rows.map((row) => row.cells);
  if (index % WHOLE_EVERY === 0) {
    writeFileSync(path, await validFile(parser, rows));
    const read = await readAll(path);
    assert(read, 'a valid file was refused');
    // TSV cells are not guarded; the reader takes off what looks like a guard, and there is none in the made rows.
    assert.deepEqual(
      read.map((row) => (row.refused ? row.reason : row.cells)),
      expected,
    );
    return;
  }
  const bytes = await injuredFile(parser, rows, random);
  writeFileSync(path, bytes);
  const read = await readAll(path);
  if (!read) return;
  for (const row of read) assert(!row.refused || /^(Row|Record|Feature) \d+ .+\.$/s.test(row.reason), 'no sentence');
  if (parser === 'csv' || parser === 'tsv') checkNothingInvented(read, bytes);
  else if (parser === 'gzip') checkNothingInvented(read, isGzip(bytes) ? gunzipSync(bytes) : bytes);
  else if (parser === 'zip' && isZip(bytes)) checkSame(read, expected);
  else if (parser === 'json') checkAgainstJsonParse(read, bytes);
}

/** All rows, or `null` when the file as a whole was refused, at the beginning or on the way. */
async function readAll(path: string): Promise<(FileRow | RefusedRow)[] | null> {
  try {
    const rows: (FileRow | RefusedRow)[] = [];
    for await (const row of (await openFile(path)).rows()) rows.push(row);
    return rows;
  } catch (error) {
    if (error instanceof FileRefused) return null;
    throw error;
  }
}

/** Every accepted cell stands in the file, in its own encoding and with its quotation marks doubled or not. */
function checkNothingInvented(read: readonly (FileRow | RefusedRow)[], bytes: Buffer): void {
  const texts = ['utf-8', 'windows-1252', 'windows-1256', 'utf-16le', 'utf-16be'].map((name) =>
    new TextDecoder(name).decode(bytes),
  );
  for (const row of read) {
    if (row.refused) continue;
    for (const cell of Object.values(row.cells)) {
      const found = texts.some((text) => text.includes(cell) || text.includes(cell.replaceAll('"', '""')));
      assert(found || isRepaired(cell, bytes), `“${cell}” does not stand in the file`);
    }
  }
}

/** Text that was encoded twice stands in the file once more encoded. */
function isRepaired(cell: string, bytes: Buffer): boolean {
  const text = new TextDecoder().decode(bytes);
  return ['windows-1252', 'windows-1256'].some((name) =>
    text.includes(new TextDecoder(name).decode(Buffer.from(cell))),
  );
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Once its mark is gone, a packed file is as good as any text. */
function isZip(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 2) === 'PK' && (bytes[2] === 3 || bytes[2] === 5);
}

/** A checksum stands over every byte: what is accepted at all is what was written. */
function checkSame(read: readonly (FileRow | RefusedRow)[], expected: readonly Record<string, string>[]): void {
  assert.deepEqual(
    read.map((row) => row.cells),
    expected,
  );
}

/** Where the whole file is valid JSON, every record is there, accepted as it says or refused. */
function checkAgainstJsonParse(read: readonly (FileRow | RefusedRow)[], bytes: Buffer): void {
  let whole: unknown;
  try {
    whole = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return;
  }
  if (!Array.isArray(whole)) return;
  assert.equal(read.length, whole.length);
  for (const [index, row] of read.entries()) {
    if (row.refused) continue;
    const record = whole[index] as Record<string, unknown>;
    assert.deepEqual(Object.keys(row.cells), Object.keys(record));
    for (const name of HEADERS) if (typeof record[name] === 'string') assert.equal(row.cells[name], record[name]);
  }
}
