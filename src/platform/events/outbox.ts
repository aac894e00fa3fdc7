/**
 * Events between rooms: references only, written in the transaction of what they tell, delivered at least once.
 * A handler stores the event's id in its own transaction (`handleOnce`).
 */
import { randomUUID } from 'node:crypto';
import { arrayLiteral, sql, type Tx } from '../database/database.ts';
import type { Stamp } from '../ledger/store.ts';
import { missionOf } from '../principal.ts';

/** PostgreSQL's channel that wakes listeners; its payload is the mission's number and nothing else. */
export const CHANNEL = 'kinga_event';

export interface EventSubject {
  room: string;
  id: string;
  version: number;
  /** Scope of the subject: nobody outside it is told. */
  level: number;
  compartments: bigint;
  /** Codes of the areas it lies in; `null` where areas do not count. */
  areas: readonly string[] | null;
}

/** Writes one event a subject and wakes listeners at commit. @param offset of each subject's line in the stamp */
export async function emit(tx: Tx, name: string, stamp: Stamp, subjects: readonly EventSubject[]): Promise<void> {
  if (subjects.length === 0) return;
  const mission = missionOf(tx.who).id;
  await sql`insert into platform.event (seq, id, mission, name, at, room, record, version, level, compartments, areas)
    select ${stamp.first}::bigint + n - 1, id, ${mission}, ${name}, ${stamp.at}::timestamptz, room, record, version, level, compartments, areas::text[]
    from unnest(${subjects.map(() => randomUUID())}::uuid[], ${subjects.map((s) => s.room)}::text[], ${subjects.map((s) => s.id)}::uuid[],
      ${subjects.map((s) => s.version)}::int[], ${subjects.map((s) => s.level)}::smallint[], ${subjects.map((s) => String(s.compartments))}::bigint[],
      ${subjects.map((s) => s.areas && arrayLiteral(s.areas))}::text[])
      with ordinality as s (id, room, record, version, level, compartments, areas, n)`.execute(tx.db);
  await sql`select pg_notify(${CHANNEL}, ${String(mission)})`.execute(tx.db);
}

/** Runs a handler's work unless it ran for this event before; both in the handler's own transaction. */
export async function handleOnce(tx: Tx, handler: string, event: string, work: () => Promise<void>): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into platform.event_handled (handler, event)
    values (${handler}, ${event}) on conflict do nothing`.execute(tx.db);
  if (!numAffectedRows) return false;
  await work();
  return true;
}
