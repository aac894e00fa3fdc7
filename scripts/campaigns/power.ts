/**
 * G2: what is acknowledged is on the disk. strace watches PostgreSQL: between the `commit` that a backend receives and the
 * answer it sends, the log was brought to disk. Then the disk is made to fail, and nothing is acknowledged that is not there.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../src/platform/database/database.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { appUrl, type Installation, openInstallation } from '../../src/platform/installation.ts';
import { recordAct } from '../../src/platform/ledger/store.ts';
import { systemPrincipal } from '../../src/platform/principal.ts';
import type { Campaign, Outcome } from './campaign.ts';
import { inFolder } from './folder.ts';
import { unsynced } from './synced.ts';

const house = systemPrincipal('campaign');
/** Writes that are acknowledged before the disk: the watcher must see every one of them. */
const PLANTED = 20;

export const power: Campaign = {
  title: 'power loss',
  size: 10_000,
  unit: 'acknowledgements',
  run: ({ size, say }) => inFolder((folder) => drill(folder, size, say)),
};

async function drill(folder: string, size: number, say: (progress: string) => void): Promise<Outcome> {
  if (spawnSync('strace', ['-V']).status !== 0)
    return { met: false, measured: [['strace', 'is not installed']], failures: ['strace is needed'] };
  const failures: string[] = [];
  const dataDir = path.join(folder, 'data');
  const watched = await watch(dataDir, path.join(folder, 'honest.txt'), size, true);
  say(`${watched.commits} acknowledgements watched, ${watched.early} before the disk`);
  if (watched.commits < size) failures.push(`${watched.commits} of ${size} acknowledgements were seen`);
  if (watched.early > 0) failures.push(`${watched.early} acknowledgements came before the disk`);
  const planted = await watch(dataDir, path.join(folder, 'planted.txt'), PLANTED, false);
  if (planted.early !== PLANTED) failures.push(`of ${PLANTED} planted early ones ${planted.early} were seen`);

  const faults: [string, string][] = [];
  for (const fault of ['fdatasync:error=EIO:when=25+', 'pwrite64:error=ENOSPC:when=200+'] as const) {
    const { acknowledged, lost } = await breakDisk(dataDir, path.join(folder, 'fault.txt'), fault);
    say(`${fault}: ${acknowledged} acknowledged, ${lost} lost`);
    if (lost > 0) failures.push(`${fault}: ${lost} acknowledged lines are not there`);
    faults.push([`${fault}: acknowledged before it failed, lost`, `${acknowledged}, ${lost}`]);
  }
  return {
    met: failures.length === 0,
    measured: [
      ['acknowledgements watched', `${watched.commits}`],
      ['of those before the disk', `${watched.early}`],
      ['planted early ones seen', `${planted.early} of ${PLANTED}`],
      ...faults,
    ],
    failures,
  };
}

/** Writes so many lines through a connection that strace has watched from its beginning. */
async function watch(dataDir: string, trace: string, size: number, durable: boolean) {
  const installation = await openInstallation(dataDir);
  const stop = await attach(dataDir, trace, ['-e', 'trace=recvfrom,sendto,fdatasync,fsync', '-s', '400', '-y']);
  try {
    await write(installation, size, durable);
  } finally {
    await stop();
    await installation.close();
  }
  return unsynced(await readFile(trace, 'utf8'));
}

/** Writes until the disk fails, then looks which of the acknowledged lines are there. */
async function breakDisk(dataDir: string, trace: string, fault: string) {
  const installation = await openInstallation(dataDir);
  const stop = await attach(dataDir, trace, ['-e', `inject=${fault}`, '-e', `trace=${fault.split(':')[0]}`]);
  const acknowledged: number[] = [];
  await write(installation, 2_000, true, (line) => acknowledged.push(line)).catch(() => undefined);
  await stop();
  await installation.revive();
  const { rows } = await withOwner(installation.ownerUrl, (owner) =>
    owner.query<{ n: number }>('select count(*)::int as n from platform.ledger where seq = any ($1)', [acknowledged]),
  );
  await installation.close();
  return { acknowledged: acknowledged.length, lost: acknowledged.length - Number(rows[0]?.n) };
}

async function write(
  { ownerUrl, clock, keys }: Installation,
  size: number,
  durable: boolean,
  acknowledged: (line: number) => void = () => undefined,
): Promise<void> {
  // One connection of its own, made while strace is there: each answer waits for its own line.
  const db = openDatabase({ url: appUrl(ownerUrl), clock, keys, max: 1 });
  try {
    for (let n = 0; n < size; n++) {
      const { first } = await db.write(house, async (tx) => {
        if (!durable) await tx.client.query('set local synchronous_commit = off');
        return recordAct(tx, { verb: 'campaign.line', room: 'test', record: 'x', content: {} });
      });
      acknowledged(first);
    }
  } finally {
    await db.close();
  }
}

/** @returns lets go again */
async function attach(dataDir: string, trace: string, options: string[]): Promise<() => Promise<void>> {
  const pid = (await readFile(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0] ?? '';
  // Checkpointer and log writer live already; what they do to the log counts, too.
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean);
  const targets = [pid, ...children].flatMap((p) => ['-p', p]);
  const strace = spawn('strace', ['-f', '-ttt', '-o', trace, ...options, ...targets], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  strace.stderr.resume();
  await once(strace.stderr, 'data');
  await sleep(500);
  return async () => {
    strace.kill('SIGINT');
    if (strace.exitCode === null) await once(strace, 'exit');
  };
}
