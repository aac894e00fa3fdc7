/** How much room the data folder's disk has left. A full disk stops everything, so it is said long before. */
import { statfs } from 'node:fs/promises';
import type { Logger } from 'pino';

const GIB = 1024 ** 3;
/** Below this nothing large is taken in any more: what is left is kept for the database. */
const FULL = 0.25 * GIB;
const LEAST = GIB;
const MOST = 10 * GIB;
const SHARE = 0.05;
const HOUR = 3_600_000;

export interface DiskSpace {
  /** Bytes that Kinga's user may still write. */
  free: number;
  state: 'enough' | 'low' | 'full';
}

/** Low is a twentieth of the disk, but at least one and at most ten gibibytes. */
export function judgeSpace(free: number, size: number): DiskSpace {
  const low = Math.min(MOST, Math.max(LEAST, SHARE * size));
  return { free, state: free < FULL ? 'full' : free < low ? 'low' : 'enough' };
}

export async function diskSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return judgeSpace(bavail * bsize, blocks * bsize);
}

/** A sentence for the operator, or `null` where there is enough. */
export const spaceWarning = (folder: string, { free, state }: DiskSpace): string | null =>
  state === 'enough'
    ? null
    : `The disk of ${folder} is ${state === 'full' ? 'full' : 'running full'}: ${(free / GIB).toFixed(1)} GiB are left. Make room, or Kinga will stop taking anything in.`;

/** Says it in the log, now and every hour for as long as it is so. */
export function watchSpace(folder: string, log: Logger): { stop(): void } {
  const look = async () => {
    const warning = spaceWarning(folder, await diskSpace(folder));
    if (warning) log.warn(warning);
  };
  const quietly = () => {
    look().catch(() => log.warn('the disk could not be looked at'));
  };
  quietly();
  const timer = setInterval(quietly, HOUR);
  return { stop: () => clearInterval(timer) };
}
