/**
 * Who sees which rows in memory. Each row has the number of its scope (level, components and area, as it was written and as
 * the record stands now); there are few, and the policy of the records themselves says which of them somebody sees.
 */
import type { RawBuilder } from 'kysely';
import { type Database, sql } from '../../../platform/database/database.ts';
import { missionOf, type Principal } from '../../../platform/principal.ts';
import { viewOf } from '../../../platform/view.ts';
import type { Held } from './held.ts';

/** What policies compare, as one text: SQL over a row of a group, or of `incidents.scope`. */
export const wordsOfScope = (row: string): RawBuilder<string> =>
  sql<string>`json_build_array(${sql.join(
    ['level', 'compartments::text', 'now_level', 'now_compartments::text', 'adm1', 'adm2'].map((column) =>
      sql.raw(`${row}.${column}`),
    ),
  )})::text`;

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
  scopes: readonly { words: string }[],
): Promise<{ id: number; words: string }[]> {
  const mission = missionOf(follower).id;
  const came = JSON.stringify(scopes.map(({ words }) => words));
  return own.write(follower, async (tx) => {
    await sql`insert into incidents.scope (mission, level, compartments, now_level, now_compartments, adm1, adm2)
      select ${mission}, (w ->> 0)::smallint, (w ->> 1)::bigint, (w ->> 2)::smallint, (w ->> 3)::bigint, w ->> 4, w ->> 5
      from json_array_elements_text(${came}::json) as words, cast(words as json) as w
      on conflict do nothing`.execute(tx.db);
    const { rows } = await sql<{ id: number; words: string }>`
      select * from (select s.id, ${wordsOfScope('s')} as words from incidents.scope s where s.mission = ${mission}) named
      where words in (select json_array_elements_text(${came}::json))`.execute(tx.db);
    return rows;
  });
}
