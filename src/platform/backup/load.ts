/** Fills a new, empty database from a backup: the schema of its time, its rows, then what was added to the schema since. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../database/migrate.ts';
import { withOwner } from '../database/server-probe.ts';
import { isLeftOut, quoted, readMigrations, readTables } from './catalogue.ts';
import type { Manifest, Table } from './manifest.ts';
import { onlyLook } from './read-backup.ts';
import { BackupRefused } from './refused.ts';

const migrationsFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../migrations');

/** @throws BackupRefused when the backup needs migrations that this version does not have */
export async function refuseNewer({ migrations, kinga }: Manifest): Promise<void> {
  const here = new Set(await migrationFiles());
  const unknown = migrations.find(({ name }) => !here.has(name));
  if (unknown)
    throw new BackupRefused(
      `This backup was made by Kinga ${kinga}, whose database is newer than this version's (it has ${unknown.name}). Restore it with that version or a later one.`,
    );
}

const migrationFiles = async (): Promise<string[]> =>
  (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'));

/**
 * Makes the schema exactly as it was when the backup was made. Later migrations are held back by being listed as done,
 * which is all that `migrate` looks at; `completeSchema` applies them when the rows are in.
 * @throws BackupRefused when a migration of the backup reads differently here
 */
export async function prepareSchema(url: string, manifest: Manifest): Promise<void> {
  const then = new Set(manifest.migrations.map(({ name }) => name));
  const later = (await migrationFiles()).filter((name) => !then.has(name));
  await withOwner(url, async (client) => {
    await client.query(
      'create table public.kinga_migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    );
    for (const name of later) {
      const text = await readFile(path.join(migrationsFolder, name), 'utf8');
      const digest = createHash('sha256').update(text).digest('hex');
      await client.query('insert into public.kinga_migration (name, digest) values ($1, $2)', [name, digest]);
    }
  });
  await migrate(url);
  await withOwner(url, async (client) => {
    await client.query('delete from public.kinga_migration where name = any ($1)', [later]);
    await checkSchema(client, manifest);
  });
}

/** Applies the migrations that the backup is too old to have. */
export async function completeSchema(url: string): Promise<void> {
  await migrate(url);
}

async function checkSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const applied = new Map((await readMigrations(client)).map(({ name, digest }) => [name, digest]));
  const changed = manifest.migrations.find(({ name, digest }) => applied.get(name) !== digest);
  if (changed)
    throw new BackupRefused(
      `The migration ${changed.name} of this version is not the one that the backup was made with, so its rows may not fit.`,
    );
  const shape = (tables: readonly Table[]) => tables.map((t) => `${quoted(t)} ${t.columns.join()}`).sort();
  if (shape(await readTables(client)).join('\n') !== shape(manifest.tables.filter((t) => !isLeftOut(t))).join('\n'))
    throw new BackupRefused('The tables in the backup are not those that its own migrations make.');
}

/** Where erasable fields have their keys: rows of erased subjects never reach the disk. */
const isSubjectKeys = ({ schema, name }: Table): boolean => schema === 'platform' && name === 'subject_key';

/** Copies a table's rows in. @returns the subjects that were left out because they are erased */
export async function loadTable(
  client: pg.Client,
  table: Table,
  rows: AsyncIterable<Buffer>,
  erased: ReadonlySet<string>,
): Promise<string[]> {
  if (isLeftOut(table)) {
    await onlyLook(table, rows);
    return [];
  }
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const leftOut: string[] = [];
  const kept = isSubjectKeys(table) ? withoutErased(rows, table.columns.indexOf('subject'), erased, leftOut) : rows;
  // What the rooms' triggers derive stands in the rows already; deriving it again goes through all rows for each of them.
  await client.query(`alter table ${quoted(table)} disable trigger user`);
  await pipeline(kept, client.query(copyFrom(`copy ${quoted(table)} (${columns}) from stdin`)));
  await client.query(`alter table ${quoted(table)} enable trigger user`);
  return leftOut;
}

async function* withoutErased(
  rows: AsyncIterable<Buffer>,
  column: number,
  erased: ReadonlySet<string>,
  leftOut: string[],
): AsyncGenerator<string> {
  let open = '';
  for await (const piece of rows) {
    // Ids and hexadecimal keys: plain ASCII, one row a line.
    const lines = (open + piece.toString('latin1')).split('\n');
    open = lines.pop() ?? '';
    for (const line of lines) {
      const subject = line.split('\t')[column] ?? '';
      if (erased.has(subject)) leftOut.push(subject);
      else yield `${line}\n`;
    }
  }
}

/**
 * Ends what belonged to the moment of the backup: work that was under way (its files are not here) and invitations that
 * nobody had followed (they may have been ended since).
 */
export async function endWhatWasOpen(client: pg.Client): Promise<void> {
  await client.query(`update platform.job_run set state = 'cancelled', ended_at = created_at
    where state in ('waiting', 'running', 'cancelling')`);
  await client.query('update platform.invitation set ended_at = made_at where used_at is null and ended_at is null');
}

/** Counters go on where they stood. */
export async function restoreSequences(client: pg.Client, sequences: Manifest['sequences']): Promise<void> {
  for (const sequence of sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [quoted(sequence), sequence.last]);
}
