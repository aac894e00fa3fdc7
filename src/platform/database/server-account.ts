import { execFile } from 'node:child_process';
import { lchown, lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The system user the server runs as when Kinga itself runs as root. */
export interface Account {
  uid: number;
  gid: number;
}

const run = promisify(execFile);

async function lookUp(user: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/**
 * The owner of an existing cluster folder, whom its server must run as when we are root. A folder used as an ordinary
 * user thereby stays usable by that user after root has started it once. Undefined for root's own or no folder.
 */
export async function clusterOwner(clusterFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterFolder).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

/**
 * The account for a new cluster: undefined unless we are root, because PostgreSQL refuses only root.
 * The user `kinga`, else `postgres`, else a new system user `kinga`.
 * @throws Error with a sentence when no such user exists and none can be made.
 */
export async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = (await lookUp('kinga')) ?? (await lookUp('postgres'));
  if (existing) return existing;
  const failure = await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'kinga',
  ])
    .then(() => undefined)
    .catch((cause: Error) => cause);
  const made = await lookUp('kinga');
  if (made) return made;
  throw new Error(
    'PostgreSQL refuses to run as root, and the system user "kinga" could not be made' +
      `${failure ? ` (${failure.message.trim()})` : ''}. Start Kinga as an ordinary user, or make a user named kinga.`,
    { cause: failure },
  );
}

/**
 * The outermost folder on the way to `path` (itself included) that the account may not enter.
 * Judged by owner, group and mode; access lists are not read.
 */
export async function firstClosedFolder(path: string, account: Account): Promise<string | undefined> {
  const parent = dirname(path);
  if (parent !== path) {
    const closed = await firstClosedFolder(parent, account);
    if (closed) return closed;
  }
  const { uid, gid, mode } = await stat(path);
  const enter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return mode & enter ? undefined : path;
}

/**
 * Checks that the account can reach a folder. We never loosen the permissions of folders that are not ours.
 * @param what the folder's part in a sentence, for example "The data folder"
 * @throws Error naming the closed folder and the two ways out.
 */
export async function requireReachable(what: string, path: string, account: Account | undefined): Promise<void> {
  if (!account) return;
  const closed = await firstClosedFolder(path, account);
  if (!closed) return;
  throw new Error(
    `${what} ${path} cannot be used: PostgreSQL refuses to run as root, so Kinga runs it as the system user ` +
      `with number ${account.uid}, and that user may not enter ${closed}. ` +
      `Choose a place outside ${closed}, or let others pass through it: chmod o+x '${closed}'`,
  );
}

/**
 * Gives a folder and all in it to the account, the folder itself last: a killed run is simply repeated.
 * Files that vanish meanwhile belong to another start at work in the same folder.
 */
export async function giveTo(account: Account, path: string): Promise<void> {
  try {
    if ((await lstat(path)).isDirectory()) {
      for (const name of await readdir(path)) await giveTo(account, join(path, name));
    }
    await lchown(path, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
