/**
 * One data folder (or one `DATABASE_URL`): its PostgreSQL, its keys, its clock. Everything that runs Kinga — server,
 * command line, tests — opens it here and closes it again.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { type Clock, type ClockSetting, clockFrom } from './clock.ts';
import { type Database, openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { selfCheck } from './database/self-check.ts';
import { startEmbedded } from './database/server.ts';
import { asKnownFailure } from './failures.ts';
import { type Keys, openKeys } from './vault/keys.ts';

export interface Installation {
  dataDir: string;
  db: Database;
  clock: Clock;
  clockSetting: ClockSetting;
  keys: Keys;
  /** Has the embedded PostgreSQL answer again after it died; one's own is only waited for. */
  revive(): Promise<void>;
  /** Connection of the schema's owner, for migrations, verification, backup: never for answering anybody. */
  ownerUrl: string;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** One's own PostgreSQL instead of the embedded one: the owner's connection string. */
  databaseUrl?: string | undefined;
  /** How a new installation's clock runs; an existing one keeps its own. */
  clock?: ClockSetting;
  log?: (message: string) => void;
}

/** Opens an installation, and makes it where there is none. @throws with a sentence when PostgreSQL cannot be had or is unsafe */
export async function openInstallation(dataDir: string, options: OpenOptions = {}): Promise<Installation> {
  const folder = path.resolve(dataDir);
  await prepareFolder(folder);
  const start = () => startEmbedded(folder, options.log);
  let server = options.databaseUrl ? null : await start().catch(inWords);
  try {
    // A variable that is set to nothing is as good as none.
    const ownerUrl = server ? await ownDatabase(server.ownerUrl) : (options.databaseUrl ?? '');
    await migrate(ownerUrl);
    const clockSetting = await initialise(ownerUrl, options.clock ?? { kind: 'system' });
    const [clock, keys] = [clockFrom(clockSetting), await openKeys(folder)];
    const db = openDatabase({ url: appUrl(ownerUrl), clock, keys });
    try {
      await selfCheck(db);
    } catch (error) {
      await db.close();
      throw error;
    }
    const close = async () => {
      await db.close();
      await server?.stop();
    };
    const revive = async () => {
      if (server) server = await start();
    };
    return { dataDir: folder, db, clock, clockSetting, keys, ownerUrl, revive, close };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Nobody else on the machine lists what is in it; under root, PostgreSQL's own user must pass through. */
async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    // Asked by writing: rights, a read-only disk and a full one all end here in a sentence, before anything is begun.
    const probe = path.join(folder, `.probe-${randomUUID()}`);
    await writeFile(probe, 'x', { flag: 'wx' });
    await rm(probe);
  } catch (error) {
    inWords(error);
  }
}

function inWords(error: unknown): never {
  throw asKnownFailure(error) ?? error;
}

/**
 * The same server as the application's role. An embedded server trusts its private socket, so the role signs in itself;
 * elsewhere the owner's connection lays its rights down (`role`), unless `DATABASE_APP_URL` names a sign-in of its own.
 */
export function appUrl(ownerUrl: string): string {
  const own = process.env.DATABASE_APP_URL;
  if (own) return own;
  const url = new URL(ownerUrl);
  if (url.username === 'kinga_owner') {
    url.username = 'kinga_app';
    return url.toString();
  }
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c role=kinga_app`.trim());
  return url.toString();
}

/** The embedded server's database `kinga`, made on first use. */
async function ownDatabase(serverUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`select from pg_database where datname = 'kinga'`);
    if (rows.length === 0) {
      await client.query('create database kinga').catch((error: { code?: string }) => {
        // Another process of this folder made it in the meantime.
        if (error.code !== '42P04' && error.code !== '23505') throw error;
      });
    }
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = '/kinga';
  return url.toString();
}

/** Writes the installation's row and the empty ledger's head once; answers the clock that holds. */
export async function initialise(ownerUrl: string, clock: ClockSetting): Promise<ClockSetting> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const made = await client.query(
      `insert into platform.installation (id, created_at, clock) values ($1, $2, $3) on conflict do nothing`,
      [randomUUID(), clockFrom(clock).now(), JSON.stringify(clock)],
    );
    if (made.rowCount) {
      await client.query(`insert into platform.ledger_head (size, at, frontier) values (0, 'epoch', $1)`, [
        Buffer.alloc(8),
      ]);
    }
    const { rows } = await client.query<{ clock: ClockSetting }>('select clock from platform.installation');
    await client.query('commit');
    return rows[0]?.clock ?? clock;
  } finally {
    await client.end();
  }
}
