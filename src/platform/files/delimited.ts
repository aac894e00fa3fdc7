/** CSV and TSV. */
import { CsvSplitter } from './csv.ts';
import { unescapeCell } from './escape.ts';
import { declaredDelimiter, sniffDelimiter } from './sniff.ts';
import { HEAD_ROWS, readHead, type TableRecord, toRow } from './table.ts';
import type { TextSource } from './text-source.ts';
import type { FileRow, OpenedFile, RefusedRow } from './types.ts';

const NAMES: Record<string, string> = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

/** @throws FileRefused when there are no headings to be read. */
export async function openDelimited(source: TextSource, given?: string): Promise<OpenedFile> {
  const { limits, notes, start } = source;
  const declared = declaredDelimiter(start);
  const delimiter = given ?? declared ?? sniffDelimiter(start);
  const records = () => splitRecords(source, delimiter, declared !== null);
  const head = readHead(await firstRecords(records()));
  notes.push(...head.notes);
  if (delimiter in NAMES) notes.push(`Cells are separated by ${NAMES[delimiter]}.`);

  async function* rows(): AsyncGenerator<FileRow | RefusedRow> {
    let guarded = 0;
    const restore = (text: string) => {
      const plain = unescapeCell(text);
      if (plain !== text) guarded++;
      return plain;
    };
    const options = { head, limits, damaged: source.damaged, repairDoubleEncoding: source.doublyEncoded, restore };
    for await (const batch of records()) {
      for (const record of batch) {
        const row = toRow(record, options);
        if (row) yield row;
      }
    }
    if (guarded > 0) {
      const note = `An apostrophe that keeps text from running as a formula was taken off ${guarded} cells.`;
      if (!notes.includes(note)) notes.push(note);
    }
  }

  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding: source.encoding,
    delimiter,
    headers: head.headers,
    ...(head.hxlTags ? { hxlTags: head.hxlTags } : {}),
    notes,
    rows,
  };
}

async function* splitRecords(
  source: TextSource,
  delimiter: string,
  skipFirst: boolean,
): AsyncGenerator<Iterable<TableRecord>> {
  const splitter = new CsvSplitter({ delimiter, maxRowChars: source.limits.maxRowChars });
  const kept = (records: IteratorObject<TableRecord>) =>
    skipFirst ? records.filter((record) => record.row > 1) : records;
  for await (const chunk of source.text()) yield kept(splitter.push(chunk));
  yield kept(splitter.end());
}

async function firstRecords(batches: AsyncIterable<Iterable<TableRecord>>): Promise<TableRecord[]> {
  const first: TableRecord[] = [];
  let filled = 0;
  for await (const batch of batches) {
    for (const record of batch) {
      if (record.fault === undefined && record.raw.trim() === '') continue;
      first.push(record);
      if (++filled === HEAD_ROWS) return first;
    }
  }
  return first;
}
