/**
 * Making an erasure real on disk. Deleting a key's row leaves its bytes in the table's page and in the write-ahead log;
 * here the table is written anew and the log moves on, so that PostgreSQL removes the files that held them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { withOwner } from '../database/server-probe.ts';

/** The segments of the log that are removed depend on settings of the server; see database/server-settings. */
export interface Scrubbed {
  /** False: a transaction older than the erasure goes on, and may still need the row. Scrub again later. */
  done: boolean;
  /** Sentences about copies that are beyond reach from here. */
  beyond: string[];
}

/** PostgreSQL's code for a right that the role lacks. */
const INSUFFICIENT_PRIVILEGE = '42501';
const LOOK_AGAIN_MS = 100;

/**
 * Removes what is left on disk of keys that were destroyed (see `destroySubject`).
 * Locks the table of keys while it is rewritten: some milliseconds, as it is small.
 * @param ownerUrl the schema's owner
 * @param patience milliseconds to wait for transactions that began before this call, such as a backup or an export
 */
export async function scrubErased(ownerUrl: string, patience = 60_000): Promise<Scrubbed> {
  return withOwner(ownerUrl, async (client) => {
    const done = await olderAreGone(client, patience);
    await client.query('vacuum (full, analyze) platform.subject_key');
    const moved = await moveLogOn(client);
    return {
      done,
      beyond: [
        ...(done ? [] : [LATER]),
        ...(moved ? [] : [NO_RIGHT]),
        ...(await copiesElsewhere(client)),
        BACKUPS,
        DISK,
      ],
    };
  });
}

const LATER =
  'Something long, such as a backup, may still need the key; it is removed from the disk as soon as that has ended.';
const NO_RIGHT =
  'The owner may neither order a checkpoint nor switch the log (pg_checkpoint, pg_switch_wal): the log keeps the key until it moves on by itself.';
const BACKUPS =
  'Backups made before hold the key: they lose it when they are restored, by the erasure list. Delete them when you can.';
const DISK =
  'A disk keeps the blocks of deleted files until they are used again: only encryption of the whole disk guards these.';

/** While an older snapshot lives, VACUUM must carry deleted rows over. */
async function olderAreGone(client: pg.Client, patience: number): Promise<boolean> {
  const began = (await client.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]?.at;
  for (const until = Date.now() + patience; ; await sleep(LOOK_AGAIN_MS)) {
    const older = await client.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and (backend_xmin is not null or backend_xid is not null) and xact_start < $1
       union all select from pg_prepared_xacts where database = current_database() and prepared < $1`,
      [began],
    );
    if (older.rowCount === 0) return true;
    if (Date.now() > until) return false;
  }
}

/** Two checkpoints: the first lets go of the pages, the second, beginning in a new segment, of the segments before it. */
async function moveLogOn(client: pg.Client): Promise<boolean> {
  try {
    await client.query('checkpoint');
    await client.query('select pg_switch_wal()');
    await client.query('checkpoint');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE) return false;
    throw error;
  }
}

/** What one's own server may be set to keep; the embedded one keeps none of it. */
async function copiesElsewhere(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ recycles: boolean; archives: boolean; replicas: boolean; keeps: boolean }>(
    `select current_setting('wal_recycle')::boolean as recycles, current_setting('archive_mode') <> 'off' as archives,
       exists (select from pg_stat_replication) or exists (select from pg_replication_slots) as replicas,
       current_setting('wal_keep_size') <> '0' as keeps`,
  );
  const found = rows[0];
  return [
    found?.recycles
      ? 'The server uses old log files again instead of removing them (wal_recycle): the key may stay in one until it is overwritten.'
      : '',
    found?.archives ? 'The server archives its log (archive_mode): the archive holds the key.' : '',
    found?.replicas ? 'The server has replicas or replication slots: their logs may hold the key.' : '',
    found?.keeps ? 'The server keeps old log files for replicas (wal_keep_size): they may hold the key.' : '',
  ].filter(Boolean);
}
