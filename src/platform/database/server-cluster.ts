import { randomBytes } from 'node:crypto';
import {
  access,
  lchown,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Account } from './server-account.ts';
import { clusterOwner, giveTo, requireReachable, serverAccount } from './server-account.ts';
import type { Binaries } from './server-binaries.ts';
import { runProgram } from './server-process.ts';

/** One database cluster on disk: `data` is PGDATA, `log` the server's logs, both inside `folder`. */
export interface Cluster {
  folder: string;
  data: string;
  log: string;
  /** Holds the owner's password when the server listens on TCP. */
  passwordFile: string;
  account: Account | undefined;
}

export const OWNER = 'kinga_owner';

/** An unfinished cluster older than this was left by a killed run; a live initdb takes seconds. */
const ABANDONED_AFTER_MS = 10 * 60_000;

/** The cluster of a data folder, made or not. Links are resolved, so that one folder has one name. Changes nothing. */
export async function findCluster(dataDir: string): Promise<Cluster> {
  const folder = join(await realpath(dataDir).catch(() => resolve(dataDir)), 'postgres');
  return {
    folder,
    data: join(folder, 'data'),
    log: join(folder, 'log'),
    passwordFile: join(folder, 'password'),
    account: await clusterOwner(folder),
  };
}

/**
 * Makes the folders and, once, the database cluster in them.
 * initdb works in a folder beside `data` and is renamed into place, so a kill at any moment leaves no half cluster.
 * @throws Error with a sentence when a folder cannot be made or reached, or initdb fails.
 */
export async function prepareCluster(dataDir: string, binaries: Binaries, options: InitOptions): Promise<Cluster> {
  // Under root another user must be able to pass through (not read) the data folder.
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const found = await findCluster(dataDir);
  const cluster = { ...found, account: found.account ?? (await serverAccount()) };
  await requireReachable('The data folder', await realpath(dataDir), cluster.account);
  await requireReachable('The program', binaries.pgCtl, cluster.account);
  const made = await mkdir(cluster.log, { recursive: true, mode: 0o700 });
  // A folder that root owns was restored from a backup or left by a start killed before the hand-over.
  if (cluster.account && !found.account) await giveTo(cluster.account, cluster.folder);
  else if (cluster.account && made) await giveTo(cluster.account, made);
  await sweepAbandoned(cluster);
  if (!(await exists(cluster.data))) await initialise(cluster, binaries, options);
  return cluster;
}

export interface InitOptions {
  durable: boolean;
  password: boolean;
}

async function initialise(cluster: Cluster, binaries: Binaries, options: InitOptions): Promise<void> {
  const name = `data.new-${randomBytes(6).toString('hex')}`;
  const unfinished = join(cluster.folder, name);
  if (options.password) await ensurePassword(cluster);
  const login = options.password
    ? ['--auth=scram-sha-256', '--pwfile=password']
    : ['--auth-local=trust', '--auth-host=reject'];
  const { code, output } = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${name}`,
      `--username=${OWNER}`,
      '--encoding=UTF8',
      '--locale=C',
      '--data-checksums',
      ...login,
      ...(options.durable ? [] : ['--no-sync']),
    ],
    { cwd: cluster.folder, account: cluster.account, capture: true },
  );
  if (code !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    throw new Error(`The database could not be made in ${cluster.folder}: ${output || `initdb ended with ${code}`}`);
  }
  try {
    await rename(unfinished, cluster.data);
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was first; its cluster is as good as ours.
    if (!(await exists(cluster.data))) throw cause;
  }
}

/** Two first starts at once must agree on one password, so the file appears whole and is never replaced. */
async function ensurePassword(cluster: Cluster): Promise<void> {
  const temporary = await writeAside(cluster, cluster.passwordFile, randomBytes(24).toString('base64url'));
  try {
    await link(temporary, cluster.passwordFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(temporary);
  }
}

/** Replaces a file of the cluster in one step, owned by the server's account. */
export async function writeClusterFile(cluster: Cluster, path: string, text: string): Promise<void> {
  await rename(await writeAside(cluster, path, text), path);
}

async function writeAside(cluster: Cluster, path: string, text: string): Promise<string> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(temporary, text, { flag: 'wx', mode: 0o600 });
  if (cluster.account) await lchown(temporary, cluster.account.uid, cluster.account.gid);
  return temporary;
}

/** The last lines of the server's newest log, for an error message. */
export async function lastLogLines(cluster: Cluster, count = 8): Promise<string> {
  const names = (await readdir(cluster.log).catch(() => [])).filter((name) => name.startsWith('postgresql-'));
  const logs = await Promise.all(
    names.map(async (name) => ({ name, changed: (await stat(join(cluster.log, name))).mtimeMs })),
  );
  const newest = logs.sort((a, b) => b.changed - a.changed)[0];
  if (!newest) return '';
  const text = await readFile(join(cluster.log, newest.name), 'utf8');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

async function sweepAbandoned(cluster: Cluster): Promise<void> {
  for (const name of await readdir(cluster.folder)) {
    if (!name.startsWith('data.new-')) continue;
    const path = join(cluster.folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
