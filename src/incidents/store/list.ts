/** Lists and sums: one page of rows, and the counts that stand above it (own and outside data apart, never added). */
import type { RawBuilder } from 'kysely';
import { sql, type Tx } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { levelName } from '../../platform/principal.ts';
import type { Core, IncidentFilter, IncidentListQuery, IncidentRow, IncidentSummary } from '../contract.ts';
import { type Line, matching } from './filter.ts';

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
  body: string;
}

/** A sort order: its column (never null), its direction, and how a page mark names the last row. */
const ORDERS = {
  newest: { key: sql`c.day_from`, type: sql`date`, descending: true, of: (r: Listed) => r.day_from },
  oldest: { key: sql`c.day_from`, type: sql`date`, descending: false, of: (r: Listed) => r.day_from },
  killed: {
    key: sql`coalesce(c.killed_best, -1)`,
    type: sql`integer`,
    descending: true,
    of: (r: Listed) => r.killed_best ?? -1,
  },
  recorded: { key: sql`c.known_from`, type: sql`bigint`, descending: true, of: (r: Listed) => r.known_from },
} as const;

/** One page; `next` is the mark of the page after it, or `null` at the end. */
export async function listIncidents(
  tx: Tx,
  query: IncidentListQuery,
  line: Line,
): Promise<{ items: IncidentRow[]; next: string | null }> {
  const order = ORDERS[query.sort];
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  const after = query.cursor ? afterMark(query.cursor, query.sort) : sql`true`;
  const inOrder = sql`order by ${order.key} ${direction}, c.id ${direction}`;
  // Which rows is decided on an index alone; only those of the page are read.
  const { rows } = await sql<Listed>`
    select c.id, c.version, c.known_from, c.day_from, c.killed_low, c.killed_best, c.killed_high, c.civilians_low, c.civilians_best,
      c.civilians_high, c.injured, c.abducted, c.displaced, c.level, c.body
    from incidents.core c join (
      select c.mission, c.id, c.version from incidents.core c where ${matching(tx, query, line)} and ${after}
      ${inOrder} limit ${query.limit + 1}) page using (mission, id, version)
    ${inOrder}`.execute(tx.db);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const more = rows.length > query.limit && last;
  return { items: page.map(toRow), next: more ? mark(query.sort, order.of(last), last.id) : null };
}

const mark = (sort: string, key: string | number, id: string): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');

function afterMark(cursor: string, sort: keyof typeof ORDERS): RawBuilder<unknown> {
  const order = ORDERS[sort];
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new KingaError('bad_cursor');
  }
  const [of, key, id] = Array.isArray(parsed) ? parsed : [];
  const fits = of === sort && /^[0-9a-f-]{36}$/.test(String(id)) && /^-?[0-9-]{1,16}$/.test(String(key));
  if (!fits) throw new KingaError('bad_cursor');
  const beyond = sql.raw(order.descending ? '<' : '>');
  return sql`(${order.key}, c.id) ${beyond} (${String(key)}::${order.type}, ${String(id)}::uuid)`;
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
