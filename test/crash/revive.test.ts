/** The house as people run it, when the machine under it fails: it comes back by itself, or ends with a sentence. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openInstallation } from '../../src/platform/installation.ts';
import { killDatabase, type RealServer, startServer } from '../support/real-server.ts';

const KINGA = fileURLToPath(new URL('../../src/cli/kinga.ts', import.meta.url));
const PATIENT = 180_000;
let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-revive-'));
  // A name that has to be quoted, and too long for a socket.
  dataDir = path.join(folder, `a house's "own" folder, ${'long '.repeat(20).trim()}`);
  await mkdir(dataDir);
  // Under root PostgreSQL runs as another user, who must pass through.
  await chmod(folder, 0o711);
  await chmod(dataDir, 0o711);
});
afterAll(async () => {
  await openInstallation(dataDir).then((installation) => installation.close());
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Runs a command to its end. */
async function kinga(...args: string[]): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [KINGA, ...args], { env: { ...process.env, DATABASE_URL: '' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const [status] = await once(child, 'close');
  return { status, said };
}

const status = async ({ address }: RealServer): Promise<string> =>
  (
    await fetch(`${address}/health`).then(
      (answer) => answer.json() as Promise<{ status: string }>,
      () => ({ status: 'nobody' }),
    )
  ).status;

test(
  'a database that is killed under a running server is brought back by it, and the folder stays its own',
  async () => {
    const server = await startServer(dataDir);
    try {
      for (let time = 0; time < 2; time++) {
        await killDatabase(dataDir);
        await vi.waitFor(async () => expect(await status(server)).not.toBe('nobody'), { timeout: 5_000 });
        await vi.waitFor(async () => expect(['ok', 'warning']).toContain(await status(server)), {
          ...{ timeout: 60_000, interval: 100 },
        });
        expect(await (await fetch(`${server.address}/api/v1/setup`)).json()).toEqual({ needed: true });
      }
      const second = await kinga('serve', '--data', dataDir, '--port', '0');
      expect(second).toMatchObject({
        status: 2,
        said: expect.stringContaining(`already serves this data folder (${server.address})`),
      });
    } finally {
      await server.stop();
    }
  },
  PATIENT,
);

test(
  'a place that cannot be a data folder is named in a sentence',
  async () => {
    const file = path.join(folder, 'a file');
    await writeFile(file, '');
    const { status: ended, said } = await kinga('init', '--data', path.join(file, 'data'));
    expect([ended, said]).toEqual([2, expect.stringMatching(/^\S.*a file.* cannot be used \(ENOTDIR\): .*\.\n$/)]);
  },
  PATIENT,
);
