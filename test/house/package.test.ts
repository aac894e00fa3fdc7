/** `npm pack` must give something that works where it is installed: no types to strip, nothing that only developers have. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const SLOW = 300_000;

let folder: string;
let installed: string;
let files: string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-package-'));
  // Under root PostgreSQL runs as another user, who must pass through.
  await chmod(folder, 0o711);
  const { stdout } = await run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as { filename: string; files: { path: string }[] }[];
  if (!packed) throw new Error('npm pack made nothing.');
  files = packed.files.map((file) => file.path);
  installed = path.join(folder, 'node_modules', 'kinga');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', path.join(folder, packed.filename), '-C', installed, '--strip-components=1']);
  await linkDependencies();
}, SLOW);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What npm would install beside it, without a download: its dependencies and nothing that only developers have. */
async function linkDependencies(): Promise<void> {
  const { dependencies, optionalDependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const link = path.join(folder, 'node_modules', name);
    await mkdir(path.dirname(link), { recursive: true });
    await symlink(path.join(root, 'node_modules', name), link, 'junction');
  }
}

const kinga = (...args: string[]) =>
  run(process.execPath, [path.join(installed, 'bin', 'kinga.mjs'), ...args], { cwd: folder });

describe('the package', () => {
  it('holds the command, the migrations, the pages and the licence, and no source', () => {
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'bin/kinga.mjs', 'dist/cli/kinga.js', 'dist/web/index.html']),
    );
    expect(files.filter((file) => /^migrations\/.*\.sql$/.test(file)).length).toBeGreaterThan(0);
    expect(files.filter((file) => /\.tsx?$|^(src|web|test|scripts|data)\/|\.test\./.test(file))).toEqual([]);
  });

  it('shows its commands', async () => {
    const { stdout } = await kinga('--help');
    expect(stdout).toContain('Usage: kinga');
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    expect((await kinga('--version')).stdout.trim()).toBe(version);
  });

  it('makes a data folder, with a database of this version in it', { timeout: SLOW }, async () => {
    await kinga('init', '--data', 'data');
    expect(await readdir(path.join(folder, 'data'))).not.toEqual([]);
    const { stdout } = await kinga('verify', '--data', 'data', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
  });
});
