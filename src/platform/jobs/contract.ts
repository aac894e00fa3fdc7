/** Long work as a page sees it: what, for whom, how far, and what came of it. */
import { z } from 'zod';
import { pageOf } from '../paging/contract.ts';

export const JOB_STATES = ['waiting', 'running', 'cancelling', 'cancelled', 'done', 'failed'] as const;

export const JobRun = z.object({
  id: z.uuid(),
  kind: z.string(),
  by: z.string().nullable(),
  state: z.enum(JOB_STATES),
  done: z.int(),
  total: z.int().nullable(),
  /** A sentence: what it is at, or why it failed. */
  note: z.string().nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  asOfSeq: z.int(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export const JobList = pageOf(JobRun);
export type JobRun = z.infer<typeof JobRun>;
