/** G3: what is written offline arrives exactly once, over a bad line; and so does what is sent 32 times at once. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../src/platform/database/migrate.ts';
import { startEmbedded } from '../../src/platform/database/server.ts';
import { appUrl } from '../../src/platform/installation.ts';
import { identicalAtOnce } from '../../test/flows/at-once.ts';
import { histories } from '../../test/flows/histories.ts';
import { testHouse } from '../../test/support/house.ts';
import type { TestDatabase } from '../../test/support/postgres.ts';
import { incidentsOf, served } from '../../test/support/served.ts';
import type { Campaign } from './campaign.ts';

/** One round of 32 at once for so many histories. */
const HISTORIES_PER_ROUND = 10;

export const offline: Campaign = {
  title: 'exactly once',
  size: 10_000,
  unit: 'offline histories',
  run: ({ size, seed, say }) =>
    withDatabase(async (database) => {
      const rounds = Math.ceil(size / HISTORIES_PER_ROUND);
      const house = await testHouse(undefined, database);
      const server = await served(house, incidentsOf(house));
      const duty = await server.as(await house.member(['duty_officer'], { level: 'confidential' }));
      const crowded = await identicalAtOnce(duty, rounds, say);
      await server.close();
      const { divergences, operations, requests, restarts } = await histories({ count: size, seed, house, say });
      await house.close();
      return {
        met: crowded.length + divergences.length === 0,
        measured: [
          ['operations written offline by 1 to 5 clients', `${operations}`],
          ['requests it took', `${requests}`],
          ['restarts of the server in the middle', `${restarts}`],
          ['histories that diverged', `${divergences.length}`],
          ['rounds of 32 identical submissions at once', `${rounds}`],
          ['rounds that were not one row with 32 told success', `${crowded.length}`],
        ],
        failures: [...crowded, ...divergences],
      };
    }),
};

/** A database in a folder of its own. What is tried is not the disk: it need not survive a power cut. */
async function withDatabase<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinga-campaign-'));
  // Under root the server runs as another user, who must pass through.
  await chmod(folder, 0o711);
  const server = await startEmbedded(folder, undefined, { durable: false });
  try {
    await migrate(server.ownerUrl);
    const { ownerUrl } = server;
    return await work({ ownerUrl, appUrl: appUrl(ownerUrl), drop: async () => undefined });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
