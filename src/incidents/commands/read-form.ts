/** Reads the form behind an export: an XLSForm workbook, with its sheets `survey` and `choices`. */
import { KingaError } from '../../platform/errors.ts';
import { FileRefused, openFile } from '../../platform/files/index.ts';
import { type FormHelp, formHelp } from '../import/form-help.ts';

const MOST_ROWS = 20_000;

/** @throws `unreadable_file` when it is no workbook, or has no sheet `survey` */
export async function readForm(path: string): Promise<FormHelp> {
  const survey = await rowsOf(path, 'survey');
  return formHelp(survey, await rowsOf(path, 'choices').catch(() => []));
}

async function rowsOf(path: string, sheet: string): Promise<Record<string, string>[]> {
  const file = await openFile(path, { format: 'xlsx', sheet }).catch((error: unknown) => {
    if (error instanceof FileRefused) throw new KingaError('unreadable_file', { why: error.message });
    throw error;
  });
  const rows: Record<string, string>[] = [];
  for await (const row of file.rows()) {
    if (!row.refused) rows.push(row.cells);
    if (rows.length >= MOST_ROWS) break;
  }
  return rows;
}
