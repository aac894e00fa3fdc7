/**
 * Appending to the ledger, and asking what was known when.
 *
 * The lock on `ledger_head` is the ledger's lock: it is taken last, when everything that can be computed is computed,
 * and held until the commit. Whoever writes many rows splits them into writes of ≤ 1,000 rows and ≤ 100 ms.
 */
import { randomBytes } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import { sql, type Tx } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import { canonical, contentDigest, type LedgerLine, lineLeaf } from './line.ts';
import { appendMany, decodeFrontier, encodeFrontier } from './merkle.ts';

/** What a write tells the ledger about one version; seq, time, author and mission are the ledger's to add. */
export interface LedgerEntry {
  verb: string;
  room: string;
  record: string;
  version: number;
  digest: Uint8Array;
}

/** Where a write stands: its first line and its instant. Entry i has line `first + i`. */
export interface Stamp {
  first: number;
  /** ISO 8601, UTC, milliseconds; never before an earlier line's. */
  at: string;
}

/** The last committed line that an answer rests on. */
export interface AsOf {
  seq: number;
  at: string;
  /** Nothing is known beyond it, for as long as the transaction's snapshot lasts. */
  latest: boolean;
}

/** Takes the ledger's lock, adds one line an entry, and returns where they stand, for the rows that are written with them. */
export async function appendToLedger(tx: Tx, entries: readonly LedgerEntry[]): Promise<Stamp> {
  const { rows } = await sql<{ size: number; at: Date; frontier: Buffer }>`
    select size, at, frontier from platform.ledger_head for update`.execute(tx.db);
  const head = rows[0];
  if (!head) throw new Error('The ledger has no head: the installation is not initialised.');
  const at = new Date(Math.max(tx.clock.now().getTime(), head.at.getTime())).toISOString();
  const mission = tx.who.mission?.slug ?? null;
  const lines: LedgerLine[] = entries.map((entry, i) => ({
    seq: head.size + 1 + i,
    at,
    by: tx.who.by,
    verb: entry.verb,
    mission,
    room: entry.room,
    record: entry.record,
    version: entry.version,
    digest: entry.digest,
  }));
  const frontier = appendMany(decodeFrontier(head.frontier), lines.map(lineLeaf));
  await sql`insert into platform.ledger (seq, at, by, verb, mission, room, record, version, digest)
    select ${head.size}::bigint + n, ${at}::timestamptz, ${tx.who.by}, verb, ${mission}::text, room, record, version, digest
    from unnest(${lines.map((l) => l.verb)}::text[], ${lines.map((l) => l.room)}::text[], ${lines.map((l) => l.record)}::text[],
      ${lines.map((l) => l.version)}::int[], ${lines.map((l) => l.digest)}::bytea[])
      with ordinality as line (verb, room, record, version, digest, n)`.execute(tx.db);
  await sql`with head as (
      update platform.ledger_head set size = ${frontier.size}, at = ${at}, frontier = ${Buffer.from(encodeFrontier(frontier))})
    insert into platform.commit_point (seq, at) values (${frontier.size}, ${at})`.execute(tx.db);
  return { first: head.size + 1, at };
}

/**
 * Writes a line whose content belongs to no room's record: a change of people or mission, an export, a sensitive read.
 * @param content what is digested and kept beside the line; no secrets, no record content
 */
export async function recordAct(
  tx: Tx,
  act: { verb: string; room: string; record: string; version?: number; content: unknown },
): Promise<Stamp> {
  const content = canonical(act.content);
  const salt = randomBytes(16);
  const version = act.version ?? 1;
  const stamp = await appendToLedger(tx, [
    { verb: act.verb, room: act.room, record: act.record, version, digest: contentDigest(salt, content) },
  ]);
  await sql`insert into platform.act (seq, mission, room, record, version, salt, content)
    values (${stamp.first}, ${tx.who.mission?.id ?? null}, ${act.room}, ${act.record}, ${version}, ${salt}, ${content})`.execute(
    tx.db,
  );
  return stamp;
}

/**
 * The last committed line at an instant, at a line, or now. Asked again with the `seq` it gives, it answers the same for ever.
 * @param asked an ISO 8601 instant, a ledger line in digits, or nothing for now
 * @throws `unknown_as_of` when it is neither, or a line that does not exist yet
 */
export async function resolveAsOf(tx: Tx, asked?: string): Promise<AsOf> {
  const now = await lastCommit(tx, Number.MAX_SAFE_INTEGER, 'infinity');
  if (asked === undefined || asked === '') return { ...now, latest: true };
  if (/^\d{1,15}$/.test(asked)) {
    if (Number(asked) > now.seq) throw new KingaError('unknown_as_of', { what: asked });
    if (Number(asked) === now.seq) return { ...now, latest: true };
    return lastCommit(tx, Number(asked), 'infinity');
  }
  const instant = Date.parse(asked);
  if (Number.isNaN(instant)) throw new KingaError('unknown_as_of', { what: asked.slice(0, 40) });
  return lastCommit(tx, Number.MAX_SAFE_INTEGER, new Date(instant).toISOString());
}

async function lastCommit(tx: Tx, seq: number, at: string): Promise<AsOf> {
  const { rows } = await sql<{ seq: number; at: Date }>`
    select seq, at from platform.commit_point where seq <= ${seq} and at <= ${at}::timestamptz order by seq desc limit 1`.execute(
    tx.db,
  );
  const found = rows[0];
  return { seq: found?.seq ?? 0, at: (found?.at ?? new Date(0)).toISOString(), latest: false };
}

/** SQL: the instant of the write that a line belongs to, from a column that holds the line; null for a line to come. */
export const instantOf = (line: string): RawBuilder<Date | null> => sql`(select at from platform.commit_point
  where seq >= ${sql.ref(line)} order by seq limit 1)`;
