/**
 * Making a database beside the old one, and exchanging them in one step. While the new one is filled, nothing of the old
 * one is touched; what goes wrong costs the new one only.
 */
import pg from 'pg';
import { withOwner } from '../database/server-probe.ts';
import { BackupRefused } from './refused.ts';

/** An arbitrary constant: one restore at a time into one database. */
const LOCK = 720_461_801;
/** PostgreSQL cuts longer names off. */
const LONGEST_NAME = 40;

export interface Exchange {
  /** What stands at the place: nothing, an installation without a line in its ledger, or one with records. */
  before: 'nothing' | 'empty' | 'records';
  /** The owner's URL of the new database. */
  newUrl: string;
  /** Puts the new database in the old one's place, in one transaction. The old one goes when the work is done. */
  commit(): Promise<void>;
}

/**
 * Prepares an exchange, calls `work` with it, and removes the new database unless `commit` was called.
 * @param url the owner's URL of the database to be replaced, which need not exist
 * @throws BackupRefused when somebody is connected, another restore runs, or the database is not Kinga's alone
 */
export async function exchangeDatabase<T>(url: string, work: (exchange: Exchange) => Promise<T>): Promise<T> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const newName = `${name.slice(0, LONGEST_NAME)}_restoring`;
  const oldName = `${name.slice(0, LONGEST_NAME)}_replaced`;
  const id = pg.escapeIdentifier;
  return withOwner(databaseUrl(url, 'postgres'), async (client) => {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as got', [
      LOCK,
      name,
    ]);
    if (!rows[0]?.got) throw new BackupRefused(`Another restore into the database ${name} is under way.`);
    const there = await exists(client, name);
    if (there) await refuseUsed(client, name);
    const before = there ? await whatIsThere(url) : 'nothing';
    // Of a restore that was killed.
    for (const left of [newName, oldName]) await client.query(`drop database if exists ${id(left)} with (force)`);
    let committed = false;
    const commit = async () => {
      // The old one can be renamed only while nobody is in it; asked first, the answer is a sentence.
      if (there) await refuseUsed(client, name);
      await client.query('begin');
      try {
        if (there) await client.query(`alter database ${id(name)} rename to ${id(oldName)}`);
        await client.query(`alter database ${id(newName)} rename to ${id(name)}`);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
      committed = true;
    };
    try {
      await client.query(`create database ${id(newName)}`);
      return await work({ before, newUrl: databaseUrl(url, newName), commit });
    } finally {
      const rest = committed ? oldName : newName;
      await client.query(`drop database if exists ${id(rest)} with (force)`);
    }
  });
}

function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.toString();
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1;
}

async function refuseUsed(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ who: string }>(
    `select distinct coalesce(nullif(application_name, ''), usename, '?') as who from pg_stat_activity
     where datname = $1 and backend_type = 'client backend'`,
    [name],
  );
  if (rows.length > 0)
    throw new BackupRefused(
      `The database ${name} is in use (${rows.map(({ who }) => who).join(', ')}). Stop Kinga and whatever else is connected, then restore.`,
    );
}

/** A table is Kinga's when it keeps rows apart and the application's role may enter its schema, of whatever version it is. */
const STRANGERS = `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'm') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'pgboss')
    and (n.nspname, c.relname) <> ('public', 'kinga_migration')
    and not (n.nspname <> 'public' and c.relrowsecurity and exists (
      select from pg_roles r where r.rolname = 'kinga_app' and has_schema_privilege(r.oid, n.oid, 'usage')))
  limit 1`;

async function whatIsThere(url: string): Promise<Exchange['before']> {
  return withOwner(url, async (client) => {
    const stranger = (await client.query<{ name: string }>(STRANGERS)).rows[0];
    if (stranger)
      throw new BackupRefused(
        `The database holds tables that are not Kinga's (${stranger.name}), and a restore replaces all of it. Give Kinga a database of its own.`,
      );
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('platform.ledger') is not null as there`,
    );
    if (!rows[0]?.there) return 'empty';
    const lines = await client.query('select from platform.ledger limit 1');
    return lines.rowCount ? 'records' : 'empty';
  });
}
