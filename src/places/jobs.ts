/** The room's long work. */
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { JobHandlers } from '../platform/jobs/runner.ts';
import { importGazetteer } from './commands/import-gazetteer.ts';
import { GazetteerFields } from './contract.ts';

export const GAZETTEER_JOB = 'places.gazetteer';

const GazetteerJob = GazetteerFields.extend({
  path: z.string(),
  /** Our own copy of what somebody uploaded: it goes when the work has ended. */
  uploaded: z.boolean().default(false),
});

export const placeJobs: JobHandlers = {
  [GAZETTEER_JOB]: async ({ db, who, params, report }) => {
    const { uploaded, ...job } = GazetteerJob.parse(params);
    try {
      return { ...(await importGazetteer(db, who, job, report)) };
    } finally {
      if (uploaded) await rm(job.path, { force: true });
    }
  },
};
