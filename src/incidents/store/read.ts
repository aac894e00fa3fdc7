/** Reads whole records: one as known at a ledger line, or all its versions. Groups that the reader may not see are absent. */
import { writerName } from '../../platform/accounts/writer-name.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import { instantOf } from '../../platform/ledger/store.ts';
import { compartmentCodes, levelName, missionOf } from '../../platform/principal.ts';
import { openFor } from '../../platform/vault/subjects.ts';
import type { Account, Core, Incident, IncidentInput, Protected } from '../contract.ts';
import { tables } from './tables.ts';

interface Found {
  id: string;
  version: number;
  known_from: number;
  known_to: number;
  known_at: Date;
  ended_at: Date | null;
  by: string;
  by_name: string | null;
  verb: string;
  level: number;
  compartments: string | number;
  body: string;
  account: string | null;
  account_level: number | null;
  sealed: Buffer | null;
  subject: string | null;
  protected_level: number | null;
}

/** A group's level: as it was written, or higher where this version says so without writing the group anew. */
const select = (mission: number, where: ReturnType<typeof sql>) => sql<Found>`
  select c.id, c.version, c.known_from, c.known_to, c.known_at, c.by, c.verb, c.level, c.compartments::text, c.body,
    ${instantOf('c.known_to')} as ended_at, ${writerName('c.by')} as by_name,
    a.body as account, case when a.id is not null then greatest(a.level, c.account_level) end as account_level,
    p.sealed, p.subject, case when p.id is not null then greatest(p.level, c.protected_level) end as protected_level
  from incidents.core c
    left join incidents.account a on a.mission = c.mission and a.id = c.id and a.known_from <= c.known_from and a.known_to > c.known_from
    left join incidents.protected p on p.mission = c.mission and p.id = c.id and p.known_from <= c.known_from and p.known_to > c.known_from
  where c.mission = ${mission} and ${where}
  order by c.id, c.version`;

/** The record as known at a ledger line, or `null` where there was (or the reader sees) none. */
export async function readIncident(tx: Tx, id: string, seq: number): Promise<Incident | null> {
  const { rows } = await select(
    missionOf(tx.who).id,
    sql`c.id = ${id} and c.known_from <= ${seq} and c.known_to > ${seq}`,
  ).execute(tx.db);
  return rows[0] ? toIncident(tx, rows[0], seq) : null;
}

/** These records as known at a ledger line, in no particular order. */
export async function readMany(tx: Tx, ids: readonly string[], seq: number): Promise<Incident[]> {
  const { rows } = await select(
    missionOf(tx.who).id,
    sql`c.id = any (${ids}::uuid[]) and c.known_from <= ${seq} and c.known_to > ${seq}`,
  ).execute(tx.db);
  const incidents: Incident[] = [];
  for (const row of rows) incidents.push(await toIncident(tx, row, seq));
  return incidents;
}

/** Every version up to a ledger line, oldest first. */
export async function readVersions(tx: Tx, id: string, seq: number): Promise<Incident[]> {
  const { rows } = await select(missionOf(tx.who).id, sql`c.id = ${id} and c.known_from <= ${seq}`).execute(tx.db);
  const versions: Incident[] = [];
  for (const row of rows) versions.push(await toIncident(tx, row, seq));
  return versions;
}

/** @param seq nothing that became known after this line may show, not even that the version was replaced */
async function toIncident(tx: Tx, row: Found, seq: number): Promise<Incident> {
  const hidden =
    row.sealed && row.subject ? ((await openFor(tx, row.subject, row.sealed)) as Protected | null) : undefined;
  return {
    id: row.id,
    version: row.version,
    knownFrom: { seq: row.known_from, at: row.known_at.toISOString() },
    knownTo: row.ended_at && row.known_to <= seq ? { seq: row.known_to, at: row.ended_at.toISOString() } : null,
    by: row.by,
    byName: row.by_name,
    verb: row.verb,
    core: JSON.parse(row.body) as Core,
    ...(row.account ? { account: JSON.parse(row.account) as Account } : {}),
    ...(hidden ? { protected: hidden } : {}),
    levels: {
      core: levelName(row.level),
      ...(row.account_level === null ? {} : { account: levelName(row.account_level) }),
      ...(row.protected_level === null ? {} : { protected: levelName(row.protected_level) }),
    },
    compartments: compartmentCodes(missionOf(tx.who), BigInt(row.compartments)),
    erased: hidden === null,
  };
}

export interface Current {
  id: string;
  version: number;
  by: string;
  verb: string;
  body: string;
  level: number;
  compartments: bigint;
  sent: Buffer;
  envelope: string;
}

/** The current versions of these records, for commands: what lists need is elsewhere. */
export async function readCurrent(tx: Tx, ids: readonly string[]): Promise<Map<string, Current>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('incidents.core')
    .select(['id', 'version', 'by', 'verb', 'body', 'level', 'compartments', 'sent', 'envelope'])
    .where('mission', '=', missionOf(tx.who).id)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .where(sql<boolean>`known_to = 9223372036854775807`)
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, compartments: BigInt(row.compartments) }]));
}

/** Levels of all three groups and components, also where the reader does not see the groups. */
export const levelsIn = (envelope: string): Pick<IncidentInput, 'levels' | 'compartments'> =>
  JSON.parse(envelope) as Pick<IncidentInput, 'levels' | 'compartments'>;

/** What the last import sent for these records, to tell an unchanged row from a changed one. */
export async function readLastImported(tx: Tx, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const { rows } = await sql<{ id: string; sent: Buffer }>`
    select distinct on (id) id, sent from incidents.core
    where mission = ${missionOf(tx.who).id} and id = any (${ids}::uuid[]) and verb = 'incident.import'
    order by id, version desc`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.sent]));
}

/** The subject whose key seals this record's protected group, erased or not. */
export async function subjectOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tables(tx)
    .selectFrom('incidents.protected')
    .select('subject')
    .where('mission', '=', missionOf(tx.who).id)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row?.subject ?? null;
}

/** What was sent when this version was written, or `null` where there is (or the asker sees) none. */
export async function sentUnder(tx: Tx, id: string, version = 1): Promise<Buffer | null> {
  const row = await tables(tx)
    .selectFrom('incidents.core')
    .select('sent')
    .where('mission', '=', missionOf(tx.who).id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.sent ?? null;
}

/** What is sealed now of these records, opened; what was erased is not there. */
export async function openProtected(tx: Tx, ids: readonly string[]): Promise<Map<string, Protected>> {
  const { rows } = await sql<{ id: string; subject: string; sealed: Buffer }>`
    select id, subject, sealed from incidents.protected
    where mission = ${missionOf(tx.who).id} and id = any (${ids}::uuid[]) and known_to = 9223372036854775807`.execute(
    tx.db,
  );
  const opened = new Map<string, Protected>();
  for (const { id, subject, sealed } of rows) {
    const group = (await openFor(tx, subject, sealed)) as Protected | null;
    if (group) opened.set(id, group);
  }
  return opened;
}

/** The account bodies that hold now, for telling whether an import brings anything new. */
export async function accountBodies(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; body: string }>`select id, body from incidents.account
    where mission = ${missionOf(tx.who).id} and id = any (${ids}::uuid[]) and known_to = 9223372036854775807`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.body]));
}
