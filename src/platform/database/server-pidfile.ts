import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Address } from './server-address.ts';
import { socketFolder } from './server-address.ts';
import type { Cluster } from './server-cluster.ts';
import { SOCKET_PORT } from './server-settings.ts';

/** What `postmaster.pid` says: the server's process and where it listens. */
export interface PidFile {
  pid: number;
  address: Address;
}

/**
 * Reads the text of `postmaster.pid`. Lines: process, data folder, start, port, socket folder, listen address, ...
 * (PostgreSQL, src/include/utils/pidfile.h). The server writes it in steps, so the later lines may be missing.
 */
export function parsePidFile(text: string): PidFile | undefined {
  const [pid, , , port, socketFolder = '', listen = ''] = text.split('\n').map((line) => line.trim());
  const host = socketFolder || listen;
  if (!/^[1-9]\d*$/.test(pid ?? '') || !/^[1-9]\d*$/.test(port ?? '') || host === '') return undefined;
  return { pid: Number(pid), address: { host, port: Number(port) } };
}

export async function readPidFile(cluster: Cluster): Promise<PidFile | undefined> {
  return parsePidFile(await readFile(pidPath(cluster), 'utf8').catch(() => ''));
}

/**
 * Removes `postmaster.pid` and the socket's lock file when the process they name is provably no server of this cluster.
 * PostgreSQL alone sees only that the number is taken and would refuse to start: after a reboot, when another program
 * got the number, and in a container whose first process does not collect the dead. Proof is a dead process still
 * listed, or another working folder than the data folder, which every postmaster enters before it writes these files.
 * Without proof (macOS, Windows, a process we may not look at) nothing is removed and PostgreSQL decides.
 * Orphans of the old server stay a reason to wait: PostgreSQL finds their shared memory by the data folder itself.
 * @param proc the system's process folder
 * @returns whether anything was removed
 */
export async function removeStaleLocks(cluster: Cluster, proc = '/proc'): Promise<boolean> {
  const files = [pidPath(cluster), join(socketFolder(cluster.folder), `.s.PGSQL.${SOCKET_PORT}.lock`)];
  let removed = false;
  for (const file of files) {
    const pid = await firstLine(file);
    if (!/^[1-9]\d*$/.test(pid)) continue;
    if (!(await isZombie(pid, proc)) && !(await worksElsewhere(pid, cluster.data, proc))) continue;
    removed = (await takeAway(file, pid)) || removed;
  }
  return removed;
}

/** Removes a lock file unless it has meanwhile become that of a new server, started by somebody else just now. */
async function takeAway(file: string, pid: string): Promise<boolean> {
  const aside = `${file}.stale-${randomBytes(6).toString('hex')}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return false;
  const stale = (await firstLine(aside)) === pid;
  if (!stale) await link(aside, file);
  await rm(aside);
  return stale;
}

async function firstLine(file: string): Promise<string> {
  return (await readFile(file, 'utf8').catch(() => '')).split('\n')[0]?.trim() ?? '';
}

/** Whether a process is dead and only waits for its parent to take note. */
async function isZombie(pid: string, proc: string): Promise<boolean> {
  return /^State:\s+Z/m.test(await readFile(join(proc, pid, 'status'), 'utf8').catch(() => ''));
}

/** Whether a process surely has another working folder. Compared as the disk knows them: a folder may have many names. */
async function worksElsewhere(pid: string, folder: string, proc: string): Promise<boolean> {
  const working = await stat(join(proc, pid, 'cwd')).catch(() => undefined);
  const expected = await stat(folder);
  return working !== undefined && (working.dev !== expected.dev || working.ino !== expected.ino);
}

function pidPath(cluster: Cluster): string {
  return join(cluster.data, 'postmaster.pid');
}
