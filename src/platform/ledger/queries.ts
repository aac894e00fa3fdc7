/** Questions to the ledger: its lines, and proofs that they are in it. */
import type { z } from 'zod';
import { writerName } from '../accounts/writer-name.ts';
import { type Database, sql, type Tx } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import { missionOf, must, type Principal } from '../principal.ts';
import type { LedgerPage, ProofView } from './contract.ts';
import { decodeFrontier, root } from './merkle.ts';
import { resolveAsOf } from './store.ts';
import { proofFor } from './tiles.ts';

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

interface PageQuery {
  before: number;
  limit: number;
  record?: string | undefined;
}

/** The latest lines of the mission and of the house itself, newest first, or those before a line. */
export async function ledgerPage(db: Database, who: Principal, query: PageQuery): Promise<z.infer<typeof LedgerPage>> {
  must(who, 'ledger.read');
  return db.read(who, (tx) => page(tx, query));
}

async function page(tx: Tx, { before, limit, record }: PageQuery): Promise<z.infer<typeof LedgerPage>> {
  const { seq: size } = await resolveAsOf(tx);
  const { rows } = await sql<ViewRow>`
    select l.seq, l.at, l.by, ${writerName('l.by')} as by_name, l.verb, l.mission, l.room, l.record, l.version, l.digest
    from platform.ledger l
    where (l.mission is null or l.mission = ${missionOf(tx.who).slug}) and l.seq < ${before} and ${record ? sql`l.record = ${record}` : sql`true`}
    order by l.seq desc limit ${limit + 1}`.execute(tx.db);
  const items = rows.slice(0, limit).map(({ by_name, digest, at, ...line }) => ({
    ...line,
    at: at.toISOString(),
    byName: by_name,
    digest: digest.toString('hex'),
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null, size };
}

/** The hashes beside a line's way to the root. It completes tiles that are missing, so it is a write. @throws `not_found` */
export async function lineProof(db: Database, who: Principal, seq: number): Promise<z.infer<typeof ProofView>> {
  must(who, 'ledger.read');
  return db.write(who, async (tx) => {
    const { rows } = await sql<{ frontier: Buffer }>`select frontier from platform.ledger_head`.execute(tx.db);
    const frontier = decodeFrontier(rows[0]?.frontier ?? Buffer.alloc(8));
    if (seq > frontier.size) throw new KingaError('not_found');
    const hashes = await proofFor(tx, seq, frontier.size);
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    return { seq, size: frontier.size, hashes: hashes.map(base64), root: base64(root(frontier)) };
  });
}
