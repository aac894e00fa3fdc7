import { spawn } from 'node:child_process';
import type { Account } from './server-account.ts';

/** How a PostgreSQL program ended: its exit code and, when asked for, all it printed. */
export interface Ended {
  code: number | null;
  output: string;
}

export interface RunOptions {
  /** Working folder; PostgreSQL's shell command lines then hold only short relative names we chose. */
  cwd: string;
  account: Account | undefined;
  /** False for a program that leaves a server behind, which would hold our pipe open for as long as it lives. */
  capture: boolean;
}

/**
 * The server outlives us, so it gets neither our secrets (DATABASE_URL, tokens) nor PG* settings meant for clients.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  const own = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(own), LC_ALL: 'C', TZ: 'UTC' };
}

/** Runs a PostgreSQL program to its end. @throws Error with a sentence when it cannot be run at all. */
export function runProgram(program: string, args: string[], options: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: environment(),
      stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : 'ignore',
      windowsHide: true,
      ...options.account,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (cause) => {
      reject(
        new Error(
          `Kinga's own PostgreSQL cannot be run on this machine: ${program} did not start (${cause.message}). ` +
            'Set DATABASE_URL to a PostgreSQL server of your own instead.',
          { cause },
        ),
      );
    });
    child.once(options.capture ? 'close' : 'exit', (code: number | null) => resolve({ code, output: output.trim() }));
  });
}
