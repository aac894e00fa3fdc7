/** Runs the inputs in a thread of its own, so that one that never ends can be ended from outside. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { checkInput } from './files-check.ts';
import { type Failure, inputNumbered, type Task } from './files-task.ts';

const { parsers, inputs, from, seed, folder, progress } = workerData as Task;
/** Number of the input at work, for the thread that watches. */
const current = new Int32Array(progress);

for (let number = from; number < parsers.length * inputs; number++) {
  Atomics.store(current, 0, number);
  const { parser, index } = inputNumbered(number, parsers, inputs);
  // A new file each time: to cut off and rewrite the same one makes some file systems wait for the disk.
  const path = join(folder, String(number));
  const before = process.threadCpuUsage();
  try {
    await checkInput(parser, seed, index, path);
  } catch (error) {
    report({ parser, index, what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  rmSync(path, { force: true });
  const used = process.threadCpuUsage(before);
  const ms = (used.user + used.system) / 1000;
  if (ms > 2000) report({ parser, index, what: `took ${Math.round(ms)} ms` });
}

function report(failure: Failure): void {
  parentPort?.postMessage(failure);
}
