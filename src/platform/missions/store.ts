/** Missions and their components in the database. */
import type { z } from 'zod';
import type { MissionFrameworkDoc } from '../../vocabulary/index.ts';
import type { MissionSettings } from '../accounts/contract.ts';
import { sql, type Tx } from '../database/database.ts';
import type { MissionRef } from '../principal.ts';

export interface MissionRow {
  id: number;
  slug: string;
  names: { en: string; fr: string; ar: string };
  /** The mission's own copy, to be edited. */
  framework: MissionFrameworkDoc;
  time_zone: string;
  bounds: [number, number, number, number];
  simulated: boolean;
  /** What was set; the contract's defaults stand for the rest. */
  settings: z.input<typeof MissionSettings>;
  version: number;
}

/** The missions the asker may see, or the one with this slug. */
export async function readMissions(tx: Tx, slug?: string): Promise<MissionRow[]> {
  const { rows } = await sql<MissionRow>`
    select id, slug, names, framework, time_zone, bounds, simulated, settings, version from platform.mission
    where ${slug ? sql`slug = ${slug}` : sql`true`} order by id`.execute(tx.db);
  return rows;
}

/** The mission as a principal stands in it, whoever asks; `null` where there is none. For the house only. */
export async function missionRef(tx: Tx, slug: string): Promise<MissionRef | null> {
  const { rows } = await sql<{ id: number; code: string | null; bit: number | null }>`
    select m.id, c.code, c.bit from platform.mission m left join platform.compartment c on c.mission = m.id
    where m.slug = ${slug} order by c.bit`.execute(tx.db);
  const first = rows[0];
  if (!first) return null;
  const bits = rows.flatMap(({ code, bit }) => (code === null || bit === null ? [] : [[code, bit] as const]));
  return { id: first.id, slug, compartmentBits: new Map(bits) };
}

export async function insertMission(tx: Tx, mission: Omit<MissionRow, 'id' | 'version'>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into platform.mission (slug, names, framework, time_zone, bounds, simulated, settings)
    values (${mission.slug}, ${JSON.stringify(mission.names)}, ${JSON.stringify(mission.framework)}, ${mission.time_zone},
      ${mission.bounds}::float8[], ${mission.simulated}, ${JSON.stringify(mission.settings)}) returning id`.execute(
    tx.db,
  );
  return rows[0]?.id ?? 0;
}

export async function insertCompartments(
  tx: Tx,
  mission: number,
  codes: readonly string[],
  labels: Record<string, unknown> = {},
): Promise<void> {
  await sql`insert into platform.compartment (mission, code, bit, labels)
    select ${mission}, code, n - 1 + (select coalesce(max(bit) + 1, 0) from platform.compartment where mission = ${mission}), ${JSON.stringify(labels)}::jsonb
    from unnest(${codes}::text[]) with ordinality as c (code, n)`.execute(tx.db);
}

/** Writes what may be edited; the version guards against two editors at once. Answers whether it was the version given. */
export async function updateMission(tx: Tx, mission: MissionRow): Promise<boolean> {
  const { numAffectedRows } = await sql`update platform.mission set names = ${JSON.stringify(mission.names)},
    framework = ${JSON.stringify(mission.framework)}, time_zone = ${mission.time_zone}, bounds = ${mission.bounds}::float8[],
    settings = ${JSON.stringify(mission.settings)}, version = version + 1
    where id = ${mission.id} and version = ${mission.version}`.execute(tx.db);
  return numAffectedRows === 1n;
}
