import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import { STILL_KNOWN } from './tables.ts';

/** Those of some folded names that records of the asker's view hold as somebody taking part. */
export async function actorsKnown(tx: Tx, folded: readonly string[]): Promise<ReadonlySet<string>> {
  if (folded.length === 0) return new Set();
  const { rows } = await sql<{ name: string }>`select distinct name from incidents.core c, unnest(c.actors) name
    where c.mission = ${missionOf(tx.who).id} and c.known_to = ${STILL_KNOWN}::bigint
      and c.actors && ${folded}::text[] and name = any (${folded}::text[])`.execute(tx.db);
  return new Set(rows.map((row) => row.name));
}
