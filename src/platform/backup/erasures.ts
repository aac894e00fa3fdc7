/**
 * The erasure list, `<data>/erasures.jsonl`: who was erased, by the random id of their key, and when. It is kept outside
 * backups, because an older backup still holds the keys; a restore reads it and leaves those keys out. It names nobody,
 * so it may be copied to wherever backups lie, and should be.
 */
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { withOwner } from '../database/server-probe.ts';
import { syncFolder } from './durable-file.ts';
import { BackupRefused } from './refused.ts';

const Erasure = z.object({ subject: z.uuid(), at: z.iso.datetime() });
export type Erasure = z.infer<typeof Erasure>;

export const erasureList = (dataDir: string): string => path.join(dataDir, 'erasures.jsonl');

/** Adds an erasure; it is on disk when the promise resolves. The same one twice does no harm. */
export async function appendErasure(dataDir: string, subject: string, at: string): Promise<void> {
  await append(dataDir, [{ subject, at }]);
}

async function append(dataDir: string, erasures: readonly Erasure[]): Promise<void> {
  const file = await open(erasureList(dataDir), 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    // A line that was cut off by a power failure stays a line of its own.
    const start = size > 0 && last.toString() !== '\n' ? '\n' : '';
    await file.appendFile(start + erasures.map(({ subject, at }) => `${JSON.stringify({ subject, at })}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(dataDir);
}

/**
 * The erasures of a data folder, or of a list that lies elsewhere; `null` when there is no such file.
 * @throws BackupRefused naming a line that cannot be read: whom it erased would come back
 */
export async function readErasures(dataDir: string, file = erasureList(dataDir)): Promise<Erasure[] | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parse(line, `Line ${i + 1} of ${file}`)]));
}

function parse(line: string, where: string): Erasure {
  try {
    return Erasure.parse(JSON.parse(line));
  } catch {
    throw new BackupRefused(
      `${where} is no erasure. If it is half of one, cut off when the power failed, take it out: it will be written again.`,
    );
  }
}

/** The tombstones in the ledger of a database: acts whose verb ends in `.erase`, each with the subject as its record. */
export async function erasedInLedger(ownerUrl: string): Promise<Erasure[]> {
  return withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ record: string; at: Date }>(
      `select record, min(at) as at from platform.ledger where verb like '%.erase' group by record order by min(at), record`,
    );
    return rows.map(({ record, at }) => ({ subject: record, at: at.toISOString() }));
  });
}

/**
 * Writes down the erasures that the ledger knows and the list lacks (a crash came between, or the list was lost), and
 * makes the list where there is none. Run at every start, after every erasure and before every backup.
 * @returns how many were missing
 */
export async function completeErasures(ownerUrl: string, dataDir: string): Promise<number> {
  return addErasures(dataDir, await erasedInLedger(ownerUrl));
}

/** Adds those that the data folder's list lacks. @returns how many they were */
export async function addErasures(dataDir: string, erasures: readonly Erasure[]): Promise<number> {
  const listed = await readErasures(dataDir);
  const known = new Set(listed?.map(({ subject }) => subject));
  const missing = erasures.filter(({ subject }) => !known.has(subject) && known.add(subject));
  if (missing.length > 0 || listed === null) await append(dataDir, missing);
  return missing.length;
}
