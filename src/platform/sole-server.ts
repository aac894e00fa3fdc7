/** One server a data folder: an advisory lock in its own PostgreSQL, so that a crash leaves nothing to clean up. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { KingaError } from './errors.ts';

/** An arbitrary constant: the lock's name. */
const LOCK = 7_204_618_012;

export interface SoleServer {
  /** Tells others of this folder where this one answers. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

const fileOf = (dataDir: string): string => path.join(dataDir, 'server.json');

/** @throws `already_running`, saying where the other one answers */
export async function becomeSoleServer(dataDir: string, ownerUrl: string): Promise<SoleServer> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kinga-sole-server' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK]);
  if (!rows[0]?.got) {
    await client.end();
    throw new KingaError('already_running', { where: (await runningServer(dataDir)) ?? dataDir });
  }
  return {
    announce: (address) => writeFile(fileOf(dataDir), JSON.stringify({ pid: process.pid, address }), { mode: 0o600 }),
    async release() {
      await rm(fileOf(dataDir), { force: true });
      await client.end();
    },
  };
}

/** Where the server of this folder said that it answers; it may have died since. */
async function runningServer(dataDir: string): Promise<string | null> {
  try {
    return (JSON.parse(await readFile(fileOf(dataDir), 'utf8')) as { address: string }).address;
  } catch {
    return null;
  }
}
