/** Long work. While something runs, the pages ask every second. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { JobList, JobRun } from '../../src/platform/jobs/contract.ts';
import { call, Nothing } from './client.ts';
import { pagesQuery } from './pages.ts';

const EVERY_MS = 1000;

export const StartedJob = z.object({ job: z.uuid() });

export const isUnderWay = ({ state }: JobRun) => state === 'waiting' || state === 'running' || state === 'cancelling';

export const jobKeys = (mission: string) => ['jobs', mission] as const;

export const jobsQuery = (mission: string) =>
  infiniteQueryOptions({
    ...pagesQuery([...jobKeys(mission), 'list'], `/missions/${mission}/jobs`, JobList),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? EVERY_MS : false),
  });

export const jobQuery = (mission: string, id: string) =>
  queryOptions({
    queryKey: [...jobKeys(mission), 'run', id],
    queryFn: ({ signal }) => call(`/missions/${mission}/jobs/${id}`, { signal, answer: JobRun }),
    refetchInterval: ({ state }) => (!state.data || isUnderWay(state.data) ? EVERY_MS : false),
  });

export const cancelJob = (mission: string, id: string) =>
  call(`/missions/${mission}/jobs/${id}/cancel`, { method: 'POST', answer: Nothing });
