/** The mission's own settings: names, time zone, frame of the map, its copy of the framework, its partners as components. */
import type { z } from 'zod';
import { framework, MissionFrameworkDoc } from '../../../vocabulary/index.ts';
import type { Database } from '../../database/database.ts';
import { KingaError } from '../../errors.ts';
import { recordAct } from '../../ledger/store.ts';
import { missionOf, must, type Principal } from '../../principal.ts';
import type { MissionChange, NewCompartment } from '../contract.ts';
import { knownTimeZone } from '../rules.ts';
import { insertCompartments, type MissionRow, missionRef, readMissions, updateMission } from '../store.ts';

const MOST_COMPARTMENTS = 62;

/** @param basedOn the version the person looked at. @throws `version_conflict`, `invalid_input` */
export async function changeMission(
  db: Database,
  who: Principal,
  change: z.infer<typeof MissionChange>,
  basedOn: number,
): Promise<void> {
  must(who, 'mission.manage');
  if (change.timeZone && !knownTimeZone(change.timeZone))
    throw new KingaError('invalid_input', { what: `there is no time zone ${change.timeZone}` });
  if (change.document && change.framework)
    throw new KingaError('invalid_input', {
      what: 'either begin again from a framework or edit the copy, not both at once',
    });
  const document = change.framework ? framework(change.framework) : change.document && checked(change.document);
  await db.write(who, async (tx) => {
    const [row] = await readMissions(tx, missionOf(who).slug);
    if (!row) throw new KingaError('no_mission');
    const next: MissionRow = {
      ...row,
      version: basedOn,
      names: change.names ?? row.names,
      time_zone: change.timeZone ?? row.time_zone,
      bounds: change.bounds ?? row.bounds,
      framework: document ?? row.framework,
      settings: { ...row.settings, ...change.settings },
    };
    if (!(await updateMission(tx, next)))
      throw new KingaError('version_conflict', { yours: basedOn, current: row.version });
    await recordAct(tx, {
      verb: 'mission.change',
      room: 'platform.mission',
      record: row.slug,
      version: basedOn + 1,
      content: change,
    });
  });
}

function checked(document: Record<string, unknown>): MissionRow['framework'] {
  const parsed = MissionFrameworkDoc.safeParse(document);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new KingaError('invalid_input', { what: `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}` });
}

/** Adds a partner by name. @throws `too_many_compartments` */
export async function addCompartment(
  db: Database,
  who: Principal,
  { code, labels }: z.infer<typeof NewCompartment>,
): Promise<void> {
  must(who, 'mission.manage');
  await db.write(who, async (tx) => {
    const mission = await missionRef(tx, missionOf(who).slug);
    if (!mission) throw new KingaError('no_mission');
    if (mission.compartmentBits.has(code)) return;
    if (mission.compartmentBits.size >= MOST_COMPARTMENTS) throw new KingaError('too_many_compartments');
    await insertCompartments(tx, mission.id, [code], labels);
    await recordAct(tx, {
      verb: 'mission.compartment',
      room: 'platform.mission',
      record: mission.slug,
      content: { code },
    });
  });
}
