/**
 * The keys that a backup brings: laid out beside those of the data folder, and exchanged with them by renaming when the
 * database has been exchanged. A kill between the two costs nothing: the backup has both, and the restore can be repeated.
 */

import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ReadableStream } from 'node:stream/web';
import { type Keys, openKeys } from '../vault/keys.ts';
import { syncFolder, writeWhole } from './durable-file.ts';
import type { KeyFiles } from './manifest.ts';
import { BackupRefused } from './refused.ts';

export interface StagedKeys {
  keys: Keys;
  /** Puts them in the place of those that are there. */
  install(): Promise<void>;
  /** Removes what was laid out. */
  discard(): Promise<void>;
}

/**
 * @param replace whether other keys that are there may go
 * @throws BackupRefused when other keys are there and must not go
 */
export async function stageKeys(dataDir: string, files: KeyFiles, replace: boolean): Promise<StagedKeys> {
  const place = path.join(dataDir, 'keys');
  const present = await readPresent(place);
  const same = present !== null && Object.entries(files).every(([name, text]) => present[name]?.trim() === text.trim());
  if (present && !same && !replace)
    throw new BackupRefused(
      `${place} holds other keys than the backup's. What they sealed could not be opened any more: say --replace if it may go.`,
    );
  const staging = path.join(dataDir, 'keys-restoring');
  const replaced = path.join(dataDir, 'keys-replaced');
  await rm(staging, { recursive: true, force: true });
  await mkdir(path.join(staging, 'keys'), { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files))
    await writeWhole(path.join(staging, 'keys', name), ReadableStream.from([Buffer.from(text)]));
  const keys = await openKeys(staging);
  const discard = () => rm(staging, { recursive: true, force: true });
  return {
    keys,
    discard,
    async install() {
      if (!same) {
        await rm(replaced, { recursive: true, force: true });
        if (present) await rename(place, replaced);
        await rename(path.join(staging, 'keys'), place);
        await syncFolder(dataDir);
        await rm(replaced, { recursive: true, force: true });
      }
      await discard();
    },
  };
}

/** The key files that are there by name; `null` where there are none. */
async function readPresent(folder: string): Promise<Record<string, string> | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.key'));
  if (names.length === 0) return null;
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
}
