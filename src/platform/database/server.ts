import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from './server-address.ts';
import { ownerUrl } from './server-address.ts';
import type { Binaries } from './server-binaries.ts';
import { locateBinaries } from './server-binaries.ts';
import type { Cluster } from './server-cluster.ts';
import { findCluster, lastLogLines, prepareCluster } from './server-cluster.ts';
import { launch, stopUnused } from './server-control.ts';
import { removeStaleLocks } from './server-pidfile.ts';
import { probe } from './server-probe.ts';

/** A running PostgreSQL server of Kinga's own. It outlives this process; `stop` ends it. */
export interface EmbeddedServer {
  /** The folder of the server's socket, or `127.0.0.1` on Windows. */
  host: string;
  port: number;
  /** Connects as the superuser `kinga_owner` to the database `postgres`. */
  ownerUrl: string;
  /** False when a server was already running on the data folder and was adopted. */
  startedByUs: boolean;
  /**
   * Stops the server unless another client is connected: close your own pools first.
   * Whoever leaves last stops it, started or adopted. May be called again; does nothing when the server is gone.
   */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** False gives up crash safety for speed. For tests only: a power cut may then destroy the data. */
  durable?: boolean;
  /** `tcp` listens on a loopback port with a password instead of a socket: the way of Windows. */
  transport?: 'socket' | 'tcp';
}

/** How long a start is tried again while processes of a killed server still hold its lock or memory. */
const RETRY_MS = 20_000;
/** How long a server may replay its log after a crash before we give up waiting. */
const RECOVERY_MS = 10 * 60_000;

/** What PostgreSQL says (lc_messages is C) when another server, or what is left of one, is in the way for now. */
const IN_THE_WAY = /lock file|shared memory|another postmaster|address already in use/i;

/**
 * Starts PostgreSQL on `<dataDir>/postgres`, making the cluster on first use, or adopts the server already running.
 * Two processes may call it at once: they get the same server. A start that overlaps somebody's `stop` may adopt a
 * server in its last moment; the first connection then fails and the start can be repeated.
 * @param log receives sentences about waits and repairs, for the operator
 * @throws Error with a sentence for a person, and the server's last log lines when it did not start
 */
export async function startEmbedded(
  dataDir: string,
  log: (message: string) => void = () => undefined,
  options: StartOptions = {},
): Promise<EmbeddedServer> {
  const running = await adoptEmbedded(dataDir);
  if (running) return running;
  const { durable = true, transport = process.platform === 'win32' ? 'tcp' : 'socket' } = options;
  const binaries = await locateBinaries();
  const cluster = await prepareCluster(dataDir, binaries, { durable, password: transport === 'tcp' });

  const begun = Date.now();
  let retryUntil = begun + RETRY_MS;
  let startedByUs = false;
  let report = '';
  let said = '';
  const say = (message: string) => {
    if (message !== said) log(message);
    said = message;
  };
  for (let wait = 50; ; wait = Math.min(wait * 2, 2_000)) {
    const found = await probe(cluster);
    if (found.state === 'ready') return embedded(cluster, binaries, found.address, startedByUs);
    if (found.state === 'busy') {
      say('PostgreSQL is starting or stopping; after a crash it first restores what was saved. Waiting for it.');
      // Recovery is progress, not failure: the patience for leftovers begins anew after it.
      retryUntil = Math.min(Date.now() + RETRY_MS, begun + RECOVERY_MS);
    } else {
      if (await removeStaleLocks(cluster)) say('Removed the lock files of a PostgreSQL server that is dead.');
      const complaint = await launch(cluster, binaries, transport, durable);
      startedByUs = complaint === undefined;
      if (complaint === undefined) continue;
      report = [complaint, await lastLogLines(cluster)].filter(Boolean).join('\n');
      if (!IN_THE_WAY.test(report) && (await probe(cluster)).state === 'absent') break;
      say('Another PostgreSQL process still holds this data folder. Trying again.');
    }
    if (Date.now() > retryUntil) break;
    await sleep(wait);
  }
  report ||= await lastLogLines(cluster);
  throw new Error(
    `PostgreSQL did not start on ${cluster.data}. What it said last (its log is in ${cluster.log}):\n${report}`,
  );
}

/** The server already running on a data folder, if there is one; never starts or changes anything. */
export async function adoptEmbedded(dataDir: string): Promise<EmbeddedServer | undefined> {
  const cluster = await findCluster(dataDir);
  const found = await probe(cluster);
  return found.state === 'ready' ? embedded(cluster, await locateBinaries(), found.address, false) : undefined;
}

async function embedded(
  cluster: Cluster,
  binaries: Binaries,
  address: Address,
  startedByUs: boolean,
): Promise<EmbeddedServer> {
  const url = await ownerUrl(cluster, address);
  return { ...address, ownerUrl: url, startedByUs, stop: () => stopUnused(cluster, binaries, url) };
}
