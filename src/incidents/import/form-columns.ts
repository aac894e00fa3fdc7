/** What exports of collection forms (KoboToolbox, ODK) put beside the answers, and how they write questions with many answers. */
import type { Evidence } from './column-evidence.ts';

/** Told of the submission and the device, not of the event. Names of columns without the groups before them. */
const OF_THE_FORM: ReadonlySet<string> = new Set([
  ...[
    'start',
    'end',
    'today',
    'deviceid',
    'subscriberid',
    'simserial',
    'phonenumber',
    'username',
    'audit',
    'instanceid',
  ],
  ...[
    'instancename',
    'rootuuid',
    'deprecatedid',
    'uuid',
    '__version__',
    '_version_',
    '_version',
    '_id',
    '_uuid',
    '_index',
  ],
  ...['_submission_time', '_validation_status', '_status', '_notes', '_tags', '_submitted_by', '_bamboo_dataset_id'],
  ...['_xform_id_string', '_attachments', '_edited', '_media_count', '_media_all_received', 'meta/rootuuid'],
  ...['_parent_table_name', '_parent_index'],
]);

/** An export of a form: it says when each row was submitted, and under what id. */
export const isFormExport = (headers: readonly string[]): boolean =>
  headers.includes('_submission_time') && (headers.includes('_uuid') || headers.includes('_id'));

/** The column that names a submission: `_uuid`, which no other project repeats, before `_id`. */
export const submissionId = (headers: readonly string[]): string | undefined =>
  isFormExport(headers) ? ['_uuid', '_id'].find((name) => headers.includes(name)) : undefined;

/** Whether a column of a form's export tells of the form: its bookkeeping, parts of a position, addresses of pictures. */
export function isOfTheForm(header: string): boolean {
  const last = header.slice(header.lastIndexOf('/') + 1).toLowerCase();
  return (
    OF_THE_FORM.has(last) ||
    /^_submission__/.test(last) ||
    /^_.*_(altitude|precision)$/.test(last) ||
    /(^_.*_url|_url)$/.test(last) ||
    /^_note_/.test(last)
  );
}

/** The question that a column of 0 and 1 is an answer of: `type/pillage` beside `type`. */
export function questionOf(header: string, headers: readonly string[], evidence: Evidence): string | null {
  const cut = header.lastIndexOf('/');
  if (cut < 1 || (evidence.filled.length > 0 && evidence.yesNo === null)) return null;
  const question = header.slice(0, cut);
  return headers.includes(question) ? question : null;
}
