import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const NAMES = ['KINGA_TEST_ONE', 'KINGA_TEST_TWO', 'KINGA_TEST_EMPTY'];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-settings-'));
});
afterEach(async () => {
  for (const name of NAMES) delete process.env[name];
  await rm(folder, { recursive: true });
});

it('settings come from .env, and the environment wins', async () => {
  process.env.KINGA_TEST_TWO = 'of the environment';
  const file = path.join(folder, '.env');
  await writeFile(file, '# a word\nKINGA_TEST_ONE="with spaces"\nKINGA_TEST_TWO=of the file\nKINGA_TEST_EMPTY=\n', {
    mode: 0o600,
  });
  const said: string[] = [];
  readSettings((sentence) => said.push(sentence), folder);
  expect(NAMES.map((name) => process.env[name])).toEqual(['with spaces', 'of the environment', '']);
  expect(said).toEqual([]);
  await chmod(file, 0o644);
  readSettings((sentence) => said.push(sentence), folder);
  expect(said).toEqual([expect.stringContaining(`chmod 600 '${file}'`)]);
});

it('without .env nothing is said and nothing set', () => {
  const said: string[] = [];
  readSettings((sentence) => said.push(sentence), folder);
  expect([said, process.env.KINGA_TEST_ONE]).toEqual([[], undefined]);
});
