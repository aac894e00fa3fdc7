/** What came under an id that was taken: kept beside the record until a person has looked at it. */

import { sql, type Tx } from '../../platform/database/database.ts';
import { canonical } from '../../platform/ledger/line.ts';
import { compartmentMask, levelNumber, missionOf } from '../../platform/principal.ts';
import type { Level } from '../../vocabulary/codes.ts';
import { columnsOf } from '../columns.ts';
import type { IncidentInput } from '../contract.ts';
import { compartmentsOfGroups } from '../rules.ts';
import { tables } from './tables.ts';

/**
 * Keeps the submission for whoever may see all of it, which its sender perhaps may not; sent again, it is kept once.
 * @param placed the same with its areas, and what names a survivor set apart: they say who may see it
 */
export async function holdConflict(tx: Tx, input: IncidentInput, placed: IncidentInput, sent: Buffer): Promise<void> {
  const mission = missionOf(tx.who);
  const { adm1, adm2 } = columnsOf(placed.core);
  await tables(tx)
    .insertInto('incidents.held')
    .values({
      mission: mission.id,
      id: input.id,
      by: tx.who.by,
      at: tx.clock.now().toISOString(),
      level: Math.max(...levelsPresent(placed).map(levelNumber)),
      compartments: String(compartmentMask(mission, compartmentsOfGroups(placed))),
      adm1,
      adm2,
      sent,
      body: canonical(input),
    })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Levels of the groups that the submission has: one that it lacks keeps nobody out. */
const levelsPresent = ({ levels, account, protected: hidden }: IncidentInput): Level[] => [
  levels.core,
  ...(account ? [levels.account] : []),
  ...(hidden ? [levels.protected] : []),
];

export interface Held {
  id: string;
  by: string;
  at: string;
  input: IncidentInput;
}

/** What waits for a person, newest first. */
export async function readHeld(tx: Tx): Promise<Held[]> {
  const rows = await tables(tx)
    .selectFrom('incidents.held')
    .select(['id', 'by', 'at', 'body'])
    .where('mission', '=', missionOf(tx.who).id)
    .orderBy(sql`at desc`)
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    by: row.by,
    at: row.at.toISOString(),
    input: JSON.parse(row.body) as IncidentInput,
  }));
}
