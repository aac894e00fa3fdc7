/** Reads mandates and provisions as known at a ledger line. Row-level security decides which there are for whom. */
import type { RawBuilder } from 'kysely';
import { writerName } from '../../platform/accounts/writer-name.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import type { MandateLine, Provision } from '../contract.ts';
import type { ProvisionContent } from '../rules/review.ts';
import type { MandateContent } from './write.ts';

/** A line beyond every line: what is known now. */
export const NOW = Number.MAX_SAFE_INTEGER;

interface Row {
  id: string;
  version: number;
  known_at: Date;
  by: string;
  by_name: string | null;
  body: string;
}

interface Stored<Content> {
  id: string;
  version: number;
  knownAt: string;
  by: string;
  byName: string | null;
  content: Content;
}
export type StoredMandate = Stored<MandateContent>;
export type StoredProvision = Stored<ProvisionContent>;

const toStored = <Content>({ id, version, known_at, by, by_name, body }: Row): Stored<Content> => {
  // What policies read is in columns of its own.
  const { mask: _, scope: __, ...content } = JSON.parse(body) as Record<string, unknown>;
  return { id, version, knownAt: known_at.toISOString(), by, byName: by_name, content: content as Content };
};

type Counts = Pick<MandateLine, 'paragraphs' | 'operative' | 'reviewed'>;
export type CountedMandate = StoredMandate & Counts;

const select = (tx: Tx, seq: number, which: RawBuilder<unknown>) => sql<Row & Counts>`
  select m.id, m.version, m.known_at, m.by, ${writerName('m.by')} as by_name, m.body, count(p.id)::int as paragraphs,
    count(p.id) filter (where p.kind = 'OP')::int as operative,
    count(p.id) filter (where p.kind = 'OP' and p.review <> 'read')::int as reviewed
  from mandates.mandate m
    left join mandates.provision p on p.mission = m.mission and p.mandate = m.id and not p.gone
      and p.known_from <= ${seq} and p.known_to > ${seq}
  where m.mission = ${missionOf(tx.who).id} and m.known_from <= ${seq} and m.known_to > ${seq} and ${which}
  group by m.mission, m.id, m.version
  order by m.own desc, m.day desc, m.known_from desc`;

/** What was not withdrawn by then: own ones first, the newest first. */
export async function listMandates(tx: Tx, seq: number): Promise<CountedMandate[]> {
  const { rows } = await select(tx, seq, sql`not m.withdrawn`).execute(tx.db);
  return rows.map(withCounts);
}

/** One, withdrawn or not; `null` where there was (or the asker sees) none. */
export async function readMandate(tx: Tx, id: string, seq: number): Promise<CountedMandate | null> {
  const { rows } = await select(tx, seq, sql`m.id = ${id}`).execute(tx.db);
  return rows[0] ? withCounts(rows[0]) : null;
}

/** The words of mandates, by id. */
export async function readSources(tx: Tx, mandates: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ mandate: string; words: string }>`select mandate, words from mandates.source
    where mission = ${missionOf(tx.who).id} and mandate = any (${mandates}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ mandate, words }) => [mandate, words]));
}

/** In the order of each text; what newer rules find no more is left out, unless it is wanted. */
export async function readProvisions(
  tx: Tx,
  mandates: readonly string[],
  seq: number,
  { andGone = false } = {},
): Promise<StoredProvision[]> {
  const { rows } = await sql<Row>`
    select p.id, p.version, p.known_at, p.by, ${writerName('p.by')} as by_name, p.body from mandates.provision p
    where p.mission = ${missionOf(tx.who).id} and p.mandate = any (${mandates}::uuid[])
      and p.known_from <= ${seq} and p.known_to > ${seq} and (${andGone} or not p.gone)
    order by p.mandate, p.place, p.id`.execute(tx.db);
  return rows.map((row) => toStored<ProvisionContent>(row));
}

/** Current ones, at most so many, whose scope is not that of their mandate, which has changed. */
export async function readOtherwiseScoped(tx: Tx, mandate: string, most: number): Promise<StoredProvision[]> {
  const { rows } = await sql<Row>`
    select p.id, p.version, p.known_at, p.by, null as by_name, p.body
    from mandates.provision p join mandates.mandate m on m.mission = p.mission and m.id = p.mandate
    where p.mission = ${missionOf(tx.who).id} and p.mandate = ${mandate}
      and p.known_to = 9223372036854775807 and m.known_to = 9223372036854775807
      and (p.level, p.compartments, p.areas) is distinct from (m.level, m.compartments, m.areas)
    order by p.place, p.id limit ${most}`.execute(tx.db);
  return rows.map((row) => toStored<ProvisionContent>(row));
}

/** Every version of one provision up to a line, oldest first. */
export async function readProvisionVersions(
  tx: Tx,
  mandate: string,
  id: string,
  seq: number,
): Promise<StoredProvision[]> {
  const { rows } = await sql<Row>`
    select p.id, p.version, p.known_at, p.by, ${writerName('p.by')} as by_name, p.body from mandates.provision p
    where p.mission = ${missionOf(tx.who).id} and p.mandate = ${mandate} and p.id = ${id} and p.known_from <= ${seq}
    order by p.version`.execute(tx.db);
  return rows.map((row) => toStored<ProvisionContent>(row));
}

/** Those of these versions that were written with this very content by this very credential. */
export async function sentBefore(
  tx: Tx,
  table: 'mandate' | 'provision',
  versions: readonly { id: string; version: number }[],
  sent: Buffer,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select t.id from mandates.${sql.raw(table)} t
      join unnest(${versions.map((v) => v.id)}::uuid[], ${versions.map((v) => v.version)}::int[]) as asked (id, version)
        using (id, version)
    where t.mission = ${missionOf(tx.who).id} and t.sent = ${sent}`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

const withCounts = ({ paragraphs, operative, reviewed, ...row }: Row & Counts): CountedMandate => ({
  ...toStored<MandateContent>(row),
  ...{ paragraphs, operative, reviewed },
});

/** As it crosses the wire. */
export const toProvision = ({ content, ...stored }: StoredProvision): Provision => {
  const { gone: _, ...said } = content;
  return { ...said, ...stored };
};
