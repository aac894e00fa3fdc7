import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { openLog, turnOver } from './log.ts';

it('a log is its owner’s alone, one object a line, and begins anew when it has grown large', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinga-log-'));
  const file = path.join(folder, 'log', 'kinga.log');
  openLog('info', file).info('a word');
  await vi.waitFor(async () => expect(JSON.parse(await readFile(file, 'utf8')).msg).toBe('a word'));
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect([turnOver(file), turnOver(file, 10), turnOver(file, 10)]).toEqual([false, true, false]);
  expect(await readFile(`${file}.before`, 'utf8')).toContain('a word');
  await rm(folder, { recursive: true });
});

it('a log that cannot be written ends nobody', async () => {
  // A device that is always full.
  const log = openLog('info', '/dev/full');
  for (let i = 0; i < 100; i++) log.info('a word');
  await new Promise((resolve) => setTimeout(resolve, 200));
  log.info('still here');
  const folder = await mkdtemp(path.join(tmpdir(), 'kinga-log-'));
  await writeFile(path.join(folder, 'file'), '');
  expect(turnOver(path.join(folder, 'file', 'log'))).toBe(false);
  await rm(folder, { recursive: true });
});
