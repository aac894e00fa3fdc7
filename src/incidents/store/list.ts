/** Lists and sums: one page of rows, and the counts that stand above it (own and outside data apart, never added). */
import type { RawBuilder } from 'kysely';
import { sql, type Tx } from '../../platform/database/database.ts';
import type { Page } from '../../platform/paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../../platform/paging/marks.ts';
import { levelName } from '../../platform/principal.ts';
import type { Core, IncidentFilter, IncidentListQuery, IncidentRow, IncidentSummary } from '../contract.ts';
import { isFrequent, type Line, matching, wordsOfEach } from './filter.ts';
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

/** Words that so many records hold are looked for in as many rows, in the order asked for, before their index is asked. */
const FREQUENT = 1_500;

/** One page; `next` is the mark of the page after it, or `null` at the end. @param frequent other than that for tests */
export async function listIncidents(
  tx: Tx,
  query: IncidentListQuery,
  line: Line,
  frequent = FREQUENT,
): Promise<Page<IncidentRow>> {
  const order = ORDERS[query.sort];
  const rowsOf = (filter: IncidentFilter, most: number) => sql`
    select c.mission, c.id, c.version, c.known_from, c.day_from, c.killed_best from incidents.core c
    where ${matching(tx, filter, line)} and ${afterMark(order, query.cursor)} ${inOrder(order)} limit ${most}`;
  const most = query.limit + 1;
  const q = query.q?.trim();
  if (q && (await isFrequent(tx, q, frequent))) {
    const looked = rowsOf({ ...query, q: undefined }, frequent);
    const found = await readPage(
      tx,
      order,
      sql`select * from (${looked}) c where ${wordsOfEach(q, line)} ${inOrder(order)} limit ${most}`,
    );
    // A page that is full is what the words' index would have given.
    if (found.length === most) return toPage(order, query, found, toRow);
  }
  return toPage(order, query, await readPage(tx, order, rowsOf(query, most)), toRow);
}

/** Which rows is decided on an index alone; only those of the page are read. */
async function readPage(tx: Tx, order: Order<Listed>, page: RawBuilder<unknown>): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select c.id, c.version, c.known_from, c.day_from, c.killed_low, c.killed_best, c.killed_high, c.civilians_low, c.civilians_best,
      c.civilians_high, c.injured, c.abducted, c.displaced, c.level, c.body,
      ${STATUS_SINCE} as status_since
    from incidents.core c join (select mission, id, version from (${page}) c) page using (mission, id, version)
    ${inOrder(order)}`.execute(tx.db);
  return rows;
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
export async function summarise(tx: Tx, filter: IncidentFilter, line: Line): Promise<IncidentSummary['rows']> {
  const { rows } = await sql<IncidentSummary['rows'][number]>`
    select c.dataset, c.operational, count(*)::bigint as incidents,
      coalesce(sum(c.civilians_best), 0)::bigint as "killedCivilians", coalesce(sum(c.killed_best), 0)::bigint as killed
    from incidents.core c where ${matching(tx, filter, line)}
    group by c.dataset, c.operational
    order by (c.dataset = 'own') desc, c.dataset, c.operational`.execute(tx.db);
  return rows;
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
