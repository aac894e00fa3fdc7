/** The benchmarks run, and tell every figure that they promise. How fast it was is nobody's business here. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bar, barRow, isMet, type Measured, quantile } from '../../bench/bench.ts';
import { bringingIn } from '../../bench/import.ts';
import { questions } from '../../bench/questions.ts';
import { reading } from '../../bench/reading.ts';
import { starting } from '../../bench/start.ts';

const SIZE = 500;
const options = { size: SIZE, seed: 7, folder: '', say: () => undefined };

beforeAll(async () => {
  options.folder = await mkdtemp(path.join(tmpdir(), 'kinga-bench-test-'));
  // Under root the database runs as another user, who must pass through.
  await chmod(options.folder, 0o711);
});
afterAll(() => rm(options.folder, { recursive: true, force: true }));

const measuredAll = ({ bars, tables }: Measured) => {
  expect(bars.filter((bar) => !(bar.value > 0))).toEqual([]);
  for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length);
};

describe('the benchmarks', () => {
  it('start a house and ask it every kind of question', async () => {
    measuredAll(await starting.run(options));
    const measured = await reading.run({ ...options, questions: 60 });
    measuredAll(measured);
    expect(measured.bars.map((bar) => bar.what)).toContain('search, as known on: p95');
  }, 300_000);

  it('bring files in beside COPY of the same rows', async () => {
    const measured = await bringingIn.run(options);
    measuredAll(measured);
    expect(measured.tables[0]?.rows.map((row) => row[1])).toEqual(['500', '100', '100', '500', '500']);
  }, 300_000);
});

describe('what they tell', () => {
  const bar: Bar = { what: 'list: p95', value: 301, atMost: 300, unit: 'ms' };

  it('is met on the right side of the limit only', () => {
    expect([isMet(bar), isMet({ ...bar, value: 300 })]).toEqual([false, true]);
    expect([
      isMet({ what: 'speed', value: 0.4, atLeast: 0.5, unit: '' }),
      isMet({ ...bar, value: Number.NaN }),
    ]).toEqual([false, false]);
    expect(barRow(bar)).toEqual(['list: p95', '301 ms', '≤ 300 ms', '**no**']);
  });

  it('takes quantiles from what was measured', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([quantile(values, 0.5), quantile(values, 0.95), quantile(values, 1), quantile([7], 0.95)]).toEqual([
      50, 95, 100, 7,
    ]);
  });
});

it('asks the same for the same seed, and never twice the same where answers are to be new', () => {
  const world = {
    places: [[-26, -17]] as const,
    names: ['Orlumi'],
    actors: ['Lantern Guard'],
    adm1: ['TM01'],
    records: ['009b930c-e020-4362-827c-903c3fd73ee3'],
    pages: [{ cursor: 'x' }],
    firstDay: Date.parse('2029-01-01'),
    lastDay: Date.parse('2031-01-01'),
    lines: 1000,
  };
  const asked = questions(world, 3, 300, true);
  expect(questions(world, 3, 300, true)).toEqual(asked);
  expect(new Set(asked.map(({ path: address }) => address)).size).toBe(300);
  expect(new Set(asked.map(({ kind }) => kind)).size).toBe(18);
});
