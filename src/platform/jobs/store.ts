/** Job runs in the database: who started them and with what view, how far they are, what came of them. */
import { randomUUID } from 'node:crypto';
import { verbsOf } from '../accounts/rules.ts';
import { membership, personById } from '../accounts/store.ts';
import { sql, type Tx } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import { resolveAsOf } from '../ledger/store.ts';
import type { Page, PageQuery } from '../paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../paging/marks.ts';
import { compartmentMask, levelNumber, type MissionRef, missionOf, type Principal } from '../principal.ts';
import type { JobRun } from './contract.ts';
import { WORKERS } from './worker.ts';

/** What is kept of who started a run, to act for them later with the view they had. */
interface KeptPrincipal {
  by: string;
  person: string | null;
  name: string;
  mission: { id: number; slug: string; compartments: [string, number][] };
  verbs: string[];
  level: Principal['level'];
  compartments: string[];
  areas: string[] | null;
}

/** @param worker the process that works on it from the start; without one it waits */
export async function insertRun(tx: Tx, kind: string, params: unknown, worker: number | null = null): Promise<string> {
  const { who } = tx;
  const mission = missionOf(who);
  const id = randomUUID();
  const { seq } = await resolveAsOf(tx);
  const now = tx.clock.now();
  await sql`insert into platform.job_run (id, mission, kind, person, principal, params, as_of_seq, level, compartments, state, worker,
      created_at, started_at)
    values (${id}, ${mission.id}, ${kind}, ${who.person}, ${JSON.stringify(keep(who, mission))}, ${JSON.stringify(params)}, ${seq},
      ${levelNumber(who.level)}, ${String(compartmentMask(mission, who.compartments))}, ${worker === null ? 'waiting' : 'running'},
      ${worker}, ${now}, ${worker === null ? null : now})`.execute(tx.db);
  return id;
}

function keep(who: Principal, mission: MissionRef): KeptPrincipal {
  return {
    by: who.by,
    person: who.person,
    name: who.name,
    mission: { id: mission.id, slug: mission.slug, compartments: [...mission.compartmentBits] },
    verbs: [...who.verbs],
    level: who.level,
    compartments: [...who.compartments],
    areas: who.areas && [...who.areas],
  };
}

export interface Claimed {
  id: string;
  kind: string;
  params: unknown;
  who: Principal;
}

/** Takes a waiting run for working on it; `null` when it was cancelled or taken meanwhile. Asked by the house. */
export async function claimRun(tx: Tx, id: string, worker: number): Promise<Claimed | null> {
  const { rows } = await sql<{ kind: string; params: unknown; principal: KeptPrincipal }>`
    update platform.job_run set state = 'running', worker = ${worker}, started_at = ${tx.clock.now()}
    where id = ${id} and state = 'waiting' returning kind, params, principal`.execute(tx.db);
  const row = rows[0];
  return row ? { id, kind: row.kind, params: row.params, who: toPrincipal(row.principal) } : null;
}

function toPrincipal(kept: KeptPrincipal): Principal {
  const { id, slug, compartments } = kept.mission;
  const mission: MissionRef = { id, slug, compartmentBits: new Map(compartments) };
  return { ...kept, kind: 'job', mission, verbs: new Set(kept.verbs) };
}

/**
 * Whether the person a run acts for may still do and see all that they could when they started it. Asked by the house.
 * Less is not made do with: half an export looks like a whole one.
 */
export async function stillMay(tx: Tx, who: Principal): Promise<boolean> {
  if (who.person === null) return true;
  const person = await personById(tx, who.person);
  const now = person && !person.disabled_at ? await membership(tx, missionOf(who), who.person) : null;
  if (!now) return false;
  const verbs = new Set<string>(verbsOf(now.roles));
  return (
    [...who.verbs].every((verb) => verbs.has(verb)) &&
    levelNumber(now.level) >= levelNumber(who.level) &&
    who.compartments.every((code) => now.compartments.includes(code)) &&
    (now.areas === null || (who.areas ?? ['']).every((area) => now.areas?.includes(area)))
  );
}

/** Notes progress; answers whether somebody asked to cancel. */
export async function noteProgress(
  tx: Tx,
  id: string,
  done: number,
  total: number | null,
  note: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`
    update platform.job_run set done = ${done}, total = ${total}, note = ${note} where id = ${id} returning state`.execute(
    tx.db,
  );
  return rows[0]?.state === 'cancelling';
}

export async function endRun(
  tx: Tx,
  id: string,
  state: 'done' | 'failed' | 'cancelled',
  note: string | null,
  result: Record<string, unknown> | null,
): Promise<void> {
  await sql`update platform.job_run set state = ${state}, note = coalesce(${note}, note), result = ${result && JSON.stringify(result)}::jsonb,
    ended_at = ${tx.clock.now()} where id = ${id}`.execute(tx.db);
}

const DEAD = sql`(worker is null or not exists (select from pg_locks l where l.locktype = 'advisory'
  and l.database = (select oid from pg_database where datname = current_database())
  and l.classid = ${WORKERS}::bigint::oid and l.objid = worker::bigint::oid and l.granted))`;

/**
 * Runs whose process is gone wait again: every kind of job may be run twice. What another living process works on stays
 * its own.
 * @param mine this process, and what it really works on: a failure may have kept the end of a run from being noted
 * @returns the ids of those that wait again
 */
export async function requeueAbandoned(tx: Tx, mine: { worker: number; active: readonly string[] }): Promise<string[]> {
  const left = sql`(${DEAD} or (worker = ${mine.worker} and id <> all (${mine.active}::uuid[])))`;
  await sql`update platform.job_run set state = 'cancelled', ended_at = ${tx.clock.now()}
    where state = 'cancelling' and ${left}`.execute(tx.db);
  const { rows } = await sql<{ id: string }>`update platform.job_run set state = 'waiting', worker = null
    where state = 'running' and ${left} returning id`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** The runs that wait to be worked on, oldest first. */
export async function waitingRuns(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from platform.job_run where state = 'waiting' order by created_at, id`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** @throws `not_found`, or `state_conflict` when it has ended */
export async function askToCancel(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql<{ state: string }>`select state from platform.job_run where id = ${id} for update`.execute(
    tx.db,
  );
  const state = rows[0]?.state;
  if (!state) throw new KingaError('not_found');
  if (state === 'waiting') return endRun(tx, id, 'cancelled', null, null);
  if (state === 'cancelling') return;
  if (state !== 'running') throw new KingaError('state_conflict', { from: state, to: 'cancelled' });
  await sql`update platform.job_run set state = 'cancelling' where id = ${id}`.execute(tx.db);
}

interface Row {
  id: string;
  kind: string;
  by: string | null;
  state: JobRun['state'];
  done: number;
  total: number | null;
  note: string | null;
  result: Record<string, unknown> | null;
  as_of_seq: number;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
}

const runsOf = (tx: Tx) => sql`
  select id, kind, principal ->> 'name' as by, state, done, total, note, result, as_of_seq, created_at, started_at, ended_at
  from platform.job_run where mission = ${missionOf(tx.who).id}`;

const toRun = ({ as_of_seq, created_at, started_at, ended_at, ...run }: Row): JobRun => ({
  ...run,
  asOfSeq: as_of_seq,
  createdAt: created_at.toISOString(),
  startedAt: started_at?.toISOString() ?? null,
  endedAt: ended_at?.toISOString() ?? null,
});

const LATEST: Order<Row> = {
  name: 'jobs',
  descending: true,
  keys: [
    { column: sql`created_at`, type: 'timestamptz', of: ({ created_at }) => created_at.toISOString() },
    { column: sql`id`, type: 'uuid', of: ({ id }) => id },
  ],
};

/** The mission's runs that the asker may see, the latest first. */
export async function listRuns(tx: Tx, page: PageQuery): Promise<Page<JobRun>> {
  const { rows } = await sql<Row>`${runsOf(tx)} and ${afterMark(LATEST, page.cursor)}
    ${inOrder(LATEST)} limit ${page.limit + 1}`.execute(tx.db);
  return toPage(LATEST, page, rows, toRun);
}

/** The run with this id; `null` when there is none that the asker may see. */
export async function readRun(tx: Tx, id: string): Promise<JobRun | null> {
  const { rows } = await sql<Row>`${runsOf(tx)} and id = ${id}`.execute(tx.db);
  return rows[0] ? toRun(rows[0]) : null;
}

/** The person who started a run, where a person did. */
export async function startedBy(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ person: string | null }>`select person from platform.job_run where id = ${id}`.execute(
    tx.db,
  );
  return rows[0]?.person ?? null;
}
