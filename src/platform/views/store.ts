/** Saved views in the database. Row-level security: one's own, and those that are shared in the mission. */
import { sql, type Tx } from '../database/database.ts';
import { missionOf } from '../principal.ts';
import type { SavedView, SavedViewInput } from './contract.ts';

type Row = SavedView;

const select = (
  tx: Tx,
) => sql`select v.id, v.name, v.page, v.address, v.shared, v.version, v.person = ${tx.who.person} as "isOwn",
    p.name as by from platform.saved_view v join platform.person p on p.id = v.person
  where v.mission = ${missionOf(tx.who).id}`;

/** One's own first, each by name. */
export async function listViews(tx: Tx): Promise<SavedView[]> {
  const { rows } = await sql<Row>`${select(tx)} order by v.person = ${tx.who.person} desc, v.name, v.id`.execute(tx.db);
  return rows;
}

export async function readView(tx: Tx, id: string): Promise<SavedView | null> {
  const { rows } = await sql<Row>`${select(tx)} and v.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function countOwn(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from platform.saved_view
    where mission = ${missionOf(tx.who).id} and person = ${tx.who.person}`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

export async function insertView(tx: Tx, id: string, { name, page, address, shared }: SavedViewInput): Promise<void> {
  await sql`insert into platform.saved_view (mission, id, person, name, page, address, shared, version, changed_at)
    values (${missionOf(tx.who).id}, ${id}, ${tx.who.person}, ${name}, ${page}, ${address}, ${shared}, 1, ${tx.clock.now()})`.execute(
    tx.db,
  );
}

/** @returns whether it was the version given, and one's own */
export async function updateView(
  tx: Tx,
  id: string,
  { name, page, address, shared }: SavedViewInput,
  basedOn: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update platform.saved_view
    set name = ${name}, page = ${page}, address = ${address}, shared = ${shared}, version = version + 1, changed_at = ${tx.clock.now()}
    where mission = ${missionOf(tx.who).id} and id = ${id} and version = ${basedOn}`.execute(tx.db);
  return numAffectedRows === 1n;
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await sql`delete from platform.saved_view where mission = ${missionOf(tx.who).id} and id = ${id}`.execute(tx.db);
}
