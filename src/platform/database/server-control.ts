import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { freePort, makeSocketFolder } from './server-address.ts';
import type { Binaries } from './server-binaries.ts';
import type { Cluster } from './server-cluster.ts';
import { writeClusterFile } from './server-cluster.ts';
import { probe, withOwner } from './server-probe.ts';
import { runProgram } from './server-process.ts';
import { serverSettings } from './server-settings.ts';

/** How long `stopUnused` waits for connections closed a moment ago to leave the server's list. */
const LEAVING_MS = 1_000;

/**
 * Tries one start.
 * @returns undefined when the server we launched accepts connections, otherwise what it complained about
 */
export async function launch(
  cluster: Cluster,
  binaries: Binaries,
  transport: 'socket' | 'tcp',
  durable: boolean,
): Promise<string | undefined> {
  const listening =
    transport === 'tcp' ? { port: await freePort() } : { socketFolder: await makeSocketFolder(cluster) };
  await writeClusterFile(cluster, join(cluster.data, 'postgresql.conf'), serverSettings(listening, durable));
  // What the server says before its log collector runs; a file of our own, as others may be starting it too.
  const words = `start-${randomBytes(6).toString('hex')}.txt`;
  // pg_ctl gives the server a session of its own, so neither our death nor Ctrl+C in our terminal reaches it.
  const args = ['start', '--wait', '--timeout=30', '--silent', '--pgdata=data', `--log=log/${words}`];
  const { code } = await runProgram(binaries.pgCtl, args, {
    cwd: cluster.folder,
    account: cluster.account,
    capture: false,
  });
  const complaint = await readFile(join(cluster.log, words), 'utf8').catch(() => '');
  // Windows does not remove a file that the running server still has open.
  await rm(join(cluster.log, words), { force: true }).catch(() => undefined);
  return code === 0 ? undefined : complaint.trim();
}

/** Stops the cluster's server, in order, unless it is gone already or a client other than us is connected. */
export async function stopUnused(cluster: Cluster, binaries: Binaries, ownerUrl: string): Promise<void> {
  if ((await probe(cluster)).state !== 'ready') return;
  if (await withOwner(ownerUrl, othersConnected)) return;
  const args = ['stop', '--mode=fast', '--wait', '--timeout=60', '--pgdata=data'];
  const { code, output } = await runProgram(binaries.pgCtl, args, {
    cwd: cluster.folder,
    account: cluster.account,
    capture: true,
  });
  if (code === 0 || (await probe(cluster)).state === 'absent') return;
  throw new Error(`PostgreSQL on ${cluster.data} did not stop: ${output}`);
}

/** Whether a client other than the asking one stays connected; a closed connection takes a moment to leave. */
async function othersConnected(client: pg.Client): Promise<boolean> {
  for (const until = Date.now() + LEAVING_MS; ; await sleep(25)) {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    if (rowCount === 0) return false;
    if (Date.now() > until) return true;
  }
}
