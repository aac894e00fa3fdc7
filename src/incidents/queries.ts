/** Questions to the room: who may ask, as of which ledger line, and what of it they see (row-level security says the rest). */
import type { Database, Tx } from '../platform/database/database.ts';
import { KingaError } from '../platform/errors.ts';
import { noteRead } from '../platform/ledger/sensitive-read.ts';
import { type AsOf, resolveAsOf } from '../platform/ledger/store.ts';
import type { Page, PageQuery } from '../platform/paging/contract.ts';
import { must, type Principal } from '../platform/principal.ts';
import {
  type CoverageAnswer,
  type CoverageQuery,
  type Incident,
  type IncidentFilter,
  type IncidentList,
  type IncidentListQuery,
  type IncidentSummary,
  SILENT_WEEKS,
  type Timeline,
} from './contract.ts';
import { type Held, readHeld } from './store/held.ts';
import { listIncidents, summarise } from './store/list.ts';
import type { Memory } from './store/memory/memory.ts';
import { readIncident, readVersions } from './store/read.ts';
import { coverage } from './store/situation.ts';
import { tile } from './store/tiles.ts';
import { timeline } from './store/timeline.ts';

export type { Memory };

const READ = 'incident.read';

export async function listPage(tx: Tx, memory: Memory, query: IncidentListQuery, asOf: AsOf): Promise<IncidentList> {
  must(tx.who, READ);
  return { ...(await listIncidents(tx, await memory.source(tx, query, asOf), query)), asOf };
}

export async function summary(tx: Tx, memory: Memory, filter: IncidentFilter, asOf: AsOf): Promise<IncidentSummary> {
  must(tx.who, READ);
  return { rows: await summarise(await memory.source(tx, filter, asOf)), asOf };
}

export async function histogram(
  tx: Tx,
  memory: Memory,
  filter: IncidentFilter,
  bin: Timeline['bin'] | 'auto',
  asOf: AsOf,
): Promise<Timeline> {
  must(tx.who, READ);
  return { ...(await timeline(await memory.source(tx, filter, asOf), bin)), asOf };
}

const DAY_MS = 86_400_000;
const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

/** Where nobody reports from: after the day as known on which it is asked nothing can be known, and nothing is silent. */
export async function reporting(tx: Tx, memory: Memory, query: CoverageQuery, asOf: AsOf): Promise<CoverageAnswer> {
  must(tx.who, READ);
  const known = asOf.at.slice(0, 10);
  const until = query.asOf && known < query.to ? known : query.to;
  const since = query.from && query.from <= until ? query.from : dayBefore(until, 7 * SILENT_WEEKS - 1);
  const source = await memory.source(tx, { to: until, datasets: query.datasets }, asOf);
  return { since, until, areas: await coverage(source, { since, until }), asOf };
}

/** @throws `not_found` for a tile that is not on the map */
export async function mapTile(
  tx: Tx,
  memory: Memory,
  { bbox: _frame, ...filter }: IncidentFilter,
  asOf: AsOf,
  z: number,
  x: number,
  y: number,
): Promise<Buffer> {
  must(tx.who, READ);
  if (x >= 2 ** z || y >= 2 ** z) throw new KingaError('not_found');
  return tile(await memory.source(tx, filter, asOf), z, x, y);
}

/** One record as known now or then. @throws `not_found` */
export async function oneIncident(db: Database, who: Principal, id: string, asOf?: string): Promise<Incident> {
  must(who, READ);
  const incident = await db.read(who, async (tx) => readIncident(tx, id, (await resolveAsOf(tx, asOf)).seq));
  if (!incident) throw new KingaError('not_found');
  if (incident.protected) await noteOpened(db, who, incident);
  return incident;
}

/** Whoever looks at names of people is in the ledger for it. */
const noteOpened = (db: Database, who: Principal, { id, version }: Incident): Promise<void> =>
  noteRead(db, who, { verb: 'incident.open', room: 'incidents.open', record: id, version });

/** Every version, oldest first. @throws `not_found` */
export async function allVersions(db: Database, who: Principal, id: string, asOf?: string): Promise<Incident[]> {
  must(who, READ);
  const items = await db.read(who, async (tx) => readVersions(tx, id, (await resolveAsOf(tx, asOf)).seq));
  if (items.length === 0) throw new KingaError('not_found');
  const opened = items.findLast((version) => version.protected);
  if (opened) await noteOpened(db, who, opened);
  return items;
}

/** Submissions under an id that was taken. */
export async function heldSubmissions(db: Database, who: Principal, page: PageQuery): Promise<Page<Held>> {
  must(who, 'incident.edit');
  const held = await db.read(who, (tx) => readHeld(tx, page));
  if (held.items.length > 0)
    await noteRead(db, who, { verb: 'incidents.held', room: 'incidents.open', record: 'held' });
  return held;
}
