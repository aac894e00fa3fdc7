/**
 * One encrypted file with everything: every table of every room as of one instant, and the keys of the installation.
 * Nothing of it is ever on disk in the open, and memory holds a few pieces of it, whatever its size.
 */

import { randomUUID } from 'node:crypto';
import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import packageFile from '../../../package.json' with { type: 'json' };
import { withOwner } from '../database/server-probe.ts';
import type { Installation } from '../installation.ts';
import { makeCheckpoint } from '../ledger/checkpoint.ts';
import { parseSigningKey } from '../ledger/checkpoint-key.ts';
import { decodeFrontier, root } from '../ledger/merkle.ts';
import { recordAct } from '../ledger/store.ts';
import { must, type Principal } from '../principal.ts';
import { encryption, type Lock } from './age.ts';
import { quoted, readMigrations, readSequences, readTables } from './catalogue.ts';
import { writeWhole } from './durable-file.ts';
import { completeErasures } from './erasures.ts';
import { type FrameWriter, frameWriter } from './frames.ts';
import { KeyFiles, type Manifest } from './manifest.ts';
import { BackupRefused } from './refused.ts';

/** Told how far the work is; may throw to stop it. Backup: bytes of tables on disk. Restore: bytes of the file. */
export type Progress = (done: number, total: number | null, note?: string) => Promise<void> | void;

export interface BackupReport {
  file: string;
  /** Size and root of the ledger, signed: to be kept apart from the backup, outside the house. */
  checkpointFile: string;
  bytes: number;
  tables: number;
  rows: number;
  /** Hexadecimal SHA-256 that names the content; `verifyBackup` and `restore` answer the same. */
  digest: string;
  ledger: { size: number; root: string };
}

/**
 * Makes a backup while people go on working. That it was made stands in the ledger, and so in the backup itself.
 * @param who needs `backup.run`, unless it is the house itself (the command line)
 * @param file must not exist yet; `<file>.checkpoint` is written beside it
 * @throws BackupRefused, KingaError (`forbidden`, `weak_passphrase`); nothing is left behind at `file` then
 */
export async function backup(
  source: Pick<Installation, 'db' | 'ownerUrl' | 'dataDir'>,
  who: Principal,
  file: string,
  lock: Lock,
  progress: Progress = () => undefined,
): Promise<BackupReport> {
  if (who.kind !== 'system') must(who, 'backup.run');
  const encrypt = encryption(lock);
  await refuseToOverwrite(file);
  const keys = await readKeyFiles(source.dataDir);
  await completeErasures(source.ownerUrl, source.dataDir);
  const id = randomUUID();
  const openedBy = 'recipients' in lock ? { recipients: [...lock.recipients] } : { passphrase: true };
  // It concerns the whole installation, whichever mission the asker stands in.
  await source.db.write({ ...who, mission: null }, (tx) =>
    recordAct(tx, { verb: 'backup.make', room: 'platform.backup', record: id, content: { openedBy } }),
  );

  return withOwner(source.ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local extra_float_digits = 1; set local bytea_output = 'hex'; set local timezone = 'UTC';
      set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local client_encoding = 'UTF8'`);
    const tables = await readTables(client);
    const manifest: Manifest = {
      id,
      kinga: packageFile.version,
      made: source.db.clock.now().toISOString(),
      migrations: await readMigrations(client),
      ledger: await readLedger(client, keys),
      tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns })),
      sequences: await readSequences(client),
    };
    const frames = frameWriter();
    const told = { rows: 0 };
    const plain = framed(client, frames, manifest, keys, weigher(tables, progress), told);
    const bytes = await writeWhole(file, encrypt(compressed(plain)));
    const checkpointFile = `${file}.checkpoint`;
    await writeWhole(checkpointFile, ReadableStream.from([Buffer.from(manifest.ledger.checkpoint)]));
    const { size, root: hash } = manifest.ledger;
    return {
      file,
      checkpointFile,
      bytes,
      tables: tables.length,
      rows: told.rows,
      digest: frames.digest().toString('hex'),
      ledger: { size, root: hash },
    };
  });
}

async function refuseToOverwrite(file: string): Promise<void> {
  for (const name of [file, `${file}.checkpoint`]) {
    if (await access(name).then(Boolean.bind(null, true), () => false))
      throw new BackupRefused(`${name} exists already. A backup never overwrites a file: give it another name.`);
  }
}

async function readKeyFiles(dataDir: string): Promise<KeyFiles> {
  const folder = path.join(dataDir, 'keys');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.key'));
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return KeyFiles.parse(Object.fromEntries(names.map((name, i) => [name, texts[i]])));
}

async function readLedger(client: pg.ClientBase, keys: KeyFiles): Promise<Manifest['ledger']> {
  const { rows } = await client.query<{ at: Date; frontier: Buffer }>('select at, frontier from platform.ledger_head');
  const head = rows[0];
  if (!head) throw new BackupRefused('There is nothing to back up: this installation has no ledger yet.');
  const frontier = decodeFrontier(head.frontier);
  const hash = root(frontier);
  const key = parseSigningKey(keys['ledger.key'] ?? '');
  const checkpoint = makeCheckpoint({ size: frontier.size, root: hash, at: head.at.toISOString() }, key);
  return { size: frontier.size, root: Buffer.from(hash).toString('base64'), checkpoint };
}

/** Progress over tables of very different size: each counts its bytes on disk, and no more. */
function weigher(tables: readonly { schema: string; name: string; bytes: number }[], progress: Progress) {
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  return {
    copied: (i: number, bytes: number) => {
      const table = tables[i];
      return progress(before + Math.min(bytes, table?.bytes ?? 0), total, table && `${table.schema}.${table.name}`);
    },
    ended: (i: number) => {
      before += tables[i]?.bytes ?? 0;
    },
  };
}

async function* framed(
  client: pg.Client,
  frames: FrameWriter,
  manifest: Manifest,
  keys: KeyFiles,
  weight: ReturnType<typeof weigher>,
  told: { rows: number },
): AsyncGenerator<Buffer> {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  yield frames.magic;
  yield frames.frame('M', json(manifest));
  yield frames.frame('K', json(keys));
  for (const [i, table] of manifest.tables.entries()) {
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
    let [rows, bytes] = [0, 0];
    for await (const chunk of client.query(copyTo(`copy ${quoted(table)} (${columns}) to stdout`))) {
      // In the text format a line break ends a row and stands nowhere else.
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows++;
      yield* frames.data(chunk);
      bytes += chunk.length;
      await weight.copied(i, bytes);
    }
    weight.ended(i);
    told.rows += rows;
    yield frames.frame('T', json({ rows }));
  }
  yield frames.frame('Z', json({ tables: manifest.tables.length, rows: told.rows }));
}

/** A failure before or behind is passed on: `pipeline` destroys what it joins with the error. */
function compressed(plain: AsyncIterable<Buffer>): AsyncIterable<Uint8Array> {
  return pipeline(plain, createZstdCompress(), () => undefined);
}
