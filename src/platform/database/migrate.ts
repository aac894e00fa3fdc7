/**
 * Brings a database to the schema of this version: dated SQL files, each applied once, in order, in a transaction.
 * Runs as the owner; the application itself runs as `kinga_app`, which owns nothing and cannot bypass row-level security.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { KingaError } from '../errors.ts';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../migrations');
/** An arbitrary constant: two processes that migrate at once take turns. */
const LOCK = 7_204_618_011;

/**
 * Applies the migrations that are missing.
 * @param url the owner's connection
 * @throws when a file that was applied before has been changed since, or a statement fails (nothing of that file stays)
 */
export async function migrate(url: string): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await prepare(client);
    const done = await alreadyApplied(client);
    const applied: string[] = [];
    for (const name of (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()) {
      const text = await readFile(path.join(folder, name), 'utf8');
      const digest = createHash('sha256').update(text).digest('hex');
      const before = done.get(name);
      if (before === digest) continue;
      if (before)
        throw new Error(`The migration ${name} was changed after it had been applied; add a new one instead.`);
      await applyOne(client, name, text, digest);
      applied.push(name);
    }
    // A table that was written anew has no visibility map: answers from an index alone would read its rows until it has.
    if (applied.length > 0 && done.size > 0) await client.query('vacuum (analyze)');
    return { applied };
  } finally {
    await client.end();
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await haveAppRole(client);
  await client.query(`create table if not exists public.kinga_migration (
    name text primary key, digest text not null, applied_at timestamptz not null default now())`);
}

/**
 * The application's role, which the owner must be able to step down to. On one's own server the owner is often an
 * ordinary role that may neither make it nor take it: then somebody above has to, once.
 * @throws `no_app_role` with the statements to run
 */
async function haveAppRole(client: pg.Client): Promise<void> {
  await client
    .query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'kinga_app') then
        create role kinga_app login nosuperuser nobypassrls nocreatedb nocreaterole;
      end if;
      if not pg_has_role('kinga_app', 'set') then execute format('grant kinga_app to %I with set true', current_user); end if;
    exception when duplicate_object or unique_violation then null; -- another database of this cluster made it just now
    end $$`)
    .catch((error: { code?: string }) => {
      if (error.code !== '42501' || process.env.DATABASE_APP_URL) throw error;
      throw new KingaError('no_app_role', { owner: client.user ?? 'OWNER' }, { cause: error });
    });
}

async function alreadyApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; digest: string }>(
    'select name, digest from public.kinga_migration',
  );
  return new Map(rows.map((r) => [r.name, r.digest]));
}

async function applyOne(client: pg.Client, name: string, text: string, digest: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into public.kinga_migration (name, digest) values ($1, $2)', [name, digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
