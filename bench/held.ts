/** What is measured is a house at work: large missions are then in the server's memory, which reads them in after a first question. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Missions with fewer records are not held in memory (`src/incidents/store/memory`). */
const HELD_FROM = 20_000;

/**
 * To be called before the server starts.
 * @returns waits, after a first question, until the server's log says that it answers from memory: the seconds it took, or
 * `null` where it does not hold so few
 */
export async function heldByServer(dataDir: string, size: number): Promise<() => Promise<number | null>> {
  const log = path.join(dataDir, 'log', 'kinga.log');
  const from = await stat(log).then(
    ({ size: bytes }) => bytes,
    () => 0,
  );
  return async () => {
    if (size < HELD_FROM) return null;
    for (;;) {
      const lines = (await readFile(log, 'utf8')).slice(from).split('\n');
      if (lines.some((line) => line.includes('by the database alone')))
        throw new Error('The server could not read the mission into its memory.');
      const line = lines.find((one) => one.includes('answered from memory'));
      if (line) return (JSON.parse(line) as { ms: number }).ms / 1000;
      await sleep(500);
    }
  };
}

/** For the results. */
export const heldNote = (seconds: string): string =>
  `Asked when the server had read what sums and maps are made of into its memory, ${seconds} s after the first question; until then the database answers.`;
