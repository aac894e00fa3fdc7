/** Looks at a file without bringing anything in: what it is, what its columns seem to mean, its first rows. */
import type { Database } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { FileRefused, type OpenedFile, type OpenOptions, openFile } from '../../platform/files/index.ts';
import type { Upload } from '../../platform/http/uploads.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { ImportPreview } from '../import/contract.ts';
import { guessMapping } from '../import/guess-mapping.ts';
import { recognise } from '../import/schemas.ts';
import { rememberedMapping } from './remember-mapping.ts';

/** Rows read for guessing, and rows shown. */
const LOOKED_AT = 200;
const SHOWN = 8;

/** @throws `unreadable_file` with a sentence */
export async function previewImport(
  db: Database,
  who: Principal,
  upload: Upload,
  options: Pick<OpenOptions, 'sheet'> = {},
): Promise<ImportPreview> {
  must(who, 'import.run');
  const file = await openFile(upload.path, options).catch((error: unknown) => {
    if (error instanceof FileRefused) throw new KingaError('unreadable_file', { why: error.message });
    throw error;
  });
  const sample = await firstRows(file, LOOKED_AT);
  const { schema, dataset, reason } = recognise(file.headers, file.hxlTags);
  const known = await db.read(who, (tx) => rememberedMapping(tx, file.headers));
  const guess = schema === 'generic' || schema === 'hxl' ? guessMapping(file.headers, sample, file.hxlTags) : null;
  return {
    id: upload.id,
    name: upload.name,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter ?? null,
    headers: file.headers,
    hxlTags: file.hxlTags ?? {},
    sheet: file.sheet ?? null,
    sheets: file.sheets ?? [],
    schema,
    dataset,
    reason,
    mapping: known?.mapping ?? guess?.mapping ?? null,
    guesses: guess?.guesses ?? [],
    questions: guess?.questions ?? [],
    remembered: known?.name ?? null,
    sample: sample.slice(0, SHOWN),
    notes: file.notes,
  };
}

/** Cells of the first rows that can be read. */
export async function firstRows(file: OpenedFile, most: number): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for await (const row of file.rows()) {
    if (!row.refused) rows.push(row.cells);
    if (rows.length >= most) break;
  }
  return rows;
}
