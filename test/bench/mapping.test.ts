/** The layouts that the mapping wizard was built with are read as meant, whatever the rows; the held-out ones are only counted. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELD_OUT } from '../../bench/logs/held-out.ts';
import { PRACTICE } from '../../bench/logs/practice.ts';
import { mappingGuess, scoresOf } from '../../bench/mapping.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-logs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('invented logs', () => {
  it.each([7, 8, 9])('are read as meant where the guessing was built with them (seed %i)', async (seed) => {
    const scores = await scoresOf(PRACTICE, folder, seed);
    expect(scores.flatMap(({ layout, wrong }) => wrong.map((column) => ({ log: layout.name, ...column })))).toEqual([]);
  });

  it('that were held out are counted column by column', async () => {
    const { bars, tables } = await mappingGuess.run({ size: 1, seed: 7, folder, say: () => undefined });
    const columns = HELD_OUT.reduce((sum, layout) => sum + layout.columns.length, 0);
    expect(tables[0]?.rows[0]?.slice(0, 2)).toEqual([`${HELD_OUT.length} held out`, String(columns)]);
    for (const bar of bars) expect(bar.value).toBeLessThanOrEqual(100);
    expect(HELD_OUT.length + PRACTICE.length).toBeGreaterThan(12);
  });
});
