/** The change of more records than somebody waits for. Run again after a crash, what was changed stays changed once. */
import { z } from 'zod';
import type { JobContext } from '../../platform/jobs/runner.ts';
import { LANGUAGES } from '../../vocabulary/codes.ts';
import { editMany } from '../commands/edit-many.ts';
import { BulkChange, type BulkResult } from './contract.ts';

const Params = z.object({
  records: z.array(z.object({ id: z.uuid(), version: z.int() })),
  change: BulkChange,
  language: z.enum(LANGUAGES),
});

/** @returns how many were changed, and which were refused why */
export async function editManyJob({ db, who, params, report }: JobContext): Promise<Record<string, unknown>> {
  const { records, change, language } = Params.parse(params);
  const outcomes = await editMany(db, who, records, change, language, (done) => report(done, records.length));
  const of = (outcome: string) => outcomes.filter((one) => one.outcome === outcome);
  return {
    ...{ changed: of('done').length, unchanged: of('same').length, refused: of('refused') },
  } satisfies BulkResult;
}
