/** Boundary sets and their areas in the database. */
import { copyInto, copyLine } from '../../platform/database/copy.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import type { Page, PageQuery } from '../../platform/paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../../platform/paging/marks.ts';
import { missionOf } from '../../platform/principal.ts';
import type { Area } from '../area.ts';
import type { Outline } from '../area-finder.ts';
import type { BoundarySet } from '../contract.ts';
import { DISCLAIMER } from '../disclaimer.ts';
import { wrapLon } from '../geometry.ts';
import { pointInside } from '../parents.ts';
import { tables } from './tables.ts';

/** Imports and activations of a mission take turns until their transactions end. */
export async function lockSets(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('places.boundary_set'), ${missionOf(tx.who).id})`.execute(tx.db);
}

type SetRow = Omit<BoundarySet, 'areasByLevel' | 'importedAt'> & {
  digest: string;
  areas_by_level: number[];
  imported_at: Date;
};

const BY_NAME: Order<{ name: string }> = {
  name: 'boundary-sets',
  descending: false,
  keys: [{ column: sql`name`, type: 'text', of: ({ name }) => name }],
};

const setsOf = (tx: Tx) => sql`
  select id, name, version, source, licence, disclaimer, active, digest, areas_by_level, imported_at
  from places.boundary_set where mission = ${missionOf(tx.who).id}`;

const toSet = ({ areas_by_level: [a = 0, b = 0, c = 0, d = 0], imported_at, ...set }: SetRow) => ({
  ...set,
  areasByLevel: [a, b, c, d] satisfies BoundarySet['areasByLevel'],
  importedAt: imported_at.toISOString(),
});

/** The mission's sets by name. */
export async function pageOfSets(tx: Tx, page: PageQuery): Promise<Page<BoundarySet>> {
  const { rows } = await sql<SetRow>`${setsOf(tx)} and ${afterMark(BY_NAME, page.cursor)}
    ${inOrder(BY_NAME)} limit ${page.limit + 1}`.execute(tx.db);
  return toPage(BY_NAME, page, rows, toSet);
}

/** The mission's set with this id or name. */
export async function readSet(
  tx: Tx,
  wanted: { id: string } | { name: string },
): Promise<(BoundarySet & { digest: string }) | undefined> {
  const it = 'id' in wanted ? sql`id = ${wanted.id}` : sql`name = ${wanted.name}`;
  const { rows } = await sql<SetRow>`${setsOf(tx)} and ${it}`.execute(tx.db);
  return rows[0] && toSet(rows[0]);
}

export type NewSet = Pick<BoundarySet, 'id' | 'name' | 'version' | 'source' | 'licence' | 'areasByLevel'> & {
  digest: string;
};

/** Writes a set and its areas in the place of the ones it had, if any. Whether it is active stays as it is. */
export async function writeSet(tx: Tx, set: NewSet, areas: readonly Area[]): Promise<void> {
  const mission = missionOf(tx.who).id;
  const { id, areasByLevel, ...rest } = set;
  const columns = { ...rest, areas_by_level: [...areasByLevel], imported_at: tx.clock.now() };
  await tables(tx)
    .insertInto('places.boundary_set')
    .values({ mission, id, active: false, disclaimer: JSON.stringify(DISCLAIMER), ...columns })
    .onConflict((conflict) => conflict.columns(['mission', 'id']).doUpdateSet(columns))
    .execute();
  await tables(tx).deleteFrom('places.area').where('mission', '=', mission).where('boundary_set', '=', id).execute();
  await sql`create temp table if not exists staged_area (like places.area) on commit delete rows`.execute(tx.db);
  await copyInto(
    tx,
    'staged_area',
    AREA_COLUMNS,
    areas.values().map((area) => areaLine(mission, id, area)),
  );
  const names = sql.raw(AREA_COLUMNS.join(', '));
  await sql`insert into places.area (${names}) select ${names} from staged_area`.execute(tx.db);
}

const AREA_COLUMNS = [
  'mission',
  'boundary_set',
  'code',
  'level',
  'parent_code',
  'name',
  'names',
  'bbox',
  'lon',
  'lat',
  'geometry',
  'source',
];

function areaLine(mission: number, set: string, area: Area): string {
  const { code, level, parentCode, name, names, bbox, geometry, source } = area;
  const [lon, lat] = pointInside(geometry);
  return copyLine([
    mission,
    set,
    code,
    level,
    parentCode,
    name,
    JSON.stringify(names),
    bbox.map(String),
    wrapLon(lon),
    lat,
    JSON.stringify(geometry),
    source,
  ]);
}

/** Makes one set the one that decides. */
export async function makeActive(tx: Tx, id: string): Promise<void> {
  const sets = tables(tx).updateTable('places.boundary_set').where('mission', '=', missionOf(tx.who).id);
  await sets.set({ active: false }).where('active', '=', true).where('id', '!=', id).execute();
  await sets.set({ active: true }).where('id', '=', id).execute();
}

/** Names a set as it was imported: the same key always has the same areas. */
export interface SetKey {
  id: string;
  digest: string;
}

export async function readActiveSet(tx: Tx): Promise<SetKey | null> {
  const set = await tables(tx)
    .selectFrom('places.boundary_set')
    .select(['id', 'digest'])
    .where('mission', '=', missionOf(tx.who).id)
    .where('active', '=', true)
    .executeTakeFirst();
  return set ?? null;
}

/** The areas of the active set and its key, in one query so that they belong together. */
export async function readActiveOutlines(tx: Tx): Promise<{ set: SetKey; areas: Outline[] } | null> {
  const rows = await activeAreas(tx)
    .select(['a.code', 'a.name', 'a.level', 'a.parent_code', 'a.geometry'])
    .orderBy('a.code')
    .execute();
  const [first] = rows;
  if (!first) return null;
  const areas = rows.map(({ code, name, level, parent_code, geometry }) => ({
    code,
    name,
    level,
    parentCode: parent_code,
    geometry,
  }));
  return { set: { id: first.id, digest: first.digest }, areas };
}

/** Whole areas of the active set at one level, and the set's key. */
export async function readActiveAreas(tx: Tx, level: Area['level']): Promise<Area[]> {
  const rows = await activeAreas(tx)
    .select(['a.code', 'a.name', 'a.names', 'a.level', 'a.parent_code', 'a.bbox', 'a.geometry', 'a.source'])
    .where('a.level', '=', level)
    .orderBy('a.code')
    .execute();
  return rows.map(({ id: _id, digest: _digest, parent_code, bbox, ...area }) => ({
    ...area,
    parentCode: parent_code,
    bbox: bbox as Area['bbox'],
  }));
}

function activeAreas(tx: Tx) {
  return tables(tx)
    .selectFrom('places.boundary_set as s')
    .innerJoin('places.area as a', (on) => on.onRef('a.mission', '=', 's.mission').onRef('a.boundary_set', '=', 's.id'))
    .select(['s.id', 's.digest'])
    .where('s.mission', '=', missionOf(tx.who).id)
    .where('s.active', '=', true);
}
