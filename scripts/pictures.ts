/** `npm run pictures`: photographs the running demonstration for the README into `docs/pictures`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = path.join(root, 'docs', 'pictures');

interface Picture {
  name: string;
  scheme: 'light' | 'dark';
  locale: string;
}

const PICTURES: readonly Picture[] = [
  { name: 'room-light', scheme: 'light', locale: 'en' },
  { name: 'room-dark', scheme: 'dark', locale: 'fr' },
  { name: 'room-arabic', scheme: 'light', locale: 'ar' },
];

/** Starts the demonstration in a folder and waits for the link it prints. */
async function demonstration(data: string): Promise<{ link: string; stop(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    [path.join(root, 'src/cli/kinga.ts'), 'demo', '--serve', '--data', data, '--port', '0'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  for await (const line of createInterface(child.stdout)) {
    const link = /https?:\S+#\S+/.exec(line)?.[0];
    if (link) return { link, stop };
  }
  throw new Error('The demonstration ended before it printed its link.');
}

/** The session that the link gives, for every picture: it works once only. */
async function signIn(browser: Browser, link: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  // The page waits for a press, so that a mail scanner that opens the link does not use it up.
  await page.locator('button[type=submit]').click();
  await page.waitForURL('**/m/*/room**', { timeout: 60_000 });
  const state = await context.storageState();
  await context.close();
  return { state, address: page.url() };
}

async function photograph(browser: Browser, data: string): Promise<void> {
  const { link, stop } = await demonstration(data);
  try {
    const { state, address } = await signIn(browser, link);
    for (const { name, scheme, locale } of PICTURES) {
      const context = await browser.newContext({
        storageState: { cookies: state.cookies, origins: [] },
        viewport: { width: 1440, height: 900 },
        colorScheme: scheme,
        locale,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      // Live events keep one request open for ever, so the network is never idle.
      await page.goto(address);
      await page.locator('.lines a').nth(5).click({ timeout: 60_000 });
      await page.locator('canvas').first().waitFor({ timeout: 60_000 });
      // The map has no event for "nothing moves any more"; a picture may wait a little.
      await page.waitForTimeout(4000);
      await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
      console.log(`docs/pictures/${name}.png`);
      await context.close();
    }
  } finally {
    await stop();
  }
}

await mkdir(FOLDER, { recursive: true });
const data = await mkdtemp(path.join(tmpdir(), 'kinga-pictures-'));
// Under root PostgreSQL runs as another user, who must pass through.
await chmod(data, 0o711);
const browser = await openBrowser();
try {
  await photograph(browser, data);
} finally {
  await browser.close();
  await rm(data, { recursive: true, force: true });
}
