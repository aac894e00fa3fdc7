/** What may be meant by a name, to be ranked by `nameScore`. */
import type { RawBuilder } from 'kysely';
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import type { Area } from '../area.ts';
import type { PlaceKind, PlaceSearchQuery } from '../contract.ts';
import { tables } from './tables.ts';

export interface PlaceCandidate {
  gazetteer: string;
  id: string;
  name: string;
  alt_names: string[];
  kind: PlaceKind;
  lon: number;
  lat: number;
  country: string | null;
  adm1: string | null;
  adm2: string | null;
  population: number | null;
}

const A_WAY = 150;

/**
 * Places with a name that begins like this one, is spelt nearly so, or sounds the same: up to 150 of each.
 * @param asked folded, not empty
 */
export async function findPlaces(
  tx: Tx,
  asked: { folded: string; sound: string } & Pick<PlaceSearchQuery, 'kinds' | 'near'>,
): Promise<PlaceCandidate[]> {
  const { folded, sound, kinds, near } = asked;
  const found = (condition: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql`
    (select n.gazetteer, n.place from places.place_name n
      join places.place p on p.mission = n.mission and p.gazetteer = n.gazetteer and p.id = n.place
      where n.mission = ${missionOf(tx.who).id} and ${condition} and ${kinds ? sql`p.kind = any (${kinds})` : sql`true`}
      order by ${order} limit ${A_WAY})`;
  const likest = sql`similarity(n.folded, ${folded}) desc`;
  const foremost = near
    ? sql`abs(p.lat - ${near[1]}::float8) + abs(p.lon - ${near[0]}::float8)`
    : sql`coalesce(p.population, 0) desc, length(n.folded)`;
  // A range instead of `like`: its operators are leakproof, so the index serves under row-level security. Folded names
  // hold a-z, 0-9 and spaces only, all before `~`.
  const begins = sql`n.folded ~>=~ ${folded} and n.folded ~<~ ${`${folded}~`}`;
  // One letter begins and resembles half of all names.
  const ways =
    folded.length < 2
      ? [found(sql`n.folded = ${folded}`, foremost)]
      : [found(begins, foremost), found(sql`n.folded % ${folded}`, likest), found(sql`n.sound = ${sound}`, likest)];
  const { rows } = await sql<PlaceCandidate>`
    with found as (${sql.join(ways, sql` union `)})
    select p.gazetteer, p.id, p.name, p.alt_names, p.kind, p.lon, p.lat, p.country, p.adm1, p.adm2, p.population
    from found join places.place p on p.mission = ${missionOf(tx.who).id} and p.gazetteer = found.gazetteer and p.id = found.place`.execute(
    tx.db,
  );
  return rows;
}

/** Those of some folded names that a place of the mission bears. */
export async function placesNamed(tx: Tx, folded: readonly string[]): Promise<ReadonlySet<string>> {
  if (folded.length === 0) return new Set();
  const { rows } = await sql<{ folded: string }>`select distinct folded from places.place_name
    where mission = ${missionOf(tx.who).id} and folded = any (${folded}::text[])`.execute(tx.db);
  return new Set(rows.map((row) => row.folded));
}

export type AreaCandidate = Pick<Area, 'code' | 'name' | 'names' | 'level'> & { lon: number; lat: number };

/** All areas of the active set by name: they are few enough to be ranked one by one. */
export async function readAreaNames(tx: Tx): Promise<AreaCandidate[]> {
  return tables(tx)
    .selectFrom('places.boundary_set as s')
    .innerJoin('places.area as a', (on) => on.onRef('a.mission', '=', 's.mission').onRef('a.boundary_set', '=', 's.id'))
    .select(['a.code', 'a.name', 'a.names', 'a.level', 'a.lon', 'a.lat'])
    .where('s.mission', '=', missionOf(tx.who).id)
    .where('s.active', '=', true)
    .execute();
}
