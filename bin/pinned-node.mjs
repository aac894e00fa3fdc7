/** The Node that Kinga is tested on, and handing a command over to it. Plain JavaScript for any Node ≥ 20. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const LEAST = 24;

/**
 * How V8 is to keep house: left alone it lets garbage grow to several times what is in use before it collects, which an
 * import at full speed turns into half a gigabyte. A small nursery and slow growth cost little time.
 */
export const FRUGAL = ['--max-semi-space-size=4', '--heap-growing-percent=50'];

/**
 * @param from a file of the package, from where its dependencies are looked up
 * @returns the pinned Node where npm has one for this platform, else the one that runs this if it is new enough, else `null`
 */
export function pinnedNode(from) {
  try {
    const folder = path.dirname(createRequire(from).resolve(`node-${process.platform}-${process.arch}/package.json`));
    const program = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(program)) return program;
  } catch {
    // Not installed: an optional dependency, and there is none for some platforms.
  }
  return Number(process.versions.node.split('.')[0]) >= LEAST ? process.execPath : null;
}

export const NO_NODE = `Kinga needs Node ${LEAST} and found ${process.version}; for this platform npm has no pinned one. Please install Node ${LEAST}.`;

/** Runs a program to its end in place of this one: same terminal, same signals, same status. */
export function handOver(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('close', (status, signal) => {
    if (!signal) process.exit(status ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
