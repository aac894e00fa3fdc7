/** Gazetteers and their places in the database. */
import { randomUUID } from 'node:crypto';
import { copyInto, copyLine } from '../../platform/database/copy.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import type { Page, PageQuery } from '../../platform/paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../../platform/paging/marks.ts';
import { missionOf } from '../../platform/principal.ts';
import type { Gazetteer } from '../contract.ts';
import type { Place } from '../gazetteer.ts';
import { tileKey } from '../grid.ts';
import { searchKeys } from '../names.ts';
import { tables } from './tables.ts';

const BY_NAME: Order<{ name: string }> = {
  name: 'gazetteers',
  descending: false,
  keys: [{ column: sql`name`, type: 'text', of: ({ name }) => name }],
};

export async function pageOfGazetteers(tx: Tx, page: PageQuery): Promise<Page<Gazetteer>> {
  const { rows } = await sql<Omit<Gazetteer, 'importedAt'> & { imported_at: Date }>`
    select id, name, source, licence, places, refused, imported_at from places.gazetteer
    where mission = ${missionOf(tx.who).id} and ${afterMark(BY_NAME, page.cursor)}
    ${inOrder(BY_NAME)} limit ${page.limit + 1}`.execute(tx.db);
  return toPage(BY_NAME, page, rows, ({ imported_at, ...rest }) => ({
    ...rest,
    importedAt: imported_at.toISOString(),
  }));
}

/** The gazetteer of this name, made if it is not there. @returns its id */
export async function openGazetteer(tx: Tx, about: Pick<Gazetteer, 'name' | 'source' | 'licence'>): Promise<string> {
  const told = { source: about.source, licence: about.licence, imported_at: tx.clock.now() };
  const { id } = await tables(tx)
    .insertInto('places.gazetteer')
    .values({ mission: missionOf(tx.who).id, id: randomUUID(), name: about.name, ...told, places: 0, refused: 0 })
    .onConflict((conflict) => conflict.columns(['mission', 'name']).doUpdateSet(told))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes how many rows of the last file could not be brought. */
export async function closeGazetteer(tx: Tx, id: string, refused: number): Promise<void> {
  await tables(tx)
    .updateTable('places.gazetteer')
    .set({ refused })
    .where('mission', '=', missionOf(tx.who).id)
    .where('id', '=', id)
    .execute();
}

const PLACE = ['id', 'name', 'alt_names', 'kind', 'lon', 'lat', 'tile_key', 'country', 'adm1', 'adm2', 'population'];
const NAME = ['place', 'folded', 'sound'];

/**
 * Writes places of one gazetteer: new ones are added, ones that differ from what is there are put in its place, the same
 * again changes nothing. Of several with one id the last counts.
 */
export async function writePlaces(
  tx: Tx,
  gazetteer: string,
  places: readonly Place[],
): Promise<{ added: number; changed: number }> {
  const mission = missionOf(tx.who).id;
  await stage(tx, new Map(places.map((place) => [place.id, place])));
  const columns = sql.raw(PLACE.join(', '));
  const changed = await differing(tx, gazetteer);
  // Their names go with them.
  await sql`delete from places.place where mission = ${mission} and gazetteer = ${gazetteer} and id = any (${changed})`.execute(
    tx.db,
  );
  const { rows } = await sql<{ written: number }>`
    with written as (
      insert into places.place (mission, gazetteer, ${columns})
      select ${mission}, ${gazetteer}, ${columns} from staged_place on conflict do nothing returning id
    ), named as (
      insert into places.place_name (mission, gazetteer, place, folded, sound)
      select ${mission}, ${gazetteer}, n.place, n.folded, n.sound from staged_place_name n join written w on w.id = n.place
    ) select count(*) as written from written`.execute(tx.db);
  const added = (rows[0]?.written ?? 0) - changed.length;
  await sql`update places.gazetteer set places = places + ${added} where mission = ${mission} and id = ${gazetteer}`.execute(
    tx.db,
  );
  return { added, changed: changed.length };
}

/** Ids of staged places that are there and differ. */
async function differing(tx: Tx, gazetteer: string): Promise<string[]> {
  const own = (alias: string) => sql.raw(PLACE.map((column) => `${alias}.${column}`).join(', '));
  // `offset 0` keeps PostgreSQL, which has no figures on a temporary table, from reading the whole gazetteer for each step.
  const { rows } = await sql<{ id: string }>`
    select s.id from staged_place s cross join lateral (
      select * from places.place p where p.mission = ${missionOf(tx.who).id} and p.gazetteer = ${gazetteer} and p.id = s.id offset 0
    ) p where (${own('p')}) is distinct from (${own('s')})`.execute(tx.db);
  return rows.map((row) => row.id);
}

async function stage(tx: Tx, places: ReadonlyMap<string, Place>): Promise<void> {
  await tx.client.query(`
    create temp table if not exists staged_place (id text primary key, name text, alt_names text[], kind text,
      lon double precision, lat double precision, tile_key bigint, country text, adm1 text, adm2 text, population bigint)
      on commit delete rows;
    create temp table if not exists staged_place_name (place text, folded text, sound text) on commit delete rows;`);
  await copyInto(tx, 'staged_place', PLACE, places.values().map(placeLine));
  const names = places.values().flatMap((place) => searchKeys(place).map((key) => ({ place: place.id, ...key })));
  await copyInto(
    tx,
    'staged_place_name',
    NAME,
    names.map(({ place, folded, sound }) => copyLine([place, folded, sound])),
  );
}

function placeLine({
  id,
  name,
  altNames,
  kind,
  point: [lon, lat],
  countryIso3,
  adm1,
  adm2,
  population,
}: Place): string {
  return copyLine([id, name, altNames, kind, lon, lat, tileKey(lon, lat), countryIso3, adm1, adm2, population]);
}

export interface Town {
  name: string;
  altNames: string[];
  point: [number, number];
  population: number | null;
}

/** The mission's largest settlements, largest first, and a mark that changes whenever a gazetteer is brought. */
export async function largestTowns(tx: Tx, most: number): Promise<{ mark: string; towns: Town[] }> {
  const mission = missionOf(tx.who).id;
  const marks = await sql<{ mark: string | null }>`
    select max(imported_at)::text as mark from places.gazetteer where mission = ${mission}`.execute(tx.db);
  const { rows } = await sql<{
    name: string;
    alt_names: string[];
    lon: number;
    lat: number;
    population: number | null;
  }>`
    select name, alt_names, lon, lat, population from places.place
    where mission = ${mission} and kind = 'settlement' order by population desc nulls last, name limit ${most}`.execute(
    tx.db,
  );
  const towns = rows.map(
    ({ name, alt_names, lon, lat, population }): Town => ({ name, altNames: alt_names, point: [lon, lat], population }),
  );
  return { mark: marks.rows[0]?.mark ?? '', towns };
}
