/** Questions about the mission one stands in. */
import type { z } from 'zod';
import { missionInSession } from '../accounts/session-answer.ts';
import type { Database } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import { missionOf, type Principal } from '../principal.ts';
import type { MissionView } from './contract.ts';
import { readMissions } from './store.ts';

/** @throws `no_mission` */
export async function missionView(db: Database, who: Principal): Promise<z.infer<typeof MissionView>> {
  const mission = missionOf(who);
  const [row] = await db.read(who, (tx) => readMissions(tx, mission.slug));
  if (!row) throw new KingaError('no_mission');
  const compartments = [...mission.compartmentBits.keys()];
  return { ...missionInSession(row, db.clock.now()), version: row.version, compartments, document: row.framework };
}
