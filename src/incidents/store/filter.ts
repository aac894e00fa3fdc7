/**
 * The filter that list, map, time bar, summary and export share, as SQL over `incidents.core c`: what is compared with
 * columns alone (`onColumns`, the same words for the database and for the columns in memory), and the whole for the database.
 * Comparisons are on leakproof operators wherever an index should serve them under row-level security.
 */
import type { RawBuilder } from 'kysely';
import { bboxToRanges, foldName } from '../../places/index.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import type { AsOf } from '../../platform/ledger/store.ts';
import { missionOf } from '../../platform/principal.ts';
import type { IncidentFilter } from '../contract.ts';
import { WITHDRAWN } from '../rules.ts';
import { isStale } from './stale.ts';
import { STILL_KNOWN } from './tables.ts';

type Condition = RawBuilder<unknown>;

/** The ledger line on which an answer rests. */
export type Line = Pick<AsOf, 'seq' | 'latest'>;

const stillKnown = (column: string): Condition => sql`${sql.ref(column)} = ${sql.raw(STILL_KNOWN)}`;

const knownAt = (table: string, { seq, latest }: Line): Condition => {
  const [from, to] = [`${table}.known_from`, `${table}.known_to`];
  return latest ? stillKnown(to) : sql`${sql.ref(from)} <= ${seq} and ${sql.ref(to)} > ${seq}`;
};

const oneOf = (column: string, values: readonly string[] | undefined): Condition[] =>
  values && values.length > 0 ? [sql`c.${sql.ref(column)} = any (${values}::text[])`] : [];

/**
 * @param line as of which rows are known. Where it is the latest, they are those that nothing has replaced: the same rows,
 * said so that their own indexes serve it. Whoever reads on in another transaction must not call a line the latest.
 */
export function matching(tx: Tx, filter: IncidentFilter, line: Line): RawBuilder<boolean> {
  const mission = missionOf(tx.who).id;
  const conditions: Condition[] = [
    sql`c.mission = ${mission}`,
    knownAt('c', line),
    ...onColumns(filter),
    ...(filter.from && !filter.counted ? [startsAfter(mission, filter.from)] : []),
    ...(filter.tag ? [named('tag', line, filter.tag)] : []),
    ...(filter.actor ? [namesActor(filter.actor, line)] : []),
    ...(filter.party ? [named('actor', line, foldName(filter.party))] : []),
    ...(filter.counted ? [COUNTED] : []),
    ...(filter.ids ? [sql`c.id = any (${filter.ids}::uuid[])`] : []),
    ...(filter.recordedFrom || filter.recordedTo ? [recordedIn(filter)] : []),
    ...(filter.assigned ? [givenTo(filter.assigned)] : []),
    ...(filter.following ? [followedBy(tx.who.person)] : []),
    ...(filter.stale ? [isStale(tx)] : []),
    ...(filter.q?.trim() ? [sql`c.id in (${wordsIn(mission, filter.q.trim(), line)})`] : []),
  ];
  return allOf(conditions);
}

export const allOf = (conditions: readonly Condition[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(conditions, sql` and `)}`;

/** What compares columns that hold one short value: PostgreSQL and DuckDB read it alike. */
export const onColumns = (filter: IncidentFilter): Condition[] => [
  ...(filter.from ? [sql`c.${sql.ref(filter.counted ? 'day_from' : 'day_to')} >= ${filter.from}::date`] : []),
  ...(filter.to ? [sql`c.day_from <= ${filter.to}::date`] : []),
  ...(filter.bbox ? [inBox(filter.bbox)] : []),
  ...oneOf('kind', filter.kinds),
  ...oneOf('type', filter.types),
  ...oneOf('dataset', filter.datasets),
  ...oneOf('operational', filter.operational),
  ...oneOf('human_rights', filter.humanRights),
  ...oneOf('adm1', filter.adm1 ? [filter.adm1] : undefined),
  ...oneOf('country', filter.country ? [filter.country] : undefined),
  ...oneOf('time_precision', filter.timePrecisions),
  ...oneOf('place_precision', filter.placePrecisions),
  ...(filter.minKilled === undefined ? [] : [sql`c.killed_best >= ${filter.minKilled}`]),
  ...(filter.civiliansOnly ? [sql`c.civilians_best > 0`] : []),
  ...(filter.deathsNotStated ? [sql`c.killed_best is null`] : []),
  ...(filter.unplaced ? [sql`c.adm1 is null`] : []),
];

/** What papers count, and open. */
export const COUNTED: RawBuilder<boolean> = sql`c.kind = 'incident' and c.operational <> 'disproved'
  and not ${sql.lit(WITHDRAWN)} = any (c.tags) and position('"relation":"duplicate_of"' in c.body) = 0`;

/**
 * Lets the index on the first day serve "from": nothing that began earlier reaches it. Most events end within 800 days; of
 * those that go on for longer (the partial index `core_long`) the first one tells how far back to look.
 */
const startsAfter = (mission: number, from: string): Condition => sql`c.day_from >= (
  select least(min(long.day_from), ${from}::date - 800) from incidents.core long
  where long.mission = ${mission} and long.day_to > long.day_from + 800)`;

/** The first version tells when a record came; a later one is never older than it. */
const recordedIn = ({ recordedFrom, recordedTo }: IncidentFilter): Condition => sql`exists (
  select from incidents.core f where f.mission = c.mission and f.id = c.id and f.version = 1
    ${recordedFrom ? sql`and f.known_at >= ${recordedFrom}::timestamptz` : sql``}
    ${recordedTo ? sql`and f.known_at < ${recordedTo}::timestamptz` : sql``})`;

const givenTo = (person: string): Condition => sql`c.id in (select a.record from incidents.assignment a
  where a.mission = c.mission and a.person = ${person} and not a.done and a.known_to = ${sql.raw(STILL_KNOWN)})`;

const followedBy = (person: string | null): Condition => sql`c.id in (select f.record from incidents.follow f
  where f.mission = c.mission and f.person = ${person}::uuid)`;

function inBox(bbox: [number, number, number, number]): Condition {
  const [west, south, east, north] = bbox;
  const keys = bboxToRanges(bbox, 8).map(([from, to]) => sql`(c.tile_key >= ${from} and c.tile_key < ${to})`);
  const lon = west <= east ? sql`c.lon between ${west} and ${east}` : sql`(c.lon >= ${west} or c.lon <= ${east})`;
  return sql`(${sql.join(keys, sql` or `)}) and c.lat between ${south} and ${north} and ${lon}`;
}

/** Part of an actor's name is enough; names are compared without accents and articles. */
function namesActor(name: string, line: Line): Condition {
  const folded = foldName(name);
  return folded === '' ? sql`cardinality(c.actors) > 0` : named('actor', line, folded, true);
}

/** A pattern for `like` (with a backslash before what is meant literally) on a text of lines. */
export function lineWith(item: string, isPart = false): string {
  const text = item.replaceAll(/[\\%_]/g, '\\$&');
  return isPart ? `%${text}%` : `%\n${text}\n%`;
}

/**
 * One of a record's actors or tags is this; none holds a line break. They are a text of lines, which the covering indexes
 * hold; where it would be too long for these it is null, and the arrays are read.
 */
function named(what: 'actor' | 'tag', line: Line, item: string, isPart = false): Condition {
  const pattern = lineWith(item, isPart);
  const lines = sql.raw(`${what}_lines`);
  const known = knownAt('long', line);
  return sql`(c.${lines} like ${pattern} or c.${lines} is null and c.id in (
    select long.id from incidents.core long where long.${lines} is null and ${known}
      and incidents.lines(long.${sql.raw(`${what}s`)}) like ${pattern}))`;
}

/** Records whose words match, in any group the reader may see. */
const wordsIn = (mission: number, q: string, line: Line): RawBuilder<unknown> =>
  sql.join(
    (['core', 'account'] as const).map(
      (group) => sql`select g.id from incidents.${sql.raw(group)} g join (${linesWith(group, mission, q)}) w
        on g.mission = ${mission} and g.id = w.id and g.words_from = w.line where ${knownAt('g', line)}`,
    ),
    sql` union `,
  );

/** Rows of words that match: the ledger line of the first version that said so, and its record. */
export const linesWith = (group: 'core' | 'account', mission: number, q: string): RawBuilder<unknown> =>
  sql`select line, id from incidents.${sql.raw(`${group}_words`)}
    where mission = ${mission} and search @@ incidents.question(${q})`;
