/**
 * Who sees which rows in memory. Each row has the number of its scope (level, components and area, as it was written and as
 * the record stands now); there are few, and the policy of the records themselves says which of them somebody sees.
 */
import { type Database, sql } from '../../../platform/database/database.ts';
import { missionOf, type Principal } from '../../../platform/principal.ts';
import { viewOf } from '../../../platform/view.ts';
import type { Held } from './held.ts';

/** What policies compare. */
export interface Scope {
  level: number;
  compartments: string;
  now_level: number;
  now_compartments: string;
  adm1: string | null;
  adm2: string | null;
}

/** Views whose scopes are remembered. */
const VIEWS = 200;

/**
 * The numbers of all scopes that somebody sees, of those that rows in memory have. Asked in a transaction of its own: the
 * asker's may be older than the newest scope. A scope's number never means another, so an answer holds until there are more.
 */
export async function visibleScopes(own: Database, who: Principal, held: Held): Promise<readonly number[]> {
  const view = viewOf(who);
  const [known, of] = [held.visible.get(view), held.scopes];
  if (known?.of === of) return known.ids;
  const ids = await own.read(who, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      select id from incidents.scope where mission = ${missionOf(who).id}`.execute(tx.db);
    return rows.map(({ id }) => id);
  });
  held.visible.delete(view);
  held.visible.set(view, { of, ids });
  const oldest = held.visible.size > VIEWS ? held.visible.keys().next().value : undefined;
  if (oldest !== undefined) held.visible.delete(oldest);
  return ids;
}

/** Gives scopes that rows have their numbers, those that are new among them. @returns all of these scopes, numbered */
export async function numberScopes(
  own: Database,
  follower: Principal,
  scopes: readonly Scope[],
): Promise<(Scope & { id: number })[]> {
  const mission = missionOf(follower).id;
  const came = sql`json_to_recordset(${JSON.stringify(scopes)}::json) as came (level smallint, compartments bigint,
    now_level smallint, now_compartments bigint, adm1 text, adm2 text)`;
  return own.write(follower, async (tx) => {
    await sql`insert into incidents.scope (mission, level, compartments, now_level, now_compartments, adm1, adm2)
      select ${mission}, came.* from ${came} on conflict do nothing`.execute(tx.db);
    const { rows } = await sql<Scope & { id: number }>`
      select s.id, s.level, s.compartments::text, s.now_level, s.now_compartments::text, s.adm1, s.adm2
      from incidents.scope s join ${came} on (s.level, s.compartments, s.now_level, s.now_compartments)
        = (came.level, came.compartments, came.now_level, came.now_compartments)
        and s.adm1 is not distinct from came.adm1 and s.adm2 is not distinct from came.adm2
      where s.mission = ${mission}`.execute(tx.db);
    return rows;
  });
}
