/** The missions that are measured: Tamrin at a size, made once by `kinga demo` and used again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FRUGAL } from '../bin/pinned-node.mjs';
import { watchPeak } from './memory.ts';

const KINGA = fileURLToPath(new URL('../src/cli/kinga.ts', import.meta.url));

export interface Ran {
  /** What it said on standard output. */
  output: string;
  seconds: number;
  /** The most memory that its process held, in MB; the database is other processes. NaN where the system does not tell. */
  peakMb: number;
}

/** Runs the command line as people do. Status 1 says that rows were refused, which is no failure. @throws with its last words */
export async function kinga(...args: string[]): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...FRUGAL, KINGA, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  const peak = watchPeak(child.pid ?? 0);
  let [output, words] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2000);
  });
  const [status] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - begun) / 1000;
  const peakMb = peak.stop();
  if (status !== 0 && status !== 1) throw new Error(`kinga ${args[0]} ended with ${status}: ${words}`);
  return { output, seconds, peakMb };
}

export interface Mission {
  dataDir: string;
  /** How long it took to make; `null` when it was there. */
  madeIn: number | null;
}

/** Tamrin with this many records. One that was left half made is made anew. */
export async function tamrinOf(
  folder: string,
  size: number,
  seed: number,
  say: (progress: string) => void,
): Promise<Mission> {
  const dataDir = path.join(folder, `tamrin-${size}-${seed}`);
  if (existsSync(path.join(dataDir, 'demo.json'))) return { dataDir, madeIn: null };
  await rm(dataDir, { recursive: true, force: true });
  say(`making Tamrin with ${size.toLocaleString('en')} records (once, kept in ${folder})`);
  const { seconds, peakMb } = await kinga(
    'demo',
    '--incidents',
    String(size),
    '--seed',
    String(seed),
    '--data',
    dataDir,
  );
  say(`made in ${Math.round(seconds)} s, with at most ${Math.round(peakMb)} MB`);
  return { dataDir, madeIn: seconds };
}
