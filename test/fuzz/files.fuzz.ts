/**
 * Fuzzes every file parser with injured files (TRUST G10): no crash, none that takes longer than 2 s, memory bounded,
 * no accepted text altered.
 *
 *   node test/fuzz/files.fuzz.ts --inputs 50000 --seed 1 [--parser csv]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { PARSERS, type Parser } from './files-corpus.ts';
import { type Failure, inputNumbered, type Task } from './files-task.ts';

export interface FuzzReport {
  inputs: number;
  failures: Failure[];
  /** Largest growth of resident memory over the beginning, in MB. */
  grownMb: number;
}

/** CPU time is held to 2 s in the worker; this is for what never ends at all, on a machine with other work. */
const HANG_MS = 30_000;

/** @param inputs for each parser. */
export async function fuzzFiles(options: {
  inputs: number;
  seed: number;
  parsers?: readonly Parser[];
}): Promise<FuzzReport> {
  const { inputs, seed, parsers = PARSERS } = options;
  const folder = await mkdtemp(join(tmpdir(), 'kinga-fuzz-'));
  const failures: Failure[] = [];
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  try {
    let from = 0;
    for (;;) {
      const progress = new SharedArrayBuffer(4);
      const hung = await runWorker({ parsers, inputs, seed, from, folder, progress }, failures);
      if (hung === null) break;
      failures.push({ ...inputNumbered(hung, parsers, inputs), what: 'never ended' });
      from = hung + 1;
    }
  } finally {
    clearInterval(watch);
    await rm(folder, { recursive: true });
  }
  return { inputs: inputs * parsers.length, failures, grownMb: Math.round((peak - before) / 1e6) };
}

/** @returns the number of the input that hung, or `null` when all were read. */
function runWorker(task: Task, failures: Failure[]): Promise<number | null> {
  const current = new Int32Array(task.progress);
  const worker = new Worker(new URL('./files-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 100, maxYoungGenerationSizeMb: 16 },
  });
  return new Promise((resolve, reject) => {
    let last = { index: -1, since: Date.now() };
    const watch = setInterval(() => {
      const index = Atomics.load(current, 0);
      if (index !== last.index) last = { index, since: Date.now() };
      else if (Date.now() - last.since > HANG_MS) {
        clearInterval(watch);
        void worker.terminate().then(() => resolve(index));
      }
    }, 250);
    worker.on('message', (failure: Failure) => failures.push(failure));
    worker.on('error', (error) => {
      clearInterval(watch);
      reject(new Error(`Input ${Atomics.load(current, 0)} ended the thread`, { cause: error }));
    });
    worker.on('exit', () => {
      clearInterval(watch);
      resolve(null);
    });
  });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '50000' },
      seed: { type: 'string', default: '1' },
      parser: { type: 'string' },
    },
  });
  const parsers = PARSERS.filter((parser) => values.parser === undefined || parser === values.parser);
  const started = Date.now();
  const report = await fuzzFiles({ inputs: Number(values.inputs), seed: Number(values.seed), parsers });
  for (const failure of report.failures.slice(0, 20))
    console.error(`${failure.parser} ${failure.index}: ${failure.what}`);
  console.log(
    `${report.inputs} inputs, ${report.failures.length} failures, memory +${report.grownMb} MB, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  process.exitCode = report.failures.length === 0 && report.grownMb <= 150 ? 0 : 1;
}
