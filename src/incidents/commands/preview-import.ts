/** Looks at a file without bringing anything in: what it is, what its columns seem to mean, its first rows. */
import type { Database } from '../../platform/database/database.ts';
import type { OpenedFile, OpenOptions } from '../../platform/files/index.ts';
import type { Upload } from '../../platform/http/uploads.ts';
import { must, type Principal } from '../../platform/principal.ts';
import { NOTHING_KNOWN } from '../import/column-evidence.ts';
import { foldWords, type ImportPreview } from '../import/contract.ts';
import { choicesByHeader, type FormHelp, labelsByHeader, withCodes, withLabels } from '../import/form-help.ts';
import { guessMapping } from '../import/guess-mapping.ts';
import { recognise } from '../import/schemas.ts';
import { knownNames } from './known-names.ts';
import { openImport } from './open-import.ts';
import { rememberedMapping } from './remember-mapping.ts';

/** Rows read for guessing, and rows shown. */
const LOOKED_AT = 200;
const SHOWN = 8;

/** @throws `unreadable_file` with a sentence */
export async function previewImport(
  db: Database,
  who: Principal,
  upload: Upload,
  options: Pick<OpenOptions, 'sheet'> & { form?: FormHelp } = {},
): Promise<ImportPreview> {
  must(who, 'import.run');
  const { form, ...opening } = options;
  const file = await openImport({ path: upload.path, ...opening });
  const sample = await firstRows(file, LOOKED_AT);
  const { schema, dataset, reason } = recognise(file.headers, file.hxlTags);
  const isMapped = schema === 'generic' || schema === 'hxl';
  const { remembered, names } = await db.read(who, async (tx) => ({
    remembered: await rememberedMapping(tx, file.headers),
    names: isMapped ? await knownNames(tx, sample) : NOTHING_KNOWN,
  }));
  const choices = form
    ? choicesByHeader(form, file.headers)
    : new Map<string, ReadonlyMap<string, readonly string[]>>();
  const labels = form ? labelsByHeader(form, file.headers) : undefined;
  const guess = isMapped ? guessMapping(file.headers, withLabels(sample, choices), file.hxlTags, names, labels) : null;
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
    mapping: (form ? null : remembered?.mapping) ?? (guess?.mapping ? withCodes(guess.mapping, choices) : null),
    guesses: guess?.guesses ?? [],
    kept: guess?.kept ?? [],
    questions: guess?.questions ?? [],
    remembered: remembered?.name ?? null,
    form: form ? { columns: labels?.size ?? 0, labels: codesOf(choices) } : null,
    sample: sample.slice(0, SHOWN),
    notes: file.notes,
  };
}

/** Labels of codes by the folded code, for showing beside the file's words. */
const codesOf = (choices: ReturnType<typeof choicesByHeader>): Record<string, string> =>
  Object.fromEntries(
    [...choices.values()].flatMap((codes) =>
      [...codes].flatMap(([code, [label]]) => (label === undefined ? [] : [[foldWords(code), label] as const])),
    ),
  );

/** Cells of the first rows that can be read. */
export async function firstRows(file: OpenedFile, most: number): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for await (const row of file.rows()) {
    if (!row.refused) rows.push(row.cells);
    if (rows.length >= most) break;
  }
  return rows;
}
