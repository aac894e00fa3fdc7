import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import { PageQuery } from '../paging/contract.ts';
import { JobList, JobRun } from './contract.ts';
import { cancelRun, latestRuns, oneRun } from './queries.ts';
import type { Jobs } from './runner.ts';

const inMission = z.object({ mission: z.string() });
const runInMission = inMission.extend({ id: z.uuid() });

/** Everybody sees their own runs; others' need `jobs.read` and at least their view (row-level security). */
export const jobRoutes = (jobs: Jobs): readonly Route[] => [
  route({
    method: 'GET',
    url: '/missions/:mission/jobs',
    access: 'member',
    summary: 'The latest long work and how far it is',
    tag: 'jobs',
    params: inMission,
    query: PageQuery,
    answer: JobList,
    handler: ({ db, who, query }) => latestRuns(db, who, query),
  }),
  route({
    method: 'GET',
    url: '/missions/:mission/jobs/:id',
    access: 'member',
    summary: 'One run',
    tag: 'jobs',
    params: runInMission,
    answer: JobRun,
    handler: ({ db, who, params }) => oneRun(db, who, params.id),
  }),
  route({
    method: 'POST',
    url: '/missions/:mission/jobs/:id/cancel',
    access: 'member',
    summary: 'Ask a run to stop; what it wrote stays',
    tag: 'jobs',
    params: runInMission,
    answer: 'none',
    handler: ({ db, who, params }) => cancelRun(jobs, db, who, params.id),
  }),
];
