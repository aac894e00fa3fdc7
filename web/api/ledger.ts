/** The ledger: its lines, its root, a signed checkpoint, and the question whether anybody rewrote it. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { CheckpointView, Deliveries, LedgerPage, ProofView } from '../../src/platform/ledger/contract.ts';
import { call, query } from './client.ts';
import { StartedJob } from './jobs.ts';
import { pagesQuery } from './pages.ts';

const LINES = 100;
const root = (mission: string) => `/missions/${mission}/ledger`;

export const linesQuery = (mission: string, record?: string) =>
  infiniteQueryOptions({
    queryKey: ['ledger', mission, 'lines', record ?? null],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      call(`${root(mission)}${query({ before: pageParam, limit: LINES, record })}`, { signal, answer: LedgerPage }),
    getNextPageParam: ({ next }) => next,
  });

/** The root of the first `size` lines: the proof of the last line carries it. */
export const rootQuery = (mission: string, size: number) =>
  queryOptions({
    queryKey: ['ledger', mission, 'root', size],
    queryFn: ({ signal }) => call(`${root(mission)}/proof/${size}`, { signal, answer: ProofView }),
    enabled: size > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Which checkpoints left the house, and which are tried again. */
export const deliveriesQuery = (mission: string) =>
  pagesQuery(['ledger', mission, 'deliveries'], `${root(mission)}/deliveries`, Deliveries);

export const signCheckpoint = (mission: string) =>
  call(`${root(mission)}/checkpoint`, { method: 'POST', answer: CheckpointView });

/** @param checkpoint a signed note that was kept outside the house */
export const verifyLedger = (mission: string, checkpoint?: string) =>
  call(`${root(mission)}/verify`, { method: 'POST', body: checkpoint ? { checkpoint } : {}, answer: StartedJob });
