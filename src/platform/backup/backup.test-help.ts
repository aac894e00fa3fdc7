/** Backups in tests: folders, keys on disk, tables as text, and files that are tampered with from the inside. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { createZstdDecompress, zstdCompressSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { withOwner } from '../database/server-probe.ts';
import { signingKeyText } from '../ledger/checkpoint-key.ts';
import type { Keys } from '../vault/keys.ts';
import { decrypted, encryption, type Lock, type Unlock } from './age.ts';
import { quoted, readTables } from './catalogue.ts';
import { writeWhole } from './durable-file.ts';
import { type FrameKind, frameWriter, readFrames } from './frames.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that is gone after the test file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinga-backup-'));
  folders.push(folder);
  return folder;
}

/** Puts keys where an installation has them. */
export async function layOutKeys(dataDir: string, keys: Keys): Promise<void> {
  await mkdir(path.join(dataDir, 'keys'), { recursive: true });
  await writeFile(path.join(dataDir, 'keys/installation.key'), `${keys.installation.toString('base64')}\n`);
  await writeFile(path.join(dataDir, 'keys/ledger.key'), `${signingKeyText(keys.ledger)}\n`);
}

/** All rows of all tables as text, in order; of the ledger's tables those up to a line. */
export async function contentOf(url: string, upTo = Number.MAX_SAFE_INTEGER): Promise<Record<string, string[]>> {
  return withOwner(url, async (client) => {
    const content: Record<string, string[]> = {};
    for (const table of await readTables(client)) {
      const ofLedger = ['ledger', 'act', 'commit_point'].includes(table.name);
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${quoted(table)} t ${ofLedger ? `where seq <= ${upTo}` : ''} order by 1`,
      );
      content[`${table.schema}.${table.name}`] = rows.map(({ row }) => row);
    }
    return content;
  });
}

export type Part = [FrameKind, Buffer];

/** Opens a backup, changes its frames, and seals it again with sound digests: what only a holder of the key could do. */
export async function rewrite(
  file: string,
  to: string,
  { unlock, lock }: { unlock: Unlock; lock: Lock },
  change: (parts: Part[]) => Part[],
): Promise<void> {
  const plain = Readable.from(decrypted(file, unlock, () => undefined)).pipe(createZstdDecompress());
  const parts: Part[] = [];
  for await (const { kind, payload } of readFrames(plain)) parts.push([kind, payload]);
  const frames = frameWriter();
  const framed = change(parts).map(([kind, payload]) => frames.frame(kind, payload));
  const packed = zstdCompressSync(Buffer.concat([frames.magic, ...framed]));
  await writeWhole(to, encryption(lock)(ReadableStream.from([packed])));
}
