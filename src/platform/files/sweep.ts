/** Files that wait for somebody: uploads for their import, refused rows for whoever brought them. They do not wait for ever. */
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const HOUR = 3_600_000;

/** Removes a folder's files that nobody touched for so long, such as those a crash left. @returns how many */
export async function sweep(folder: string, olderThan: number, now = Date.now()): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const removed = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const found = await stat(file).catch(() => null);
      if (!found?.isFile() || now - found.mtimeMs < olderThan) return false;
      await rm(file, { force: true });
      return true;
    }),
  );
  return removed.filter(Boolean).length;
}

/** Sweeps every hour; not at once, as work that waited through a stop of the house still needs its files. */
export function sweepHourly(folders: Readonly<Record<string, number>>): { stop(): void } {
  const timer = setInterval(() => {
    for (const [folder, olderThan] of Object.entries(folders)) sweep(folder, olderThan).catch(() => undefined);
  }, HOUR);
  return { stop: () => clearInterval(timer) };
}
