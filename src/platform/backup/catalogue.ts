/** What there is to back up, asked of PostgreSQL itself, so that a new room's tables are in the next backup by themselves. */
import pg from 'pg';
import type { Manifest, Table } from './manifest.ts';

/** What opens doors: a session, token or link that was ended since the backup must not come back with it. */
const LEFT_OUT = ['platform.session', 'platform.api_token', 'platform.sign_in_link'];

/** Schemas that are no room's: the queue of jobs rebuilds its own, and `public` holds the list of migrations. */
const OTHER_SCHEMAS = ['information_schema', 'public', 'pgboss'];

/** Whether a table is left out; a backup of an older version may have it, and then its rows are passed over. */
export const isLeftOut = ({ schema, name }: { schema: string; name: string }): boolean =>
  LEFT_OUT.includes(`${schema}.${name}`);

export const quoted = ({ schema, name }: { schema: string; name: string }): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

/** All tables of all rooms with their bytes on disk, each after the tables that its foreign keys name. */
export async function readTables(client: pg.ClientBase): Promise<(Table & { bytes: number })[]> {
  const { rows } = await client.query<Table & { bytes: string | number; needs: string[] }>(
    `select n.nspname as schema, c.relname as name, pg_table_size(c.oid) as bytes,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       array(select distinct rn.nspname || '.' || r.relname from pg_constraint k
         join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname not like 'pg\\_%' and n.nspname <> all ($1)
     order by 1, 2`,
    [OTHER_SCHEMAS],
  );
  const kept = rows.filter((table) => !isLeftOut(table));
  return inOrder(kept).map(({ schema, name, columns, bytes }) => ({ schema, name, columns, bytes: Number(bytes) }));
}

/** Tables that need nothing first, then those that need only these, and so on. */
function inOrder<T extends { schema: string; name: string; needs: string[] }>(tables: readonly T[]): T[] {
  const ordered: T[] = [];
  const placed = new Set<string>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((need) => placed.has(need)));
    if (ready.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${waiting.map((t) => t.name).join(', ')}.`);
    for (const table of ready) placed.add(`${table.schema}.${table.name}`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** Counters behind identity columns, as far as they were ever used. */
export async function readSequences(client: pg.ClientBase): Promise<Manifest['sequences']> {
  const { rows } = await client.query<Manifest['sequences'][number]>(
    `select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences
     where last_value is not null and schemaname not like 'pg\\_%' and schemaname <> all ($1) order by 1, 2`,
    [OTHER_SCHEMAS],
  );
  return rows;
}

export async function readMigrations(client: pg.ClientBase): Promise<Manifest['migrations']> {
  const { rows } = await client.query<Manifest['migrations'][number]>(
    'select name, digest from public.kinga_migration order by name',
  );
  return rows;
}
