/** What `npm run check` asks, each a question of seconds; `test/house/checks.test.ts` proves that each can say no. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruiseHouse, inWords } from './cruise.ts';
import { runNode } from './tool.ts';

export interface Check {
  name: string;
  /** @returns what is wrong, for a person; empty when nothing is */
  run(root: string): Promise<string>;
}

const require = createRequire(import.meta.url);
const BIOME = path.join(path.dirname(require.resolve('@biomejs/biome/package.json')), 'bin/biome');
const TSC = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin/tsc');
const KNIP = path.join(path.dirname(require.resolve('knip')), '../bin/knip.js');

/** A program that answers with its status: what it said is what is wrong. */
const program = (name: string, script: string, ...args: string[]): Check => ({
  name,
  async run(root) {
    const { status, text } = await runNode([script, ...args], root);
    return status === 0 ? '' : text || `ended with status ${status} and said nothing`;
  },
});

/** Remembers what it found, so that the next time only what changed is read again. */
const types = (name: string, project: string) =>
  program(
    name,
    TSC,
    ...['--noEmit', '--pretty', 'false', '--project', project],
    ...['--incremental', '--tsBuildInfoFile', `node_modules/.cache/kinga/${project}.tsbuildinfo`],
  );

export const FORMAT = program(
  'format and lint',
  BIOME,
  'ci',
  '--colors=off',
  '--error-on-warnings',
  '--max-diagnostics=50',
  '.',
);
/** Repairs what biome can repair safely. */
export const FIX = program('repair', BIOME, 'check', '--colors=off', '--write', '.');
export const TYPES = types('types of server, tests and scripts', 'tsconfig.json');
export const DEAD_CODE = program('dead code', KNIP, '--no-progress');
export const ARROWS: Check = {
  name: 'arrows between rooms',
  run: async (root) => (await cruiseHouse(root)).broken.map(inWords).join('\n'),
};

/** All of them, the slowest first. */
export const CHECKS: readonly Check[] = [
  TYPES,
  types('types of the pages', 'tsconfig.web.json'),
  types('types of the browser tests', 'tsconfig.browser.json'),
  FORMAT,
  DEAD_CODE,
  ARROWS,
];
