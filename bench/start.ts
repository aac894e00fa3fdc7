/** Cold start: from the command to the first answer of `/health` on a folder that is there, beside PostgreSQL alone. */
import { startEmbedded } from '../src/platform/database/server.ts';
import { startServer } from '../test/support/real-server.ts';
import { type Bench, figure, quantile } from './bench.ts';
import { tamrinOf } from './mission.ts';

const TIMES = 5;

export const starting: Bench = {
  title: 'Starting on an existing folder',
  sized: true,
  async run({ size, seed, folder, say }) {
    const { dataDir } = await tamrinOf(folder, size, seed, say);
    const [kinga, alone]: [number[], number[]] = [[], []];
    for (let i = 0; i < TIMES; i++) {
      const server = await startServer(dataDir);
      kinga.push(server.startedIn);
      await server.stop();
      const begun = performance.now();
      const database = await startEmbedded(dataDir);
      alone.push(performance.now() - begun);
      await database.stop();
    }
    const [middle, bare] = [quantile(kinga, 0.5), quantile(alone, 0.5)];
    return {
      bars: [{ what: `slowest of ${TIMES} starts`, value: Math.max(...kinga) / 1000, atMost: 3, unit: 's' }],
      tables: [
        {
          head: ['start', 'middle', 'slowest', 'beside PostgreSQL alone'],
          rows: [
            [
              'Kinga, until it answers',
              `${figure(middle)} ms`,
              `${figure(Math.max(...kinga))} ms`,
              `${figure(middle / bare)} ×`,
            ],
            ['PostgreSQL alone, until it answers', `${figure(bare)} ms`, `${figure(Math.max(...alone))} ms`, '1 ×'],
          ],
        },
      ],
      notes: ['Stopped cleanly before each start; the files may still be in the memory of the system.'],
    };
  },
};
