/**
 * The filter that list, map, time bar, summary and export share, as SQL over `incidents.core c`.
 * Comparisons are on leakproof operators wherever an index should serve them under row-level security.
 */
import type { RawBuilder } from 'kysely';
import { bboxToRanges, foldName } from '../../places/index.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import type { IncidentFilter } from '../contract.ts';
import { WITHDRAWN } from '../rules.ts';

type Condition = RawBuilder<unknown>;

const oneOf = (column: string, values: readonly string[] | undefined): Condition[] =>
  values && values.length > 0 ? [sql`c.${sql.ref(column)} = any (${values}::text[])`] : [];

/** @param seq the ledger line as of which rows are known */
export function matching(tx: Tx, filter: IncidentFilter, seq: number): RawBuilder<boolean> {
  const mission = missionOf(tx.who).id;
  const conditions: Condition[] = [
    sql`c.mission = ${mission}`,
    sql`c.known_from <= ${seq} and c.known_to > ${seq}`,
    ...(filter.from && filter.counted ? [sql`c.day_from >= ${filter.from}::date`] : []),
    ...(filter.from && !filter.counted ? [sql`c.day_to >= ${filter.from}::date`, ...startsAfter(filter.from)] : []),
    ...(filter.to ? [sql`c.day_from <= ${filter.to}::date`] : []),
    ...(filter.bbox ? [inBox(filter.bbox)] : []),
    ...oneOf('kind', filter.kinds),
    ...oneOf('type', filter.types),
    ...oneOf('dataset', filter.datasets),
    ...oneOf('operational', filter.operational),
    ...oneOf('human_rights', filter.humanRights),
    ...oneOf('adm1', filter.adm1 ? [filter.adm1] : undefined),
    ...oneOf('country', filter.country ? [filter.country] : undefined),
    ...(filter.tag ? [sql`${filter.tag} = any (c.tags)`] : []),
    ...(filter.minKilled === undefined ? [] : [sql`c.killed_best >= ${filter.minKilled}`]),
    ...(filter.civiliansOnly ? [sql`c.civilians_best > 0`] : []),
    ...(filter.actor ? [namesActor(filter.actor)] : []),
    ...papersAsk(filter),
    ...(filter.q?.trim() ? [sql`c.id in (${wordsIn(mission, filter.q.trim(), seq)})`] : []),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** No event lasts longer than this many days in one row; it lets the index on the first day serve "from". */
const LONGEST_DAYS = 800;
const startsAfter = (from: string): Condition[] => [sql`c.day_from >= ${from}::date - ${LONGEST_DAYS}::integer`];

/** What the numbers of papers are opened with. */
const papersAsk = (filter: IncidentFilter): Condition[] => [
  ...(filter.counted
    ? [
        sql`c.kind = 'incident' and c.operational <> 'disproved' and not ${WITHDRAWN} = any (c.tags)
          and position('"relation":"duplicate_of"' in c.body) = 0`,
      ]
    : []),
  ...(filter.party ? [sql`${foldName(filter.party)} = any (c.actors)`] : []),
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

function inBox(bbox: [number, number, number, number]): Condition {
  const [west, south, east, north] = bbox;
  const keys = bboxToRanges(bbox, 8).map(([from, to]) => sql`(c.tile_key >= ${from} and c.tile_key < ${to})`);
  const lon = west <= east ? sql`c.lon between ${west} and ${east}` : sql`(c.lon >= ${west} or c.lon <= ${east})`;
  return sql`(${sql.join(keys, sql` or `)}) and c.lat between ${south} and ${north} and ${lon}`;
}

/** Part of an actor's name is enough; names are compared without accents and articles. */
function namesActor(name: string): Condition {
  const pattern = `%${foldName(name).replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`exists (select from unnest(c.actors) as actor where actor like ${pattern})`;
}

/** Records whose words match, in any group the reader may see. */
function wordsIn(mission: number, q: string, seq: number): RawBuilder<unknown> {
  const part = (table: string) => sql`select id from incidents.${sql.raw(table)}
    where mission = ${mission} and known_from <= ${seq} and known_to > ${seq} and search @@ incidents.question(${q})`;
  return sql`${part('core')} union ${part('account')}`;
}
