import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import type { Jobs } from '../jobs/runner.ts';
import { PageQuery } from '../paging/contract.ts';
import { checkpointNow } from './checkpoints.ts';
import { CheckpointView, Deliveries, LedgerPage, ProofView } from './contract.ts';
import { deliveries } from './deliveries.ts';
import { ledgerPage, lineProof } from './queries.ts';

const tag = 'ledger';
const inMission = z.object({ mission: z.string() });

export const ledgerRoutes = (jobs: Jobs): readonly Route[] => [
  route({
    method: 'GET',
    url: '/missions/:mission/ledger',
    access: 'ledger.read',
    summary: 'The ledger, newest first',
    tag,
    params: inMission,
    query: z.object({
      before: z.coerce.number().int().positive().default(Number.MAX_SAFE_INTEGER),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      record: z.string().max(80).optional(),
    }),
    answer: LedgerPage,
    handler: ({ db, who, query }) => ledgerPage(db, who, query),
  }),
  route({
    method: 'POST',
    url: '/missions/:mission/ledger/checkpoint',
    access: 'ledger.read',
    summary: 'Sign the ledger as it stands, to be kept outside',
    tag,
    params: inMission,
    answer: CheckpointView,
    handler: ({ db, who }) => db.write(who, checkpointNow),
  }),
  route({
    method: 'GET',
    url: '/missions/:mission/ledger/deliveries',
    access: 'ledger.read',
    summary: 'Which checkpoints left the house, and which are tried again',
    tag,
    params: inMission,
    query: PageQuery,
    answer: Deliveries,
    handler: ({ db, who, query }) => deliveries(db, who, query),
  }),
  route({
    method: 'GET',
    url: '/missions/:mission/ledger/proof/:seq',
    access: 'ledger.read',
    summary: 'The proof that a line is in the ledger',
    tag,
    params: inMission.extend({ seq: z.coerce.number().int().positive() }),
    answer: ProofView,
    handler: ({ db, who, params }) => lineProof(db, who, params.seq),
  }),
  route({
    method: 'POST',
    url: '/missions/:mission/ledger/verify',
    access: 'ledger.verify',
    summary: 'Verify the whole ledger, against a checkpoint from outside if one is given',
    tag,
    params: inMission,
    body: z.object({ checkpoint: z.string().max(4000).optional() }),
    answer: z.object({ job: z.uuid() }),
    status: 202,
    handler: async ({ who, body }) => ({ job: await jobs.start(who, 'ledger.verify', body) }),
  }),
];
