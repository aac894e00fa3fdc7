/** The command as people run it, in a process that is killed. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ClockSetting } from '../platform/clock.ts';
import { adoptEmbedded } from '../platform/database/server.ts';
import { withOwner } from '../platform/database/server-probe.ts';
import { isUnfinishedDemo, noteFinished, noteUnfinished } from './unfinished-demo.ts';

const KINGA = fileURLToPath(new URL('./kinga.ts', import.meta.url));
const env = { ...process.env, DATABASE_URL: '' };
const SLOW = 120_000;

let dataDir: string;
let making: ChildProcess | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'kinga-demo-'));
  // Under root PostgreSQL runs as another user, who must pass through.
  await chmod(dataDir, 0o711);
});
afterEach(async () => {
  making?.kill('SIGKILL');
  await (await adoptEmbedded(dataDir))?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const demo = (incidents: number, ...args: string[]) => [
  ...[KINGA, 'demo', '--incidents', String(incidents), '--data', dataDir, '--json', ...args],
];
const ask = async <R>(query: string): Promise<R | undefined> => {
  const server = await adoptEmbedded(dataDir);
  if (!server) return undefined;
  const url = Object.assign(new URL(server.ownerUrl), { pathname: '/kinga' }).toString();
  const { rows } = await withOwner(url, (owner) => owner.query<{ answer: R }>(query)).catch(() => ({ rows: [] }));
  return rows[0]?.answer;
};

it('a demonstration that was ended halfway is made anew, and nothing else is touched', { timeout: SLOW }, async () => {
  await writeFile(path.join(dataDir, 'mine.txt'), 'kept');
  making = spawn(process.execPath, demo(5_000), { env, stdio: 'ignore' });
  await expect.poll(() => ask('select count(*) > 0 as answer from incidents.core'), { timeout: SLOW }).toBe(true);

  const meanwhile = await promisify(execFile)(process.execPath, demo(100), { env }).catch((error) => error);
  expect(meanwhile.stderr).toContain('Another process is at work in');

  making.kill('SIGKILL');
  await once(making, 'exit');
  // Until PostgreSQL has seen that its client is gone.
  await sleep(1_000);
  await promisify(execFile)(process.execPath, demo(100), { env });
  expect(await readFile(path.join(dataDir, 'mine.txt'), 'utf8')).toBe('kept');
  const again = await promisify(execFile)(process.execPath, demo(100), { env });
  expect(JSON.parse(again.stdout)).toMatchObject({ mission: 'tamrin' });
  const told = await promisify(execFile)(process.execPath, [KINGA, 'verify', '--data', dataDir, '--json'], { env });
  expect(JSON.parse(told.stdout)).toMatchObject({ findings: [] });
});

it('what may be somebody’s work is no such demonstration', async () => {
  const simulated: ClockSetting = {
    kind: 'simulated',
    real: '2026-01-01T00:00:00Z',
    simulated: '2031-03-01T00:00:00Z',
  };
  const told = (clockSetting: ClockSetting, ...slugs: string[]) =>
    isUnfinishedDemo(
      { dataDir, clockSetting },
      slugs.map((slug) => ({ slug })),
    );
  expect(told(simulated, 'tamrin')).toBe(false);
  await noteUnfinished({ dataDir });
  expect(told(simulated, 'tamrin')).toBe(true);
  expect(told({ kind: 'system' }, 'tamrin')).toBe(false);
  expect(told(simulated, 'tamrin', 'north')).toBe(false);
  await noteFinished({ dataDir });
  expect(told(simulated, 'tamrin')).toBe(false);
});
