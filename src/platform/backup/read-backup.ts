/** Reads a backup from its first byte to its last and believes nothing that does not fit. */
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { verifyCheckpoint } from '../ledger/checkpoint.ts';
import { parseSigningKey } from '../ledger/checkpoint-key.ts';
import { decrypted, type Unlock } from './age.ts';
import type { Progress } from './backup.ts';
import { type Frame, type FrameKind, readFrames } from './frames.ts';
import { BackupEnd, KeyFiles, Manifest, parsePart, type Table, TableEnd } from './manifest.ts';
import { BackupRefused } from './refused.ts';

export interface BackupContent {
  manifest: Manifest;
  /** Rows by table, in the manifest's order. */
  tables: { table: string; rows: number }[];
  rows: number;
  /** Hexadecimal SHA-256 that names the content. */
  digest: string;
}

/**
 * Takes the rows of one table, to their end, in PostgreSQL's text COPY format, cut anywhere. Awaited before the reading
 * goes on.
 */
export type TakeTable = (table: Table, rows: AsyncIterable<Buffer>) => Promise<void>;

export const onlyLook: TakeTable = async (_, rows) => {
  for await (const _piece of rows);
};

/**
 * Checks that a backup is whole and can be opened: every frame, every count, and the checkpoint's signature.
 * @throws BackupRefused with a sentence: damaged, cut short, wrong key or passphrase, not a backup
 */
export async function verifyBackup(file: string, unlock: Unlock, progress?: Progress): Promise<BackupContent> {
  return (await readBackup(file, unlock, onlyLook, progress)).content;
}

/**
 * @returns the keys apart, as they are secret
 * @throws BackupRefused at the first thing that does not fit; what was taken until then is not to be used
 */
export async function readBackup(
  file: string,
  unlock: Unlock,
  take: TakeTable,
  progress: Progress = () => undefined,
): Promise<{ content: BackupContent; keys: KeyFiles }> {
  const size = (await stat(file).catch(noSuchFile(file))).size;
  let done = 0;
  const counted = (bytes: number) => {
    done += bytes;
  };
  const plain = unpacked(decrypted(file, unlock, counted));
  const frames = readFrames(plain);
  try {
    const manifest = parsePart(Manifest, (await next(frames, 'M')).payload, 'its manifest');
    const keys = parsePart(KeyFiles, (await next(frames, 'K')).payload, 'its keys');
    checkCheckpoint(manifest, keys);
    const tables: BackupContent['tables'] = [];
    for (const table of manifest.tables) {
      const name = `${table.schema}.${table.name}`;
      await progress(done, size, name);
      const found = { rows: -1 };
      await take(
        table,
        rowsOf(frames, name, found, () => progress(done, size, name)),
      );
      if (found.rows < 0) throw new Error(`The rows of ${name} were not read to their end.`);
      tables.push({ table: name, rows: found.rows });
    }
    const last = await next(frames, 'Z');
    const end = parsePart(BackupEnd, last.payload, 'its end');
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    if (end.rows !== rows || end.tables !== tables.length)
      throw new BackupRefused(`The backup is damaged: it should hold ${end.rows} rows and holds ${rows}.`);
    if (!(await frames.next()).done) throw new BackupRefused('The backup is damaged: something stands behind its end.');
    await progress(size, size);
    return { content: { manifest, tables, rows, digest: last.digest.toString('hex') }, keys };
  } finally {
    await frames.return(undefined);
  }
}

const noSuchFile = (file: string) => (cause: Error) => {
  throw new BackupRefused(`${file} cannot be read: ${cause.message}`, { cause });
};

async function* unpacked(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* pipeline(packed, createZstdDecompress(), () => undefined) as AsyncIterable<Buffer>;
  } catch (cause) {
    if (cause instanceof BackupRefused) throw cause;
    throw new BackupRefused('The backup is damaged: it cannot be unpacked.', { cause });
  }
}

async function next(frames: AsyncGenerator<Frame>, kind: FrameKind): Promise<Frame> {
  const { value, done } = await frames.next();
  if (done) throw new BackupRefused('The backup is cut short: its end is missing.');
  if (value.kind !== kind) throw new BackupRefused(`The backup is damaged: ${value.kind} stands where ${kind} should.`);
  return value;
}

async function* rowsOf(
  frames: AsyncGenerator<Frame>,
  table: string,
  found: { rows: number },
  progress: () => Promise<void> | void,
): AsyncGenerator<Buffer> {
  let rows = 0;
  for (;;) {
    const { value: frame, done } = await frames.next();
    if (done) throw new BackupRefused(`The backup is cut short in ${table}.`);
    if (frame.kind === 'T') {
      const end = parsePart(TableEnd, frame.payload, `the end of ${table}`);
      if (end.rows !== rows)
        throw new BackupRefused(`The backup is damaged: ${table} should have ${end.rows} rows and has ${rows}.`);
      found.rows = rows;
      return;
    }
    if (frame.kind !== 'D')
      throw new BackupRefused(`The backup is damaged: ${frame.kind} stands among rows of ${table}.`);
    for (let at = frame.payload.indexOf(10); at !== -1; at = frame.payload.indexOf(10, at + 1)) rows++;
    yield frame.payload;
    await progress();
  }
}

/** The signed note must speak of this very ledger, and be signed by the key that the backup brings. */
function checkCheckpoint({ ledger }: Manifest, keys: KeyFiles): void {
  try {
    const signed = verifyCheckpoint(ledger.checkpoint, [parseSigningKey(keys['ledger.key'] ?? '')]);
    if (signed.size === ledger.size && Buffer.from(signed.root).toString('base64') === ledger.root) return;
  } catch {
    // Said below: the parser's own words could quote a key.
  }
  throw new BackupRefused('The backup is damaged: its checkpoint does not fit its ledger.');
}
