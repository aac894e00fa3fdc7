/** Lists and sums: one page of rows, and the counts that stand above it (own and outside data apart, never added). */
import type { RawBuilder } from 'kysely';
import { sql, type Tx } from '../../platform/database/database.ts';
import type { Page } from '../../platform/paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../../platform/paging/marks.ts';
import { levelName, missionOf } from '../../platform/principal.ts';
import type { Core, IncidentFilter, IncidentListQuery, IncidentRow, IncidentSummary } from '../contract.ts';
import { type Line, matching } from './filter.ts';
import type { Source } from './source.ts';
import { STATUS_SINCE } from './stale.ts';

interface Listed {
  id: string;
  version: number;
  known_from: number;
  day_from: string;
  killed_low: number | null;
  killed_best: number | null;
  killed_high: number | null;
  civilians_low: number | null;
  civilians_best: number | null;
  civilians_high: number | null;
  injured: number | null;
  abducted: number | null;
  displaced: number | null;
  level: number;
  status_since: Date;
  body: string;
}

/** Of days, numbers killed or ledger lines, and within one by id. */
const orderOf = (
  name: string,
  descending: boolean,
  ...[column, type, of]: [RawBuilder<unknown>, 'date' | 'integer' | 'bigint', (row: Listed) => string | number]
): Order<Listed> => ({
  name,
  descending,
  keys: [
    { column, type, of },
    { column: sql`c.id`, type: 'uuid', of: ({ id }) => id },
  ],
});

const ORDERS = {
  newest: orderOf('newest', true, sql`c.day_from`, 'date', (r) => r.day_from),
  oldest: orderOf('oldest', false, sql`c.day_from`, 'date', (r) => r.day_from),
  killed: orderOf('killed', true, sql`coalesce(c.killed_best, -1)`, 'integer', (r) => r.killed_best ?? -1),
  recorded: orderOf('recorded', true, sql`c.known_from`, 'bigint', (r) => r.known_from),
};

/** One page; `next` is the mark of the page after it, or `null` at the end. */
export async function listIncidents(
  tx: Tx,
  source: Source,
  { sort, cursor, limit }: Pick<IncidentListQuery, 'sort' | 'cursor' | 'limit'>,
): Promise<Page<IncidentRow>> {
  const order = ORDERS[sort];
  // Which rows is decided on columns alone; only those of the page are read.
  const page = await source.ask(sql<{ id: string; version: number }>`
    select c.id, c.version from incidents.core c
    where ${source.matching} and ${afterMark(order, cursor)} ${inOrder(order)} limit ${limit + 1}`);
  const { rows } = await sql<Listed>`
    select c.id, c.version, c.known_from, c.day_from, c.killed_low, c.killed_best, c.killed_high, c.civilians_low, c.civilians_best,
      c.civilians_high, c.injured, c.abducted, c.displaced, c.level, c.body,
      ${STATUS_SINCE} as status_since
    from incidents.core c join unnest(${page.map(({ id }) => id)}::uuid[], ${page.map(({ version }) => version)}::integer[])
      as page (id, version) on c.mission = ${missionOf(tx.who).id} and c.id = page.id and c.version = page.version
    ${inOrder(order)}`.execute(tx.db);
  // Opened since the transaction began: it does not see the record yet, and a page that is short would be the last.
  if (rows.length < page.length) return listIncidents(tx, source.database, { sort, cursor, limit });
  return toPage(order, { limit }, rows, toRow);
}

function toRow(row: Listed): IncidentRow {
  const core = JSON.parse(row.body) as Core;
  return {
    id: row.id,
    version: row.version,
    kind: core.kind,
    type: core.type,
    title: core.title,
    from: core.when.from,
    to: core.when.to,
    timePrecision: core.when.precision,
    point: core.where.point,
    placePrecision: core.where.precision,
    place: core.where.name,
    adm2: core.where.adm2,
    adm1: core.where.adm1,
    country: core.where.country,
    parties: core.parties,
    killed: { low: row.killed_low, best: row.killed_best, high: row.killed_high },
    killedCivilians: { low: row.civilians_low, best: row.civilians_best, high: row.civilians_high },
    injured: row.injured,
    abducted: row.abducted,
    displaced: row.displaced,
    dataset: core.origin.dataset,
    operational: core.operational,
    humanRights: core.humanRights,
    statusSince: row.status_since.toISOString(),
    level: levelName(row.level),
  };
}

/** Counts and sums of what matches, a row a data set and status. */
export async function summarise(source: Source): Promise<IncidentSummary['rows']> {
  return source.ask(sql<IncidentSummary['rows'][number]>`
    select c.dataset, c.operational, count(*)::bigint as incidents,
      coalesce(sum(c.civilians_best), 0)::bigint as "killedCivilians", coalesce(sum(c.killed_best), 0)::bigint as killed
    from incidents.core c where ${source.matching}
    group by c.dataset, c.operational
    order by (c.dataset = 'own') desc, c.dataset, c.operational`);
}

/** The first records that match, each with the version that is current. @param most no more than these */
export async function chosenBy(
  tx: Tx,
  filter: IncidentFilter,
  line: Line,
  most: number,
): Promise<{ id: string; version: number }[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    select c.id, c.version from incidents.core c where ${matching(tx, filter, line)}
    order by c.day_from, c.id limit ${most}`.execute(tx.db);
  return rows;
}
