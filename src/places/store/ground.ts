/** Ground lines in the database: one row for each file that was brought. */
import { randomUUID } from 'node:crypto';
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import type { GroundLine } from '../ground.ts';
import { tables } from './tables.ts';

export interface GroundSet {
  name: string;
  source: string;
  licence: string | null;
  digest: string;
}

/** Writes the lines under a name in the place of those it had. @returns the set's id; null when the same lines are there already */
export async function writeGround(tx: Tx, set: GroundSet, lines: readonly GroundLine[]): Promise<string | null> {
  const { name, ...rest } = set;
  const columns = { ...rest, lines: JSON.stringify(lines), imported_at: tx.clock.now() };
  const written = await tables(tx)
    .insertInto('places.ground_lines')
    .values({ mission: missionOf(tx.who).id, id: randomUUID(), name, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['mission', 'name']).doUpdateSet(columns).where('places.ground_lines.digest', '!=', set.digest),
    )
    .returning('id')
    .executeTakeFirst();
  return written?.id ?? null;
}

/** A mark that changes whenever lines are brought. */
export async function groundMark(tx: Tx): Promise<string> {
  const { rows } = await sql<{ mark: string | null }>`
    select string_agg(digest, ' ' order by name) as mark from places.ground_lines
    where mission = ${missionOf(tx.who).id}`.execute(tx.db);
  return rows[0]?.mark ?? '';
}

export async function readGroundLines(tx: Tx): Promise<GroundLine[]> {
  const sets = await tables(tx)
    .selectFrom('places.ground_lines')
    .select('lines')
    .where('mission', '=', missionOf(tx.who).id)
    .orderBy('name')
    .execute();
  return sets.flatMap(({ lines }) => lines);
}
