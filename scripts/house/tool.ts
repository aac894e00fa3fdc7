/** Runs a program of Node's to its end and keeps what it said. */
import { spawn } from 'node:child_process';

export interface Said {
  status: number;
  /** Standard output and errors, in the order they came. */
  text: string;
}

/** @param args of the Node that runs this: a script and its arguments */
export function runNode(args: readonly string[], cwd: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      // The tools are asked to stay on this machine: no telemetry, no question for a newer version.
      env: { ...process.env, NO_COLOR: '1', REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const take = (chunk: Buffer) => {
      text += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, text: text.trim() }));
  });
}
