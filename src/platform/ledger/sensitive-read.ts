/**
 * Sensitive reads stand in the ledger, before what is read leaves: the protected group of a record, submissions that are
 * held, rows that an import refused (exports and backups write lines of their own). A page asks for the same thing again
 * and again while somebody looks at it; for a quarter of an hour that is one look.
 */
import type { Database } from '../database/database.ts';
import type { Principal } from '../principal.ts';
import { recordAct } from './store.ts';

const ONE_LOOK = 15 * 60_000;
const MOST = 10_000;
/** What was noted, and when; in memory, so that a second server or a restart costs a line and loses none. */
const noted = new Map<string, number>();

export interface SensitiveRead {
  verb: string;
  room: string;
  record: string;
  version?: number;
}

/** @throws when it cannot be noted: then nothing may be shown */
export async function noteRead(db: Database, who: Principal, read: SensitiveRead): Promise<void> {
  const key = JSON.stringify([db.url, who.by, who.mission?.id, read]);
  const now = db.clock.now().getTime();
  const before = noted.get(key);
  if (before !== undefined && now - before < ONE_LOOK) return;
  await db.write(who, (tx) => recordAct(tx, { ...read, content: {} }));
  if (noted.size >= MOST) noted.clear();
  noted.set(key, now);
}
