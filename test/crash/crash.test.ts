/** G1 in short; `npm run campaign -- G1` is the long one. */
import { expect, test } from 'vitest';
import { crashCampaign } from './crash.ts';

const CYCLES = 15;

test('what was acknowledged outlives a kill of the server and its database, exactly once', async () => {
  const report = await crashCampaign({ cycles: CYCLES, seed: 1, work: [300, 1_500] });
  expect(report.failures).toEqual([]);
  expect(report.backIn).toHaveLength(CYCLES);
  // A campaign that killed nothing, or killed nobody at work, would prove nothing.
  expect(report.databaseKills).toBeGreaterThan(2);
  expect(report.databaseKills).toBeLessThan(CYCLES - 2);
  expect(report.acknowledged).toBeGreaterThan(CYCLES * 4);
  expect(report.repeated).toBeGreaterThan(CYCLES);
  expect(report.imports.interrupted).toBeGreaterThan(1);
  expect(report.unacknowledged.there + report.unacknowledged.absent).toBeGreaterThan(CYCLES);
}, 600_000);
