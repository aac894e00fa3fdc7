/** What a migrated database must not have: each fault a sentence. */
import type { Client } from 'pg';
import { readCatalog } from './catalog.ts';

/** Foreign keys with no whole index that begins with their columns: deleting or changing the other side would read everything. */
const UNINDEXED = `
  select k.conrelid::regclass::text || ' (' || string_agg(a.attname, ', ' order by o.place) || ')' as key
  from pg_constraint k
    cross join unnest(k.conkey) with ordinality o(attnum, place)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = o.attnum
  where k.contype = 'f' and k.connamespace <> 'pg_catalog'::regnamespace and k.connamespace::regnamespace::text <> 'pgboss'
    and not exists (
      select from pg_index x
      where x.indrelid = k.conrelid and x.indpred is null and x.indisvalid
        and (select array_agg(c order by c) from unnest((x.indkey::int2[])[0:cardinality(k.conkey) - 1]) c)
          = (select array_agg(c order by c) from unnest(k.conkey) c))
  group by k.oid, k.conrelid
  order by 1`;

/** Tables that hold no records of anybody: the list of applied migrations. */
const OPEN = new Set(['public.kinga_migration']);

/** @param owner a connection of the schema's owner */
export async function findDatabaseFaults(owner: Client): Promise<string[]> {
  const { relations } = await readCatalog(owner);
  if (relations.length === 0) throw new Error('The database has no tables; it was not migrated.');
  const { rows: unindexed } = await owner.query<{ key: string }>(UNINDEXED);
  const { rows: mighty } = await owner.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname = 'kinga_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  );
  const tables = relations.filter(({ name, kind }) => kind === 'table' && !OPEN.has(name));
  return [
    ...unindexed.map(({ key }) => `${key} refers to another table and has no index`),
    ...tables.filter((t) => !t.rowSecurity).map(({ name }) => `${name} has no row-level security`),
    ...tables.filter((t) => t.policies.length === 0).map(({ name }) => `${name} has no policy`),
    ...tables
      .filter((t) => t.grants.includes('truncate') || t.grants.includes('references'))
      .map(({ name }) => `kinga_app may do more with ${name} than it needs`),
    ...mighty.map(({ name }) => `${name} is more than an ordinary role`),
  ];
}
