/**
 * A process that works on runs shows that it lives by an advisory lock, held on a connection of its own. When it dies, by
 * whatever death, PostgreSQL lets go of the lock, and others may take its runs up.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** An arbitrary constant: the first half of the lock's name; the second is the worker's number. */
export const WORKERS = 720_461_803;
const AGAIN_MS = 1_000;

export interface Worker {
  readonly number: number;
  release(): Promise<void>;
}

/** @param url any connection to the database of the runs */
export async function becomeWorker(url: string): Promise<Worker> {
  const number = randomInt(1, 2 ** 31 - 1);
  let released = false;
  let client: pg.Client;
  const hold = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'kinga-worker', keepAlive: true });
    next.on('error', () => undefined);
    await next.connect();
    await next.query('select pg_advisory_lock($1, $2)', [WORKERS, number]);
    next.once('end', () => void again());
    client = next;
    // Released while it was connecting again.
    if (released) await next.end();
  };
  /** PostgreSQL restarted, and with it the transactions of our runs failed: the lock is taken again for the next ones. */
  const again = async () => {
    while (!released) {
      await sleep(AGAIN_MS);
      if (released) return;
      const held = await hold().then(
        () => true,
        () => false,
      );
      if (held) return;
    }
  };
  await hold();
  return {
    number,
    async release() {
      released = true;
      await client.end();
    },
  };
}
