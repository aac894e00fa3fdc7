/** The room in Lighthouse: signed in, list, map and time bar drawn, on a mission of this size. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import lighthouse, { desktopConfig } from 'lighthouse';
import { browserFlags } from '../scripts/browser.ts';
import { findChromium, NO_CHROMIUM } from '../scripts/chromium.ts';
import { startServer } from '../test/support/real-server.ts';
import { type Bench, figure, quantile } from './bench.ts';
import { heldByServer, heldNote } from './held.ts';
import { tamrinOf } from './mission.ts';

const PAGES = fileURLToPath(new URL('../dist/web/index.html', import.meta.url));
const TIMES = 3;
const WHO = 'duty.officer@tamrin.example';
const PROMISED = 90;
/** A machine as desks have one; and, for knowing, a telephone on a slow line. */
const AS = ['desktop', 'mobile'] as const;
const SHOWN = {
  'first-contentful-paint': 'first words, ms',
  'largest-contentful-paint': 'largest part, ms',
  'total-blocking-time': 'blocked, ms',
  'cumulative-layout-shift': 'moved',
} as const;

type Look = Record<keyof typeof SHOWN, number> & { score: number };

export const throughLighthouse: Bench = {
  title: 'The room in Lighthouse',
  sized: true,
  async run({ size, seed, folder, say }) {
    if (!existsSync(PAGES)) throw new Error('There are no built pages: run `npm run demo` once, or build them.');
    const { dataDir } = await tamrinOf(folder, size, seed, say);
    const held = await heldByServer(dataDir, size);
    const server = await startServer(dataDir, 'info');
    const chromium = await startChromium();
    try {
      const cookie = await signedIn(server.address, dataDir);
      const { mission } = await told(dataDir);
      const url = `${server.address}/m/${mission}/room`;
      await fetch(`${server.address}/api/v1/missions/${mission}/incidents/summary`, { headers: { cookie } });
      say('waiting until sums and maps are answered from memory');
      const readIn = await held();
      const measured: { as: (typeof AS)[number]; looks: Look[] }[] = [];
      for (const as of AS) {
        const looks: Look[] = [];
        for (let i = 0; i < TIMES; i++) looks.push(await look(url, cookie, chromium.port, as));
        say(`${as}: ${looks.map(({ score }) => score).join(', ')}`);
        measured.push({ as, looks });
      }
      const middle = (looks: readonly Look[], key: keyof Look) =>
        quantile(
          looks.map((one) => one[key]),
          0.5,
        );
      const keys = Object.keys(SHOWN) as (keyof typeof SHOWN)[];
      return {
        bars: measured
          .filter(({ as }) => as === 'desktop')
          .map(({ looks }) => ({
            what: `performance, middle of ${TIMES}`,
            value: middle(looks, 'score'),
            atLeast: PROMISED,
            unit: 'of 100',
          })),
        tables: [
          {
            head: ['as', 'performance', ...keys.map((key) => SHOWN[key])],
            rows: measured.map(({ as, looks }) => [
              as,
              String(middle(looks, 'score')),
              ...keys.map((key) => figure(middle(looks, key))),
            ]),
          },
        ],
        notes: [
          ...(readIn === null ? [] : [heldNote(figure(readIn))]),
          'Simulated throttling of Lighthouse. Without a graphics card, as here, the processor paints and the room begins with its still map; a machine with one draws the moving map, which was not measured.',
        ],
      };
    } finally {
      await chromium.stop();
      await server.stop();
    }
  },
};

/** What the demonstration wrote down for whoever has the folder. */
const told = async (dataDir: string): Promise<{ mission: string; passphrase: string }> =>
  JSON.parse(await readFile(path.join(dataDir, 'demo.json'), 'utf8'));

async function signedIn(address: string, dataDir: string): Promise<string> {
  const { passphrase } = await told(dataDir);
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: WHO, passphrase }),
  });
  const [cookie = ''] = answer.headers.getSetCookie();
  if (!answer.ok || !cookie) throw new Error(`${WHO} cannot sign in: ${await answer.text()}`);
  return cookie.split(';')[0] ?? '';
}

/** @param tries a busy browser loses the trace of a page now and then: it is asked again */
async function look(url: string, cookie: string, port: number, as: (typeof AS)[number], tries = 3): Promise<Look> {
  const flags = { port, onlyCategories: ['performance'], extraHeaders: { Cookie: cookie }, logLevel: 'error' as const };
  const result = await lighthouse(url, flags, as === 'desktop' ? desktopConfig : undefined);
  const score = result?.lhr.categories.performance?.score;
  if (typeof score !== 'number' && tries > 1) return look(url, cookie, port, as, tries - 1);
  if (!result || typeof score !== 'number')
    throw new Error(`Lighthouse gives no score: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  if (new URL(result.lhr.finalDisplayedUrl).pathname !== new URL(url).pathname)
    throw new Error(`Lighthouse looked at ${result.lhr.finalDisplayedUrl}, which is not the room.`);
  const value = (key: keyof typeof SHOWN) => result.lhr.audits[key]?.numericValue ?? Number.NaN;
  return {
    score: Math.round(score * 100),
    'first-contentful-paint': value('first-contentful-paint'),
    'largest-contentful-paint': value('largest-contentful-paint'),
    'total-blocking-time': value('total-blocking-time'),
    'cumulative-layout-shift': value('cumulative-layout-shift'),
  };
}

/** A browser that Lighthouse can speak to: it wants a port, where our tests use a pipe. */
async function startChromium(): Promise<{ port: number; stop(): Promise<void> }> {
  const program = findChromium();
  if (!program) throw new Error(NO_CHROMIUM);
  const profile = await mkdtemp(path.join(tmpdir(), 'kinga-lighthouse-'));
  const child = spawn(
    program,
    ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...browserFlags(), 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  for await (const line of createInterface({ input: child.stderr })) {
    const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(line)?.[1];
    if (port) return { port: Number(port), stop };
  }
  await stop();
  throw new Error('Chromium ended before it listened.');
}
