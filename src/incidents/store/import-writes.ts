/** Which ledger lines a run of an import wrote, and which versions stand there. */
import { sql, type Tx } from '../../platform/database/database.ts';
import type { Stamp } from '../../platform/ledger/store.ts';
import { missionOf } from '../../platform/principal.ts';

/** @param versions how many were written at the stamp, one line each */
export async function noteImportWrite(tx: Tx, run: string, stamp: Stamp, versions: number): Promise<void> {
  await sql`insert into incidents.import_write (mission, run, first, last)
    values (${missionOf(tx.who).id}, ${run}, ${stamp.first}, ${stamp.first + versions - 1})`.execute(tx.db);
}

export async function wroteAnything(tx: Tx, run: string): Promise<boolean> {
  const { rows } = await sql`select from incidents.import_write
    where mission = ${missionOf(tx.who).id} and run = ${run} limit 1`.execute(tx.db);
  return rows.length > 0;
}

export interface WrittenVersion {
  id: string;
  version: number;
  /** Its ledger line. */
  seq: number;
}

/** Versions that a run wrote and the asker sees, by ledger line. @param after the last line of the page before */
export async function versionsOfRun(tx: Tx, run: string, after: number, most: number): Promise<WrittenVersion[]> {
  const { rows } = await sql<WrittenVersion>`
    select c.id, c.version, c.known_from as seq from incidents.import_write w
      join incidents.core c on c.mission = w.mission and c.known_from between w.first and w.last
    where w.mission = ${missionOf(tx.who).id} and w.run = ${run} and c.known_from > ${after}
    order by c.known_from limit ${most}`.execute(tx.db);
  return rows;
}
