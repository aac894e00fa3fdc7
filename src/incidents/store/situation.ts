/**
 * What papers ask: sums by stream and by what a table has rows for, as known at a ledger line. A stream is our own
 * confirmed, our own not yet confirmed, or one outside data set; no query here adds two of them together.
 */
import type { RawBuilder } from 'kysely';
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import type { Core, IncidentFilter } from '../contract.ts';
import { type Line, matching } from './filter.ts';
import type { Source } from './source.ts';

/** Own confirmed, own unconfirmed, or an outside data set's slug. */
export type Stream = 'own_confirmed' | 'own_unconfirmed' | (string & {});

export interface Sum {
  stream: Stream;
  /** What the row stands for: an area, a type, an actor, a day; empty when nothing divides. */
  key: string;
  incidents: number;
  killedCivilians: number;
  killed: number;
  injured: number;
  abducted: number;
  displaced: number;
  /** Incidents of which no day, no place (finer than the first division), no number of dead is known. */
  vagueDay: number;
  vaguePlace: number;
  deathsNotStated: number;
  /** Highest level and all components of what was added up: a paper inherits them. */
  level: number;
  compartments: bigint;
}

/** `''` is in no area; a week is its Monday. */
export type Division = 'none' | 'area' | 'type' | 'actor' | 'day' | 'week';

const STREAM = sql`case when c.dataset <> 'own' then c.dataset
  when c.operational = 'confirmed' then 'own_confirmed' else 'own_unconfirmed' end`;

const KEYS: Record<Division, RawBuilder<unknown>> = {
  none: sql`''`,
  area: sql`coalesce(c.adm1, '')`,
  type: sql`c.type`,
  actor: sql`actor`,
  day: sql`c.day_from::text`,
  week: sql`date_trunc('week', c.day_from)::date::text`,
};

/** Time precisions that name no day, and place precisions that name no place below the first division. */
export const VAGUE_DAYS = ['days_2_6', 'week', 'month', 'longer'] as const;
export const VAGUE_PLACES = ['adm1', 'vague_feature', 'country', 'international', 'unknown'] as const;

type SumRow = Omit<Sum, 'compartments'> & { compartments: string };

/** Papers are about the past as often as about now: the rows that were known at a line, whichever it is. */
export const asOf = (seq: number): Line => ({ seq, latest: false });

/** One row a stream and key. With `actor` an incident stands in the row of each who is named: rows overlap. */
export async function sums(tx: Tx, filter: IncidentFilter, seq: number, by: Division): Promise<Sum[]> {
  const { rows } = await sql<SumRow>`
    select ${STREAM} as stream, ${KEYS[by]} as key, count(*)::bigint as incidents,
      coalesce(sum(c.civilians_best), 0)::bigint as "killedCivilians", coalesce(sum(c.killed_best), 0)::bigint as killed,
      coalesce(sum(c.injured), 0)::bigint as injured, coalesce(sum(c.abducted), 0)::bigint as abducted,
      coalesce(sum(c.displaced), 0)::bigint as displaced,
      count(*) filter (where c.time_precision = any (${VAGUE_DAYS}::text[]))::bigint as "vagueDay",
      count(*) filter (where c.place_precision = any (${VAGUE_PLACES}::text[]))::bigint as "vaguePlace",
      count(*) filter (where c.killed_best is null)::bigint as "deathsNotStated",
      max(c.level)::integer as level, bit_or(c.compartments)::text as compartments
    from incidents.core c ${by === 'actor' ? sql`, unnest(c.actors) as actor` : sql``}
    where ${matching(tx, filter, asOf(seq))} group by 1, 2 order by 1, 2`.execute(tx.db);
  return rows.map((row) => ({ ...row, compartments: BigInt(row.compartments) }));
}

export interface Victims {
  stream: Stream;
  group: 'civilians' | 'all';
  harm: string;
  sexAge: string;
  best: number;
}

/**
 * People harmed by sex and age, where a source tells them; what it does not tell is the total less these. Where only the
 * civilians' are told, they are what is known of all.
 */
export async function victims(tx: Tx, filter: IncidentFilter, seq: number): Promise<Victims[]> {
  const { rows } = await sql<Victims>`
    with figure as (
      select ${STREAM} as stream, c.id, f ->> 'group' as group, f ->> 'harm' as harm, f -> 'bySexAge' as parts
      from incidents.core c, jsonb_array_elements(c.body::jsonb -> 'figures') as f
      where ${matching(tx, filter, asOf(seq))} and f ->> 'group' in ('civilians', 'all') and f -> 'bySexAge' <> '{}')
    select stream, "group", harm, part.key as "sexAge", sum((part.value ->> 'best')::integer)::bigint as best
    from (select * from figure union all
      select stream, id, 'all', harm, parts from figure c where c.group = 'civilians'
        and not exists (select from figure a where a.id = c.id and a.harm = c.harm and a.group = 'all')) as told,
      jsonb_each(parts) as part
    where part.key <> 'unknown' and part.value ->> 'best' is not null
    group by 1, 2, 3, 4`.execute(tx.db);
  return rows;
}

export interface NamedActor {
  name: string;
  type: string;
  incidents: number;
}

/** Armed parties and likely authors in the words of the records; civilians and our own people are not among them. */
export async function namedActors(tx: Tx, filter: IncidentFilter, seq: number): Promise<NamedActor[]> {
  const { rows } = await sql<NamedActor>`
    with found as (select c.id, c.body::jsonb as body from incidents.core c where ${matching(tx, filter, asOf(seq))})
    select name, type, count(distinct id)::bigint as incidents from (
      select id, p ->> 'name' as name, p ->> 'type' as type from found, jsonb_array_elements(body -> 'parties') as p
        where p ->> 'role' in ('party', 'alleged_perpetrator')
      union all
      select id, h ->> 'actor', h ->> 'actorType' from found, jsonb_array_elements(body -> 'hypotheses') as h
        where h ->> 'likelihood' in ('likely', 'possible')) as named
    where type not in ('civilians', 'own_partner_force')
    group by 1, 2 order by 3 desc, 1`.execute(tx.db);
  return rows;
}

/** The latest day before a day on which a record begins that has one of these (folded) names. */
export async function lastNamed(
  tx: Tx,
  folded: readonly string[],
  day: string,
  seq: number,
): Promise<Map<string, string>> {
  if (folded.length === 0) return new Map();
  const { rows } = await sql<{ actor: string; last: string }>`
    select actor, max(c.day_from)::text as last from incidents.core c, unnest(c.actors) as actor
    where c.mission = ${missionOf(tx.who).id} and c.known_from <= ${seq} and c.known_to > ${seq}
      and c.day_from < ${day}::date and actor = any (${folded}::text[])
    group by 1`.execute(tx.db);
  return new Map(rows.map((row) => [row.actor, row.last]));
}

export interface Coverage {
  area: string;
  /** Records of any kind and source in the last weeks, and in the year before these. */
  lately: number;
  before: number;
  firstDay: string;
  lastDay: string;
}

/** The days that are called lately. */
export interface Window {
  since: string;
  until: string;
}

/**
 * Where anybody reported from, of any kind of record, by first division; an area of which nothing is held is not here.
 * @param source of what began until the last of these days
 */
export async function coverage(source: Source, { since, until }: Window): Promise<Coverage[]> {
  return source.ask(sql<Coverage>`
    select c.adm1 as area, count(*) filter (where c.day_to >= ${since}::date)::bigint as lately,
      count(*) filter (where c.day_to < ${since}::date and c.day_from >= ${since}::date - 365)::bigint as before,
      min(c.day_from)::text as "firstDay", max(least(c.day_to, ${until}::date))::text as "lastDay"
    from incidents.core c
    where ${source.matching} and c.adm1 is not null
    group by 1 order by 1`);
}

export interface HeldDataset {
  dataset: string;
  records: number;
  firstDay: string;
  lastDay: string;
  /** When its latest version became known to us. */
  broughtIn: string;
}

/** Whose records the mission holds, how far they reach, and when they were last brought in. */
export async function datasetsHeld(tx: Tx, seq: number): Promise<HeldDataset[]> {
  const { rows } = await sql<Omit<HeldDataset, 'broughtIn'> & { at: Date }>`
    select c.dataset, count(*)::bigint as records, min(c.day_from)::text as "firstDay", max(c.day_from)::text as "lastDay",
      max(c.known_at) as at
    from incidents.core c
    where c.mission = ${missionOf(tx.who).id} and c.known_from <= ${seq} and c.known_to > ${seq}
    group by 1 order by (c.dataset = 'own') desc, 1`.execute(tx.db);
  return rows.map(({ at, ...row }) => ({ ...row, broughtIn: at.toISOString() }));
}

export interface Told {
  id: string;
  stream: Stream;
  core: Core;
  knownAt: string;
  level: number;
  compartments: bigint;
}

type ToldRow = Omit<Told, 'core' | 'knownAt' | 'compartments'> & { body: string; known_at: Date; compartments: string };
const toTold = ({ body, known_at, compartments, ...row }: ToldRow): Told => ({
  ...row,
  core: JSON.parse(body) as Core,
  knownAt: known_at.toISOString(),
  compartments: BigInt(compartments),
});

/** The gravest first: civilians killed, all killed, injured and abducted; then the earlier. */
export async function gravest(tx: Tx, filter: IncidentFilter, seq: number, most: number): Promise<Told[]> {
  const { rows } = await sql<ToldRow>`
    select c.id, ${STREAM} as stream, c.body, c.known_at, c.level, c.compartments::text
    from incidents.core c where ${matching(tx, filter, asOf(seq))}
    order by coalesce(c.civilians_best, 0) desc, coalesce(c.killed_best, 0) desc,
      coalesce(c.injured, 0) + coalesce(c.abducted, 0) desc, c.day_from, c.id
    limit ${most}`.execute(tx.db);
  return rows.map(toTold);
}

/** What lies across an edge of the period, and is counted on its first day only. */
export async function acrossEdges(tx: Tx, from: string, to: string, seq: number, most: number): Promise<Told[]> {
  const { rows } = await sql<ToldRow>`
    select c.id, ${STREAM} as stream, c.body, c.known_at, c.level, c.compartments::text
    from incidents.core c
    where ${matching(tx, { counted: true, to }, asOf(seq))} and c.day_from >= ${from}::date - 800 and c.day_to >= ${from}::date
      and (c.day_from < ${from}::date or c.day_to > ${to}::date)
    order by c.day_from, c.id limit ${most}`.execute(tx.db);
  return rows.map(toTold);
}

/** Where records lie, with what they add up to at one place: one point a place, stream and certainty. */
export interface Spot {
  stream: Stream;
  lon: number;
  lat: number;
  vague: boolean;
  place: string | null;
  ids: string[];
  incidents: number;
  killed: number;
  killedCivilians: number;
}

/** @param most the gravest places; what is more is not drawn and the map says so */
export async function spots(tx: Tx, filter: IncidentFilter, seq: number, most: number): Promise<Spot[]> {
  const { rows } = await sql<Spot>`
    select ${STREAM} as stream, round(c.lon::numeric, 2)::float8 as lon, round(c.lat::numeric, 2)::float8 as lat,
      c.place_precision = any (${VAGUE_PLACES}::text[]) as vague, min(c.body::jsonb #>> '{where,name}') as place,
      (array_agg(c.id::text order by c.id))[1:100] as ids, count(*)::bigint as incidents,
      coalesce(sum(c.killed_best), 0)::bigint as killed, coalesce(sum(c.civilians_best), 0)::bigint as "killedCivilians"
    from incidents.core c where ${matching(tx, filter, asOf(seq))} and c.lon is not null
    group by 1, 2, 3, 4 order by killed desc, incidents desc, 2, 3 limit ${most}`.execute(tx.db);
  return rows;
}
