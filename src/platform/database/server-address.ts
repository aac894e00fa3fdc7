import { createHash } from 'node:crypto';
import { lchown, lstat, mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireReachable } from './server-account.ts';
import type { Cluster } from './server-cluster.ts';
import { OWNER } from './server-cluster.ts';
import { SOCKET_PORT } from './server-settings.ts';

/** How to reach a running server: a socket folder (absolute path) or a host name, and a port. */
export interface Address {
  host: string;
  port: number;
}

/** Systems allow 103 to 107 bytes for a socket's whole path. */
const LONGEST_SOCKET_PATH = 100;

/**
 * The folder for the server's socket: in the cluster when its path is short enough,
 * otherwise a folder under the system's temporary folder named by a hash of the cluster's path.
 */
export function socketFolder(clusterFolder: string, temporary: string = tmpdir()): string {
  const name = `kinga-${createHash('sha256').update(clusterFolder).digest('hex').slice(0, 16)}`;
  const fits = (folder: string) => Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH;
  return [join(clusterFolder, 'socket'), join(temporary, name)].find(fits) ?? join('/tmp', name);
}

/**
 * Makes the socket folder, mode 0700 and owned by the server's account.
 * One that exists with other rights is refused: in a shared temporary folder it could be somebody's trap,
 * and whoever can reach the socket can read the database.
 */
export async function makeSocketFolder(cluster: Cluster): Promise<string> {
  const folder = socketFolder(cluster.folder);
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const { account } = cluster;
  // Root's own folder is the one just made, or one left by a start killed before the hand-over.
  if (account && (await lstat(folder)).uid === 0) await lchown(folder, account.uid, account.gid);
  const found = await lstat(folder);
  const owner = account?.uid ?? process.getuid?.();
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new Error(
      `The folder ${folder} for the database's socket is not private: it must be a folder with mode 0700 ` +
        `owned by user number ${owner}. Look what put it there, remove it, and start again.`,
    );
  }
  await requireReachable('The socket folder', folder, account);
  return folder;
}

/** A loopback port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no free loopback port.'));
      });
    });
  });
}

/**
 * The owner's connection URL for the maintenance database `postgres`.
 * A socket goes into the `host` parameter (as libpq and node-postgres read it), which keeps the rest an ordinary
 * URL whose user and path can be exchanged with `new URL`.
 */
export async function ownerUrl(cluster: Cluster, { host, port }: Address): Promise<string> {
  if (host.startsWith('/')) return `postgres://${OWNER}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`;
  const password = (await readFile(cluster.passwordFile, 'utf8')).trim();
  return `postgres://${OWNER}:${encodeURIComponent(password)}@${host}:${port}/postgres`;
}
