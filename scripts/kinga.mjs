#!/usr/bin/env node
/**
 * The one way in, for a machine with any Node ≥ 20 and npm: installs what is missing, builds the pages when they are
 * older than their sources, and runs the command with the pinned Node 24. Plain JavaScript, no dependencies.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamps = path.join(root, 'node_modules', '.kinga');

/** Runs a program to its end; a failure ends this one with the same status. */
function run(program, args, options = {}) {
  const { status, signal, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? (signal ? 1 : 0));
}

/** Whether what stands under `name` was made from exactly this input; remembers the input after making it. */
function once(name, input, make) {
  const file = path.join(stamps, name);
  const digest = createHash('sha256').update(input).digest('hex');
  if (existsSync(file) && readFileSync(file, 'utf8') === digest) return;
  make();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(file, digest);
}

function install() {
  once('installed', readFileSync(path.join(root, 'package-lock.json')), () => {
    console.error('Kinga: installing what it needs (once) …');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
  });
}

/** The pinned Node where its package was installed for this platform, else the one that runs this, if it is new enough. */
function node() {
  const pinned = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Kinga needs Node 24 and found ${process.version}; for this platform npm has no pinned one. Please install Node 24.`,
  );
  return process.exit(1);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(full);
    else yield full;
  }
}

/** Builds the pages unless they were built from these very sources. */
function buildPages() {
  const sources = [...filesBelow(path.join(root, 'web')), ...filesBelow(path.join(root, 'src'))].filter(
    (f) => f.includes(`${path.sep}web${path.sep}`) || f.endsWith('contract.ts') || f.endsWith('codes.ts'),
  );
  const state = sources.map((f) => `${f} ${createHash('sha256').update(readFileSync(f)).digest('hex')}`).join('\n');
  const built = path.join(root, 'dist', 'web', 'index.html');
  const make = () => {
    console.error('Kinga: building the pages …');
    run(node(), [path.join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'], {
      stdio: ['ignore', 2, 2],
    });
  };
  if (!existsSync(built) || !statSync(built).size) {
    make();
    once('pages', state, () => undefined);
  } else once('pages', state, make);
}

const [command = 'help', ...rest] = process.argv.slice(2);
install();
if (command === 'setup') process.exit(0);
if (command === 'node') run(node(), rest);
else if (command === 'test') {
  buildPages();
  run(node(), [path.join('scripts', 'test.ts'), ...rest]);
} else {
  if (command === 'serve' || command === 'demo') buildPages();
  run(node(), [path.join('src', 'cli', 'kinga.ts'), command, ...rest]);
}
