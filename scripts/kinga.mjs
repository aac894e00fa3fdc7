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
import { FRUGAL, handOver, NO_NODE, pinnedNode } from '../bin/pinned-node.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (...parts) => readFileSync(path.join(root, ...parts), 'utf8');

/** Runs a step to its end, everything it says on standard error; a failure ends this program with the same status. */
function step(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether npm has put in place what the lock file asks for; what is optional may be missing. */
function isInstalled() {
  if (!existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return false;
  const there = JSON.parse(read('node_modules', '.package-lock.json')).packages;
  return Object.entries(JSON.parse(read('package-lock.json')).packages).every(
    ([name, { version, optional, devOptional, peer }]) =>
      name === '' || (there[name] ? there[name].version === version : optional || devOptional || peer),
  );
}

function install() {
  if (isInstalled()) return;
  console.error('Kinga: installing what it needs (once) …');
  // Not `npm ci`: it refuses a lock file that lacks other platforms' optional packages, which not every registry has.
  step('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
  });
}

function node() {
  const program = pinnedNode(import.meta.url);
  if (program) return program;
  console.error(NO_NODE);
  return process.exit(1);
}

function filesBelow(folder) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => path.join(root, folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Builds the pages unless they were built from these very sources. */
function buildPages() {
  const shared = filesBelow('src').filter((file) => /[\\/](contract|codes)\.ts$/.test(file));
  const made = ['vite.config.ts', 'package-lock.json'].map((name) => path.join(root, name));
  const digest = createHash('sha256');
  for (const file of [...filesBelow('web'), ...shared, ...made]) {
    digest.update(`${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  const state = digest.digest('hex');
  const stamp = path.join(root, 'node_modules', '.cache', 'kinga', 'pages');
  const built = path.join(root, 'dist', 'web', 'index.html');
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  console.error('Kinga: building the pages …');
  step(node(), [path.join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'], {
    // A test that builds says `test`, and React would come in the form for developers.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

const SCRIPTS = { test: 'test.ts', pictures: 'pictures.ts' };

const [command = 'help', ...rest] = process.argv.slice(2);
install();
if (['serve', 'demo', 'package', ...Object.keys(SCRIPTS)].includes(command)) buildPages();
if (command === 'package') step(node(), [path.join('scripts', 'build-package.ts')]);
else if (command === 'node') handOver(node(), rest);
else if (command in SCRIPTS) handOver(node(), [path.join(root, 'scripts', SCRIPTS[command]), ...rest]);
else if (command !== 'setup')
  handOver(node(), [...FRUGAL, path.join(root, 'src', 'cli', 'kinga.ts'), command, ...rest]);
