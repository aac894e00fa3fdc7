/** Files that are there whole or not at all, whatever happens to the power. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Writes a file beside its place, readable by its owner alone, brings it to disk and moves it in. @returns its bytes */
export async function writeWhole(file: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const unfinished = `${file}.part-${randomBytes(6).toString('hex')}`;
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    const sink = handle.createWriteStream({ flush: true });
    await pipeline(content, sink);
    await rename(unfinished, file);
    await syncFolder(path.dirname(file));
    return sink.bytesWritten;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Brings a folder's names to disk. Windows has no such thing, and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
