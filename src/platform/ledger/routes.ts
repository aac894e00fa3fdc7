import { z } from 'zod';
import { sql, type Tx } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import type { Jobs } from '../jobs/runner.ts';
import { checkpointNow } from './checkpoints.ts';
import { CheckpointView, LedgerPage, ProofView } from './contract.ts';
import { decodeFrontier, root } from './merkle.ts';
import { resolveAsOf } from './store.ts';
import { proofFor } from './tiles.ts';

const tag = 'ledger';
const inMission = z.object({ mission: z.string() });

interface ViewRow {
  seq: number;
  at: Date;
  by: string;
  by_name: string | null;
  verb: string;
  mission: string | null;
  room: string;
  record: string;
  version: number;
  digest: Buffer;
}

/** The latest lines, newest first, or those before a line. */
async function page(
  tx: Tx,
  before: number,
  limit: number,
  record: string | undefined,
): Promise<z.infer<typeof LedgerPage>> {
  const { seq: size } = await resolveAsOf(tx);
  const { rows } = await sql<ViewRow>`
    select l.seq, l.at, l.by, p.name as by_name, l.verb, l.mission, l.room, l.record, l.version, l.digest
    from platform.ledger l left join platform.person p on p.id = case when l.by like 'person:%' then substring(l.by from 8)::uuid end
    where l.seq < ${before} and ${record ? sql`l.record = ${record}` : sql`true`} order by l.seq desc limit ${limit + 1}`.execute(
    tx.db,
  );
  const items = rows.slice(0, limit).map(({ by_name, digest, at, ...line }) => ({
    ...line,
    at: at.toISOString(),
    byName: by_name,
    digest: digest.toString('hex'),
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null, size };
}

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
    handler: ({ db, who, query }) => db.read(who, (tx) => page(tx, query.before, query.limit, query.record)),
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
    url: '/missions/:mission/ledger/proof/:seq',
    access: 'ledger.read',
    summary: 'The proof that a line is in the ledger',
    tag,
    params: inMission.extend({ seq: z.coerce.number().int().positive() }),
    answer: ProofView,
    handler: ({ db, who, params }) =>
      db.write(who, async (tx) => {
        const { rows } = await sql<{ frontier: Buffer }>`select frontier from platform.ledger_head`.execute(tx.db);
        const frontier = decodeFrontier(rows[0]?.frontier ?? Buffer.alloc(8));
        if (params.seq > frontier.size) throw new KingaError('not_found');
        const hashes = await proofFor(tx, params.seq, frontier.size);
        return {
          seq: params.seq,
          size: frontier.size,
          hashes: hashes.map((h) => Buffer.from(h).toString('base64')),
          root: Buffer.from(root(frontier)).toString('base64'),
        };
      }),
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
