import { expect, it } from 'vitest';
import { fuzzFiles } from './files.fuzz.ts';

it('reads 1,000 injured files of each kind without a crash, a hang, or a changed text', {
  timeout: 120_000,
}, async () => {
  const report = await fuzzFiles({ inputs: 1000, seed: 20_260_101 });
  expect(report.failures).toEqual([]);
  expect(report.inputs).toBe(8000);
  expect(report.grownMb).toBeLessThanOrEqual(150);
});
