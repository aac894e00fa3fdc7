/**
 * What the machine can do with the very rows that an import wrote: COPY into the same tables with all their indexes,
 * keys and the ledger, and COPY into bare ones.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** In the order of their foreign keys, each with what names the rows after a ledger line. */
const TABLES = [
  ['platform.ledger', 'seq > $'],
  ['platform.commit_point', 'seq > $'],
  ['platform.event', 'seq > $'],
  ['platform.act', 'seq > $'],
  ['platform.subject_key', 'subject in (select subject from incidents.protected where known_from > $)'],
  ['incidents.core', 'known_from > $'],
  ['incidents.account', 'known_from > $'],
  ['incidents.protected', 'known_from > $'],
  ['incidents.core_words', 'line > $'],
  ['incidents.account_words', 'line > $'],
] as const;

const fileOf = (folder: string, table: string) => path.join(folder, `${table}.copy`);

/** Writes to files what came after a ledger line. @returns how many MB that is */
export async function takeOut(ownerUrl: string, afterLine: number, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  let bytes = 0;
  await connected(ownerUrl, async (owner) => {
    for (const [table, rows] of TABLES) {
      const columns = await columnsOf(owner, table);
      const query = `copy (select ${columns} from ${table} where ${rows.replace('$', String(afterLine))}) to stdout`;
      await pipeline(owner.query(copyTo(query)), createWriteStream(fileOf(folder, table)));
      bytes += (await stat(fileOf(folder, table))).size;
    }
  });
  return bytes / 1e6;
}

/** What is written; the database makes the others itself. */
async function columnsOf(owner: pg.Client, table: string): Promise<string> {
  const { rows } = await owner.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]?.columns ?? '';
}

/** Seconds that one durable transaction takes to copy the files into the tables of a database. @param schema where bare tables stand */
export async function copyIn(url: string, folder: string, schema?: string): Promise<number> {
  return connected(url, async (owner) => {
    const begun = performance.now();
    await owner.query('begin');
    for (const [table] of TABLES) {
      const into = schema ? `${schema}.${table.replace('.', '_')}` : table;
      await pipeline(
        createReadStream(fileOf(folder, table)),
        owner.query(copyFrom(`copy ${into} (${await columnsOf(owner, table)}) from stdin`)),
      );
    }
    await owner.query('commit');
    return (performance.now() - begun) / 1000;
  });
}

/** Tables of the same columns without index, key or policy. */
export async function makeBareTables(url: string, schema: string): Promise<void> {
  await connected(url, async (owner) => {
    await owner.query(`create schema ${schema}`);
    for (const [table] of TABLES)
      await owner.query(`create table ${schema}.${table.replace('.', '_')} (like ${table})`);
  });
}

export const removeFiles = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** A database of this name with what the installation's has now. Nobody may be connected to that. @returns its address */
export async function copyOfDatabase(ownerUrl: string, name: string): Promise<string> {
  const [server, made] = [new URL(ownerUrl), new URL(ownerUrl)];
  const original = server.pathname.slice(1);
  server.pathname = '/postgres';
  made.pathname = `/${name}`;
  await connected(server.toString(), async (owner) => {
    await owner.query(`drop database if exists ${name} with (force)`);
    await owner.query(`create database ${name} template ${original}`);
  });
  return made.toString();
}

async function connected<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
