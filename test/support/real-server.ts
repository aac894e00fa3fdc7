/** Kinga as people run it: `kinga serve` in a process of its own, on a data folder of its own, asked over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readlink } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { FRUGAL } from '../../bin/pinned-node.mjs';

const KINGA = fileURLToPath(new URL('../../src/cli/kinga.ts', import.meta.url));
const STARTS_WITHIN_MS = 120_000;

export interface RealServer {
  address: string;
  pid: number;
  /** Milliseconds from its start until `/health` answered. */
  startedIn: number;
  /** Asks it to stop, and waits until it and its database are gone. */
  stop(): Promise<void>;
  /** Kills it without a word (SIGKILL); the database goes on. */
  kill(): Promise<void>;
}

/**
 * Starts the server on a free port and waits until it answers.
 * @param log the level from which on it writes to its log in the data folder
 * @throws with its last words when it ends instead
 */
export async function startServer(dataDir: string, log = 'error'): Promise<RealServer> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...FRUGAL, KINGA, 'serve', '--data', dataDir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', KINGA_LOG: log },
  });
  const words: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => words.push(line));
  const address = await announced(child, words);
  await healthy(address);
  const gone = once(child, 'exit');
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await gone;
  };
  return {
    address,
    pid: child.pid ?? 0,
    startedIn: performance.now() - begun,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function announced(child: ChildProcess, words: readonly string[]): Promise<string> {
  const patience = setTimeout(() => child.kill('SIGKILL'), STARTS_WITHIN_MS);
  try {
    if (child.stdout)
      for await (const line of createInterface({ input: child.stdout })) {
        const address = /http:\/\/\S+:\d+/.exec(line)?.[0];
        if (address) return address;
      }
  } finally {
    clearTimeout(patience);
  }
  throw new Error(`The server did not start:\n${words.slice(-20).join('\n')}`);
}

async function healthy(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const ok = await fetch(`${address}/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await sleep(20);
  }
  throw new Error(`${address}/health does not answer.`);
}

/** Kills the PostgreSQL of a data folder without a word (SIGKILL). @throws when what its file names is no server of this folder */
export async function killDatabase(dataDir: string): Promise<void> {
  const data = path.join(dataDir, 'postgres', 'data');
  const pid = Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  // A number in a file may belong to somebody else by now; a postmaster works in its data folder.
  if ((await readlink(`/proc/${pid}/cwd`)) !== data) throw new Error(`Process ${pid} is no database of ${dataDir}.`);
  process.kill(pid, 'SIGKILL');
}

export interface Answered {
  status: number;
  body: string;
  /** Milliseconds until the whole answer was there. */
  ms: number;
}

/** Asks below `/api/v1`; rejects when the connection breaks. */
export type AskServer = (method: string, path: string, body?: unknown) => Promise<Answered>;

/** Fewer than the requests a minute that one address may make. */
const PER_ADDRESS = 1_000;

/**
 * A program with an API token, on one connection. What is tried here is not the limit of requests from one address, so
 * each comes from loopback addresses of its own, a new one before the limit; systems that have only one wait instead.
 * @param number tells programs apart: 0 to 99
 */
export function program(address: string, token: string, number: number): { ask: AskServer; close(): void } {
  const origin = new URL(address);
  let asked = 0;
  let agent: Agent | undefined;
  const connection = (): Agent => {
    if (agent && asked % PER_ADDRESS !== 0) return agent;
    agent?.destroy();
    const local = process.platform === 'linux' ? { localAddress: localAddress(number, asked / PER_ADDRESS) } : {};
    agent = new Agent({ keepAlive: true, maxSockets: 1, ...local });
    return agent;
  };
  const once = (method: string, below: string, body: unknown): Promise<Answered & { retryAfter: number }> => {
    const begun = performance.now();
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const using = connection();
    asked += 1;
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          host: origin.hostname,
          port: origin.port,
          method,
          path: `/api/v1${below}`,
          agent: using,
          headers: {
            authorization: `Bearer ${token}`,
            ...(sent === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('aborted', () => reject(new Error('The connection broke in the middle of an answer.')));
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              body: Buffer.concat(chunks).toString(),
              ms: performance.now() - begun,
              retryAfter: Number(answer.headers['retry-after'] ?? 1),
            }),
          );
        },
      );
      asking.on('error', reject);
      asking.end(sent);
    });
  };
  return {
    async ask(method, below, body) {
      for (;;) {
        const answer = await once(method, below, body);
        if (answer.status !== 429) return answer;
        await sleep(answer.retryAfter * 1000);
      }
    },
    close: () => agent?.destroy(),
  };
}

const started = Math.floor(Date.now() / 1000);
const localAddress = (number: number, turn: number): string =>
  `127.${1 + number}.${(started + turn) % 250}.${1 + (Math.floor((started + turn) / 250) % 250)}`;
