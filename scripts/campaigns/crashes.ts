/** G1: the server and its database are killed while programs record and files are imported. */
import { crashCampaign } from '../../test/crash/crash.ts';
import type { Campaign } from './campaign.ts';

const ACKNOWLEDGED_PER_CYCLE = 200;
const BACK_IN_MS = 5_000;

export const crashes: Campaign = {
  title: 'kill -9 under load',
  size: 500,
  unit: 'kills',
  async run({ size, seed, say }) {
    const { acknowledged, backIn, databaseKills, failures, imports, repeated, unacknowledged } = await crashCampaign({
      ...{ cycles: size, seed, log: say },
      work: [500, 7_500],
    });
    const sorted = backIn.toSorted((a, b) => a - b);
    const slowest = Math.round(sorted.at(-1) ?? 0);
    const wanted = size * ACKNOWLEDGED_PER_CYCLE;
    const late = slowest > BACK_IN_MS ? [`back only after ${slowest} ms`] : [];
    const few = acknowledged < wanted ? [`only ${acknowledged} records were acknowledged`] : [];
    return {
      met: failures.length + late.length + few.length === 0,
      measured: [
        ['kills of the server, of those with its database', `${size}, ${databaseKills}`],
        ['records acknowledged', `${acknowledged} (aim ≥ ${wanted})`],
        ['acknowledged and lost, changed or doubled', `${failures.length}`],
        ['sent again after they were acknowledged, and answered as before', `${repeated}`],
        ['never acknowledged: wholly there, wholly absent', `${unacknowledged.there}, ${unacknowledged.absent}`],
        ['imported files, their rows', `${imports.files}, ${imports.rows}`],
        ['kills that met an import before its end', `${imports.interrupted}`],
        [
          'back in: half of the times, at most',
          `${Math.round(sorted[sorted.length >> 1] ?? 0)} ms, ${slowest} ms (aim ≤ ${BACK_IN_MS} ms)`,
        ],
      ],
      failures: [...failures, ...late, ...few],
    };
  },
};
