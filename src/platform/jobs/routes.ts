import { z } from 'zod';
import { KingaError } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { must } from '../principal.ts';
import { JobList, JobRun } from './contract.ts';
import type { Jobs } from './runner.ts';
import { readRuns } from './store.ts';

const inMission = z.object({ mission: z.string() });
const oneRun = inMission.extend({ id: z.uuid() });

/** Everybody sees their own runs; others' need `jobs.read` and at least their view (row-level security). */
export const jobRoutes = (jobs: Jobs): readonly Route[] => [
  route({
    method: 'GET',
    url: '/missions/:mission/jobs',
    access: 'member',
    summary: 'The latest long work and how far it is',
    tag: 'jobs',
    params: inMission,
    answer: JobList,
    handler: ({ db, who }) => db.read(who, async (tx) => ({ items: await readRuns(tx) })),
  }),
  route({
    method: 'GET',
    url: '/missions/:mission/jobs/:id',
    access: 'member',
    summary: 'One run',
    tag: 'jobs',
    params: oneRun,
    answer: JobRun,
    handler: ({ db, who, params }) =>
      db.read(who, async (tx) => {
        const [run] = await readRuns(tx, params.id);
        if (!run) throw new KingaError('not_found');
        return run;
      }),
  }),
  route({
    method: 'POST',
    url: '/missions/:mission/jobs/:id/cancel',
    access: 'member',
    summary: 'Ask a run to stop; what it wrote stays',
    tag: 'jobs',
    params: oneRun,
    answer: 'none',
    handler: async ({ db, who, params }) => {
      const [run] = await db.read(who, (tx) => readRuns(tx, params.id));
      if (!run) throw new KingaError('not_found');
      const mine = await db.read(
        who,
        async (tx) =>
          (await tx.client.query('select from platform.job_run where id = $1 and person = $2', [params.id, who.person]))
            .rowCount,
      );
      if (!mine) must(who, 'jobs.cancel');
      await jobs.cancel(who, params.id);
    },
  }),
];
