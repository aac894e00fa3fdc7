import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';

/** Ids of current records that have a point and no area of a boundary set, in the order of their ids. */
export async function withoutAreas(tx: Tx, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from incidents.core
    where mission = ${missionOf(tx.who).id} and known_to = 9223372036854775807 and id > ${after}
      and lon is not null and body::jsonb #>> '{where,adm1Code}' is null and body::jsonb #>> '{where,adm2Code}' is null
    order by id limit ${limit}`.execute(tx.db);
  return rows.map(({ id }) => id);
}
