/**
 * One server a data folder: an advisory lock in its own PostgreSQL, so that a crash leaves nothing to clean up. The
 * connection that holds it also tells when PostgreSQL dies: then it is started again, and the lock taken again, or this
 * server ends with a sentence rather than answer nothing.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { KingaError } from './errors.ts';

/** An arbitrary constant: the lock's name. */
const LOCK = 7_204_618_012;
/** How long a database may stay away: its recovery after a crash, or the restart of one's own server. */
const PATIENCE = 10 * 60_000;

export interface SoleServer {
  /** Tells others of this folder where this one answers. */
  announce(address: string): Promise<void>;
  /** Settles when the lock is lost for good, with the reason. */
  readonly lost: Promise<KingaError>;
  release(): Promise<void>;
}

export interface SoleOptions {
  /** Makes PostgreSQL answer again; rejects when it cannot yet. */
  revive?: () => Promise<void>;
  log?: (sentence: string) => void;
  patience?: number;
}

const fileOf = (dataDir: string): string => path.join(dataDir, 'server.json');

/** @throws `already_running`, saying where the other one answers */
export async function becomeSoleServer(
  dataDir: string,
  ownerUrl: string,
  { revive = async () => undefined, log = () => undefined, patience = PATIENCE }: SoleOptions = {},
): Promise<SoleServer> {
  const lost = Promise.withResolvers<KingaError>();
  let released = false;
  let client: pg.Client;

  async function hold(): Promise<void> {
    const next = new pg.Client({ connectionString: ownerUrl, application_name: 'kinga-sole-server', keepAlive: true });
    next.on('error', () => undefined);
    await next.connect();
    const { rows } = await next.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK]);
    if (!rows[0]?.got) {
      await next.end();
      throw new KingaError('already_running', { where: (await runningServer(dataDir)) ?? dataDir });
    }
    client = next;
    next.once('end', () => {
      if (!released) void again().catch(() => undefined);
    });
  }

  async function again(): Promise<void> {
    log('The database went away. Bringing it back.');
    const until = Date.now() + patience;
    for (let wait = 100; !released; wait = Math.min(2 * wait, 5_000)) {
      try {
        await revive();
        if (released) return;
        await hold();
        return log('The database is back.');
      } catch (error) {
        const why = error instanceof Error ? error.message : 'unknown';
        if (error instanceof KingaError && error.code === 'already_running') return lost.resolve(error);
        if (Date.now() > until) return lost.resolve(new KingaError('server_lost', { why }, { cause: error }));
      }
      await sleep(wait);
    }
  }

  await hold();
  return {
    announce: (address) => writeFile(fileOf(dataDir), JSON.stringify({ pid: process.pid, address }), { mode: 0o600 }),
    lost: lost.promise,
    async release() {
      released = true;
      // Whoever took the folder over announced itself in the same place.
      if ((await announced(dataDir))?.pid === process.pid) await rm(fileOf(dataDir), { force: true });
      await client.end();
    },
  };
}

const runningServer = async (dataDir: string): Promise<string | null> => (await announced(dataDir))?.address ?? null;

/** What the server of this folder said of itself; it may have died since. */
async function announced(dataDir: string): Promise<{ pid: number; address: string } | null> {
  try {
    return JSON.parse(await readFile(fileOf(dataDir), 'utf8'));
  } catch {
    return null;
  }
}
