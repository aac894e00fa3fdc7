/**
 * The filter that list, map, time bar, summary and export share, as SQL over `incidents.core c`.
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
    ...(filter.from && filter.counted ? [sql`c.day_from >= ${filter.from}::date`] : []),
    ...(filter.from && !filter.counted
      ? [sql`c.day_to >= ${filter.from}::date`, startsAfter(mission, filter.from)]
      : []),
    ...(filter.to ? [sql`c.day_from <= ${filter.to}::date`] : []),
    ...(filter.bbox ? [inBox(filter.bbox)] : []),
    ...oneOf('kind', filter.kinds),
    ...oneOf('type', filter.types),
    ...oneOf('dataset', filter.datasets),
    ...oneOf('operational', filter.operational),
    ...oneOf('human_rights', filter.humanRights),
    ...oneOf('adm1', filter.adm1 ? [filter.adm1] : undefined),
    ...oneOf('country', filter.country ? [filter.country] : undefined),
    ...(filter.tag ? [named('tag', line, filter.tag)] : []),
    ...(filter.minKilled === undefined ? [] : [sql`c.killed_best >= ${filter.minKilled}`]),
    ...(filter.civiliansOnly ? [sql`c.civilians_best > 0`] : []),
    ...(filter.actor ? [namesActor(filter.actor, line)] : []),
    ...(filter.party ? [named('actor', line, foldName(filter.party))] : []),
    ...papersAsk(filter),
    ...(filter.assigned ? [givenTo(filter.assigned)] : []),
    ...(filter.following ? [followedBy(tx.who.person)] : []),
    ...(filter.stale ? [isStale(tx)] : []),
    ...(filter.q?.trim() ? [sql`c.id in (${wordsIn(mission, filter.q.trim(), line)})`] : []),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/**
 * Lets the index on the first day serve "from": nothing that began earlier reaches it. Most events end within 800 days; of
 * those that go on for longer (the partial index `core_long`) the first one tells how far back to look.
 */
const startsAfter = (mission: number, from: string): Condition => sql`c.day_from >= (
  select least(min(long.day_from), ${from}::date - 800) from incidents.core long
  where long.mission = ${mission} and long.day_to > long.day_from + 800)`;

/** What the numbers of papers are opened with. */
const papersAsk = (filter: IncidentFilter): Condition[] => [
  ...(filter.counted
    ? [
        sql`c.kind = 'incident' and c.operational <> 'disproved' and not ${WITHDRAWN} = any (c.tags)
          and position('"relation":"duplicate_of"' in c.body) = 0`,
      ]
    : []),
  ...(filter.ids ? [sql`c.id = any (${filter.ids}::uuid[])`] : []),
  ...(filter.recordedFrom || filter.recordedTo ? [recordedIn(filter)] : []),
  ...(filter.unplaced ? [sql`c.adm1 is null`] : []),
  ...oneOf('time_precision', filter.timePrecisions),
  ...oneOf('place_precision', filter.placePrecisions),
  ...(filter.deathsNotStated ? [sql`c.killed_best is null`] : []),
];

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

/**
 * One of a record's actors or tags is this; none holds a line break. They are a text of lines, which the covering indexes
 * hold; where it would be too long for these it is null, and the arrays are read.
 */
function named(what: 'actor' | 'tag', line: Line, item: string, isPart = false): Condition {
  const text = item.replaceAll(/[\\%_]/g, '\\$&');
  const pattern = isPart ? `%${text}%` : `%\n${text}\n%`;
  const lines = sql.raw(`${what}_lines`);
  const known = knownAt('long', line);
  return sql`(c.${lines} like ${pattern} or c.${lines} is null and c.id in (
    select long.id from incidents.core long where long.${lines} is null and ${known}
      and incidents.lines(long.${sql.raw(`${what}s`)}) like ${pattern}))`;
}

/** Where words match, in any group the reader may see: a query each for what is known now and what was. */
function foundIn(mission: number, q: string, { seq, latest }: Line): Condition[] {
  const part = (table: string, known: Condition) => sql`select id from incidents.${sql.raw(table)}
    where mission = ${mission} and ${known} and search @@ incidents.question(${q})`;
  const now = stillKnown('known_to');
  // Added to nothing, so that it is compared on the rows found: the planner would read half of another index for it.
  const then = sql`known_from + 0 <= ${seq}`;
  const past = sql`known_to < ${sql.raw(STILL_KNOWN)} and ${then} and known_to > ${seq}`;
  return ['core', 'account'].flatMap((table) =>
    latest ? [part(table, now)] : [part(table, sql`${now} and ${then}`), part(table, past)],
  );
}

/** Records whose words match. */
const wordsIn = (mission: number, q: string, line: Line): RawBuilder<unknown> =>
  sql.join(foundIn(mission, q, line), sql` union `);

/** Whether at least so many records hold the words now; stops counting there. */
export async function isFrequent(tx: Tx, q: string, atLeast: number): Promise<boolean> {
  const found = sql.join(foundIn(missionOf(tx.who).id, q, { seq: 0, latest: true }), sql` union all `);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::integer as n from (${found} limit ${atLeast}) found`.execute(tx.db);
  return (rows[0]?.n ?? 0) >= atLeast;
}

/** The same of one record at a time, for words that so many hold that a few looks find them. */
export const wordsOfEach = (q: string, line: Line): RawBuilder<boolean> =>
  sql<boolean>`(exists (select from incidents.core w where w.mission = c.mission and w.id = c.id and w.version = c.version
      and w.search @@ incidents.question(${q}))
    or exists (select from incidents.account w where w.mission = c.mission and w.id = c.id and ${knownAt('w', line)}
      and w.search @@ incidents.question(${q})))`;
