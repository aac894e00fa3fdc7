/** Whom a record interests: each sees their own; whoever writes has the others told and does not learn who they are. */
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';

export async function isFollowed(tx: Tx, record: string): Promise<boolean> {
  const { rows } = await sql`select from incidents.follow
    where mission = ${missionOf(tx.who).id} and person = ${tx.who.person} and record = ${record}`.execute(tx.db);
  return rows.length > 0;
}

/** Again is the same. */
export async function setFollowed(tx: Tx, record: string, following: boolean): Promise<void> {
  const { who } = tx;
  if (following)
    await sql`insert into incidents.follow (mission, person, record, since)
      values (${missionOf(who).id}, ${who.person}, ${record}, ${tx.clock.now()}) on conflict do nothing`.execute(tx.db);
  else
    await sql`delete from incidents.follow
      where mission = ${missionOf(who).id} and person = ${who.person} and record = ${record}`.execute(tx.db);
}

/** Who follows these records or has taken them on, by record. */
export async function followersOf(tx: Tx, records: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ record: string; person: string }>`
    select record, person from incidents.followers(${records}::uuid[])`.execute(tx.db);
  const followers = new Map<string, string[]>();
  for (const { record, person } of rows) followers.set(record, [...(followers.get(record) ?? []), person]);
  return followers;
}
