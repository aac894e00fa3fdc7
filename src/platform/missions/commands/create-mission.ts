/** A mission begins: it picks a framework and gets its own copy, to be edited, not followed. */

import { COMPARTMENTS, type MissionFramework } from '../../../vocabulary/codes.ts';
import { framework } from '../../../vocabulary/index.ts';
import type { Tx } from '../../database/database.ts';
import { recordAct } from '../../ledger/store.ts';
import type { MissionRef } from '../../principal.ts';
import { insertCompartments, insertMission, missionRef } from '../store.ts';

export interface NewMission {
  slug: string;
  names: { en: string; fr: string; ar: string };
  framework: MissionFramework;
  timeZone: string;
  /** west, south, east, north in degrees: what the map shows first. */
  bounds: [number, number, number, number];
  /** Invented data: every page and paper says so. */
  simulated?: boolean;
}

/** In the caller's transaction, which acts for the house: at set-up and in the demonstration there is nobody yet. */
export async function createMission(tx: Tx, mission: NewMission): Promise<MissionRef> {
  const id = await insertMission(tx, {
    slug: mission.slug,
    names: mission.names,
    framework: framework(mission.framework),
    time_zone: mission.timeZone,
    bounds: mission.bounds,
    simulated: mission.simulated ?? false,
    settings: {},
  });
  await insertCompartments(tx, id, COMPARTMENTS);
  const { slug, framework: code, timeZone } = mission;
  await recordAct(tx, {
    verb: 'mission.create',
    room: 'platform.mission',
    record: slug,
    content: { slug, framework: code, timeZone },
  });
  const ref = await missionRef(tx, slug);
  if (!ref) throw new Error('The mission that was just made cannot be read.');
  return ref;
}
