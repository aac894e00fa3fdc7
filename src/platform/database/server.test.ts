import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { adoptEmbedded, type EmbeddedServer, type StartOptions, startEmbedded } from './server.ts';
import { giveTo } from './server-account.ts';
import { withOwner } from './server-probe.ts';

const asRoot = process.getuid?.() === 0;
const unsafe: StartOptions = { durable: false };
const folders: string[] = [];
const servers: string[] = [];
const children: ChildProcess[] = [];

async function newFolder(...inner: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kinga-server-'));
  await chmod(folder, 0o711);
  const dataDir = join(folder, ...inner);
  folders.push(folder);
  servers.push(dataDir);
  return dataDir;
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const dataDir of servers.splice(0)) await (await adoptEmbedded(dataDir))?.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function postmaster(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

/** A dead process may stay listed until the system's first process collects it. */
async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !/^State:\s+Z/m.test(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''));
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5);
}

async function query(server: EmbeddedServer, sql: string): Promise<unknown[]> {
  return withOwner(server.ownerUrl, async (owner) => (await owner.query(sql)).rows);
}

/** A Node process that starts the server, says so, and stays. */
function starter(dataDir: string): ChildProcess {
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('server.ts', import.meta.url).href)});
    const server = await startEmbedded(${JSON.stringify(dataDir)}, undefined, { durable: false });
    console.log(JSON.stringify(server));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function started(child: ChildProcess): Promise<EmbeddedServer> {
  if (!child.stdout) throw new Error('The child has no output.');
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return JSON.parse(said.toString('utf8')) as EmbeddedServer;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

describe('an ordinary life', () => {
  test('starts, is adopted by a second start, and stops only when nobody else is connected', async () => {
    const dataDir = await newFolder();
    const first = await startEmbedded(dataDir);
    const pid = await postmaster(dataDir);
    const second = await startEmbedded(dataDir);
    expect([first.startedByUs, second.startedByUs]).toEqual([true, false]);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await postmaster(dataDir)).toBe(pid);

    await withOwner(second.ownerUrl, async () => {
      await first.stop();
      expect(await isRunning(pid)).toBe(true);
    });
    await second.stop();
    expect(await isRunning(pid)).toBe(false);
    expect(await readdir(join(dataDir, 'postgres/socket'))).toEqual([]);
    await first.stop();
    expect(await adoptEmbedded(dataDir)).toBeUndefined();
  });

  test('has the character set, order, checks and durability we promise', async () => {
    const server = await startEmbedded(await newFolder());
    const names = ['server_encoding', 'data_checksums', 'fsync', 'synchronous_commit', 'listen_addresses'];
    const [settings] = await query(
      server,
      `select ${names.map((n) => `current_setting('${n}') as ${n}`)}, datcollate from pg_database where datname = 'template1'`,
    );
    expect(settings).toEqual({
      server_encoding: 'UTF8',
      data_checksums: 'on',
      fsync: 'on',
      synchronous_commit: 'on',
      listen_addresses: '',
      datcollate: 'C',
    });
  });

  test('keeps what people wrote out of its log', async () => {
    const dataDir = await newFolder();
    const server = await startEmbedded(dataDir, undefined, unsafe);
    await query(server, 'create table source (name text primary key, age int)');
    await withOwner(server.ownerUrl, async (owner) => {
      await owner.query("insert into source values ('Amina-7431', 1)");
      await expect(owner.query("insert into source values ('Amina-7431', 1)")).rejects.toThrow('duplicate');
      await expect(owner.query('insert into source values ($1, $2)', ['x', 'Amina-7431'])).rejects.toThrow('integer');
      await owner.query("do $$ begin raise log 'the log works'; end $$");
    });
    await server.stop();
    const log = join(dataDir, 'postgres/log');
    const texts = await Promise.all((await readdir(log)).map((name) => readFile(join(log, name), 'utf8')));
    expect(texts.join()).toContain('the log works');
    expect(texts.join()).not.toContain('Amina');
  });

  test('works in a folder whose path is too long for a socket, and has quotes and spaces', async () => {
    const dataDir = await newFolder(`o'brien "$HOME" دار `, 'x'.repeat(100));
    const server = await startEmbedded(dataDir, undefined, unsafe);
    expect(server.host.startsWith(dataDir)).toBe(false);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    await rm(server.host, { recursive: true });
  });

  test('over TCP asks for the password (the way of Windows)', async () => {
    const server = await startEmbedded(await newFolder(), undefined, { durable: false, transport: 'tcp' });
    expect(server.host).toBe('127.0.0.1');
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    const wrong = new URL(server.ownerUrl);
    wrong.password = 'guess';
    await expect(withOwner(wrong.href, async () => undefined)).rejects.toThrow('password authentication failed');
  });
});

describe('after a crash', () => {
  test('kill -9 of the server: starts again once its orphans are gone, with every committed row', async () => {
    const dataDir = await newFolder();
    const killed = await startEmbedded(dataDir);
    await query(killed, 'create table kept as select 42 as answer');
    await withOwner(killed.ownerUrl, async (owner) => {
      const [orphan] = (await owner.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
      if (!orphan) throw new Error('The backend has no number.');
      // A stopped backend cannot notice that its postmaster died and goes on holding the shared memory.
      process.kill(orphan.pid, 'SIGSTOP');
      process.kill(await postmaster(dataDir), 'SIGKILL');
      const said: string[] = [];
      const starting = startEmbedded(dataDir, (message) => said.push(message));
      await until(() => said.some((message) => message.includes('still holds this data folder')));
      process.kill(orphan.pid, 'SIGKILL');
      const server = await starting;
      expect(server.startedByUs).toBe(true);
      expect(await query(server, 'select answer from kept')).toEqual([{ answer: 42 }]);
    });
  });

  test('kill -9 of the Node process that started it: the next start adopts it', async () => {
    const dataDir = await newFolder();
    const child = starter(dataDir);
    await started(child);
    const pid = await postmaster(dataDir);
    await kill(child);
    const server = await startEmbedded(dataDir);
    expect(server.startedByUs).toBe(false);
    expect(await postmaster(dataDir)).toBe(pid);
    await server.stop();
    expect(await isRunning(pid)).toBe(false);
  });

  test('kill -9 while the cluster is being made: the next start makes a whole one', async () => {
    const dataDir = await newFolder();
    const child = starter(dataDir);
    const entries = () => readdir(join(dataDir, 'postgres')).catch(() => []);
    await until(async () => (await entries()).some((name) => name.startsWith('data.new-')));
    await kill(child);
    expect(await entries()).not.toContain('data');
    const server = await startEmbedded(dataDir, undefined, unsafe);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test.runIf(process.platform === 'linux')(
    'a process number given to another program does not block the start',
    async () => {
      const dataDir = await newFolder();
      await (await startEmbedded(dataDir, undefined, unsafe)).stop();
      // Of the server's own account, or PostgreSQL itself would see that it cannot be a server.
      const account = asRoot ? await ownerOf(join(dataDir, 'postgres')) : {};
      const other = spawn('sleep', ['60'], { cwd: '/', stdio: 'ignore', ...account });
      children.push(other);
      await once(other, 'spawn');
      const file = join(dataDir, 'postgres/data/postmaster.pid');
      await writeFile(file, `${other.pid}\n${join(dataDir, 'postgres/data')}\n1700000000\n5432\n/nowhere\n\n\n`);
      const said: string[] = [];
      const server = await startEmbedded(dataDir, (message) => said.push(message), unsafe);
      expect(said).toEqual([expect.stringContaining('Removed the lock files')]);
      expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(await isRunning(other.pid ?? 0)).toBe(true);
    },
  );
});

test('two processes starting one new folder at once get the same server', async () => {
  const dataDir = await newFolder();
  const both = await Promise.all([starter(dataDir), starter(dataDir)].map(started));
  expect(both[0]?.ownerUrl).toBe(both[1]?.ownerUrl);
  expect(both.map((server) => server.startedByUs).sort()).toEqual([false, true]);
  expect((await readdir(join(dataDir, 'postgres'))).sort()).toEqual(['data', 'log', 'socket']);
});

test('a start that cannot succeed says why, with the words of PostgreSQL', async () => {
  const dataDir = await newFolder();
  await (await startEmbedded(dataDir, undefined, unsafe)).stop();
  await writeFile(join(dataDir, 'postgres/data/PG_VERSION'), '9\n');
  await expect(startEmbedded(dataDir)).rejects.toThrow(/did not start on .*postgres\/data.*incompatible with server/s);
});

describe.runIf(asRoot)('as root', () => {
  test('runs as another user, also on a folder that was restored as root', async () => {
    const dataDir = await newFolder();
    await (await startEmbedded(dataDir, undefined, unsafe)).stop();
    expect((await ownerOf(join(dataDir, 'postgres'))).uid).not.toBe(0);
    await giveTo({ uid: 0, gid: 0 }, join(dataDir, 'postgres'));
    const server = await startEmbedded(dataDir, undefined, unsafe);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('names the folder that the other user may not enter, and leaves its mode alone', async () => {
    const dataDir = await newFolder('closed', 'data');
    const closed = join(dataDir, '..');
    await mkdir(closed, { mode: 0o700 });
    await expect(startEmbedded(dataDir)).rejects.toThrow(`may not enter ${closed}.`);
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
  });
});
