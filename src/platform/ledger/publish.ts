/**
 * Carries checkpoints out of the house: only one that is kept elsewhere proves that whoever has this machine did not
 * rewrite everything. A file in the data folder, to be copied away, and where configured a webhook and a mailbox; what
 * does not get through is tried again, and every try is written down.
 */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ReadableStream } from 'node:stream/web';
import type { Logger } from 'pino';
import { writeWhole } from '../backup/durable-file.ts';
import type { Database } from '../database/database.ts';
import { systemPrincipal } from '../principal.ts';
import { checkpointNow, type MadeCheckpoint, readCheckpoint } from './checkpoints.ts';
import { addDeliveries, dueDeliveries, noteDelivery } from './deliveries.ts';
import { carry, configured, failureOf, type Outlet, type Outlets } from './outlets.ts';

const house = systemPrincipal('checkpoints');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LONGEST_WAIT = 6 * HOUR;

/** After so many failures, how long until the next try: a minute, two, four … six hours. */
export const waitAfter = (tries: number): number => Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.min(tries - 1, 20));

/** Makes a checkpoint and carries it to every outlet. @returns it, with the outlets that could not be reached */
export async function publishCheckpoint(
  db: Database,
  outlets: Outlets,
): Promise<{ checkpoint: MadeCheckpoint; failed: Outlet[] }> {
  const checkpoint = await db.write(house, async (tx) => {
    const made = await checkpointNow(tx);
    await addDeliveries(tx, made.size, configured(outlets));
    return made;
  });
  await mkdir(outlets.folder, { recursive: true });
  const file = path.join(outlets.folder, `${String(checkpoint.size).padStart(12, '0')}.txt`);
  await writeWhole(file, ReadableStream.from([Buffer.from(checkpoint.text)]));
  return { checkpoint, failed: await deliverDue(db, outlets) };
}

/** Carries what is due, newest first. @returns the outlets that could not be reached */
export async function deliverDue(db: Database, outlets: Outlets): Promise<Outlet[]> {
  const failed = new Set<Outlet>();
  for (const { outlet, size, tries } of await db.read(house, (tx) => dueDeliveries(tx, configured(outlets)))) {
    // One that is not reached now is not reached for the next one either.
    if (failed.has(outlet)) continue;
    const checkpoint = await db.read(house, (tx) => readCheckpoint(tx, size));
    const failure = await carry(outlet, outlets, checkpoint).then(() => null, failureOf);
    if (failure !== null) failed.add(outlet);
    const again = new Date(db.clock.now().getTime() + waitAfter(tries + 1));
    await db.write(house, (tx) => noteDelivery(tx, { outlet, size, failure, again }));
  }
  return [...failed];
}

/** Publishes now and then hourly, when there is something new; looks every minute for what is to be tried again. */
export function publishHourly(db: Database, outlets: Outlets, log: Logger): { stop(): void } {
  let last = -1;
  let lastAt = Number.NEGATIVE_INFINITY;
  const tick = async () => {
    const size = await db.read(house, async (tx) =>
      Number((await tx.client.query('select size from platform.ledger_head')).rows[0]?.size ?? 0),
    );
    const isNew = size !== last && Date.now() - lastAt >= HOUR;
    const failed = isNew ? (await publishCheckpoint(db, outlets)).failed : await deliverDue(db, outlets);
    if (isNew) [last, lastAt] = [size, Date.now()];
    if (failed.length > 0) log.warn({ failed }, 'a checkpoint did not reach every outlet, and will be tried again');
  };
  let ticking = false;
  const quietly = () => {
    if (ticking) return;
    ticking = true;
    tick()
      .catch(() => log.warn('a checkpoint could not be made'))
      .finally(() => {
        ticking = false;
      });
  };
  quietly();
  const timer = setInterval(quietly, MINUTE);
  return { stop: () => clearInterval(timer) };
}
