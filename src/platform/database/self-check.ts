/**
 * Before the server serves: does PostgreSQL really keep people apart? Row-level security binds neither superusers nor
 * owners nor roles with BYPASSRLS, a table that forgot its policy shows everything, and so does a view that looks with its
 * owner's eyes.
 */

import { KingaError } from '../errors.ts';
import { systemPrincipal } from '../principal.ts';
import type { Database } from './database.ts';

/** What whoever asks may know without a mission: facts of the house, sizes and hashes, that name nobody. */
const HOUSE_FACTS = new Set(
  ['installation', 'ledger_head', 'ledger_tile', 'commit_point', 'checkpoint', 'event_handled'].map(
    (t) => `platform.${t}`,
  ),
);

/** @throws `unsafe_database` with what is wrong, in words */
export async function selfCheck(db: Database): Promise<void> {
  const nobody = { ...systemPrincipal('self-check'), kind: 'person' as const };
  await db.read(nobody, async ({ client }) => {
    const role = await client.query<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean }>(
      'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    const me = role.rows[0];
    if (!me || me.rolsuper || me.rolbypassrls) refuse(`the role ${me?.rolname ?? '?'} is above row-level security`);
    const tables = await client.query<{ name: string; schema: string; open: boolean; mine: boolean }>(
      `select c.oid::regclass::text as name, n.nspname as schema, not c.relrowsecurity as open, c.relowner = current_user::regrole as mine
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('information_schema', 'public', 'pgboss') and n.nspname not like 'pg\\_%'`,
    );
    if (tables.rows.length === 0) refuse('there are no tables; run the migrations');
    const views = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('v', 'm') and not coalesce('security_invoker=true' = any (c.reloptions), false)
         and n.nspname not in ('information_schema', 'public', 'pgboss') and n.nspname not like 'pg\\_%'`,
    );
    for (const { name } of views.rows) refuse(`${name} shows what its owner sees, not what the asker does`);
    for (const table of tables.rows) {
      if (table.open) refuse(`${table.name} has no row-level security`);
      if (table.mine) refuse(`${table.name} belongs to the application's own role`);
      if (HOUSE_FACTS.has(table.name)) continue;
      const { rows } = await client.query(`select 1 from ${table.name} limit 1`);
      if (rows.length > 0) refuse(`${table.name} can be read without a mission`);
    }
  });
}

function refuse(why: string): never {
  throw new KingaError('unsafe_database', { why });
}
