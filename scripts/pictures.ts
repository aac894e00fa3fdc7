/** `npm run pictures`: photographs every page of the demonstration into `docs/pictures`, with a page that shows them all. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import {
  addressOf,
  type Cookies,
  PAGES,
  type PageOf,
  type Served,
  type Subjects,
  sessionOf,
  subjectsOf,
  WHO,
  type Who,
} from './pages.ts';
import { withPalette } from './picture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = path.join(root, 'docs', 'pictures');
const MOST_BYTES = 8_000_000;
/** The picture of the README: a record beside the map, which no other page has so large. */
const README: PageOf = { name: 'room-light', path: '/room/RECORD', who: 'human_rights_officer', ready: '.record' };
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

/** Each light, each direction of writing and each width, not every one with every other. */
const LOOKS = [
  { locale: 'en', scheme: 'light', size: WIDE },
  { locale: 'ar', scheme: 'dark', size: WIDE },
  { locale: 'en', scheme: 'dark', size: NARROW },
  { locale: 'ar', scheme: 'light', size: NARROW },
] as const;
type Look = (typeof LOOKS)[number];

/** Pages without the guided hour beside them; it has a picture of its own. */
const ALONE = "if (location.protocol === 'http:') localStorage.setItem('kinga.hour', 'off')";

/** Starts the demonstration in a folder and waits for the link it prints, which says that it listens. */
async function demonstration(data: string): Promise<Served & { stop(): Promise<void> }> {
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
    if (!link) continue;
    const told: Omit<Served, 'address'> = JSON.parse(await readFile(path.join(data, 'demo.json'), 'utf8'));
    return { ...told, address: new URL(link).origin, stop };
  }
  throw new Error('The demonstration ended before it printed its link.');
}

const fileOf = ({ name }: PageOf, { locale, scheme, size }: Look) =>
  `${name.replaceAll(' ', '-')}-${locale}-${scheme}-${size.width}.png`;

async function photograph(
  browser: Browser,
  house: Served,
  shown: PageOf,
  { cookies, subjects, look, file }: { cookies: Cookies; subjects: Subjects; look: Look; file: string },
): Promise<void> {
  const context = await browser.newContext({
    ...{ baseURL: house.address, viewport: look.size, colorScheme: look.scheme, locale: look.locale },
    reducedMotion: 'reduce',
  });
  try {
    await context.addCookies(cookies);
    await context.addInitScript({ content: ALONE });
    const page = await context.newPage();
    await page.goto(addressOf(shown, house.mission, subjects));
    await page.locator(shown.ready).first().waitFor({ timeout: 60_000 });
    await shown.act?.(page);
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    // The map has no event for "nothing moves any more"; a picture may wait a little.
    if (await page.locator('.room-map canvas').count()) await page.waitForTimeout(2500);
    await writeFile(path.join(FOLDER, file), withPalette(await page.screenshot()));
    console.log(`docs/pictures/${file}`);
  } finally {
    await context.close();
  }
}

async function photographAll(browser: Browser, house: Served): Promise<void> {
  const cookies = new Map<Who, Cookies>();
  for (const who of WHO) cookies.set(who, await sessionOf(browser, house, who));
  const subjects = await subjectsOf(browser, house, cookies);
  const all = [
    { shown: README, look: LOOKS[0], file: 'room-light.png' },
    ...PAGES.flatMap((shown) => LOOKS.map((look) => ({ shown, look, file: fileOf(shown, look) }))),
  ];
  for (const { shown, look, file } of all)
    await photograph(browser, house, shown, { cookies: cookies.get(shown.who) ?? [], subjects, look, file });
}

/** What a look is called in the gallery. */
const named = ({ locale, scheme, size }: Look) =>
  `${locale === 'en' ? 'English' : 'Arabic'}, ${scheme}, ${size.width} px`;

const gallery = (): string =>
  [
    '# Every page',
    '',
    'Taken by `npm run pictures` from the demonstration. What moves a page is seen by `test/browser/visual.test.ts`.',
    ...PAGES.flatMap((shown) => [
      '',
      `## ${shown.name.charAt(0).toUpperCase()}${shown.name.slice(1)}`,
      '',
      ...LOOKS.map((look) => `![${shown.name}: ${named(look)}](${fileOf(shown, look)})`),
    ]),
    '',
  ].join('\n');

/** @throws when they grew beyond what a repository should carry */
async function weigh(): Promise<void> {
  const files = await readdir(FOLDER);
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(FOLDER, file))).size));
  const sum = sizes.reduce((a, b) => a + b, 0);
  console.log(`${files.length} files, ${(sum / 1e6).toFixed(1)} MB`);
  if (sum > MOST_BYTES) throw new Error(`The pictures are larger than ${MOST_BYTES / 1e6} MB together.`);
}

const data = await mkdtemp(path.join(tmpdir(), 'kinga-pictures-'));
// Under root PostgreSQL runs as another user, who must pass through.
await chmod(data, 0o711);
const browser = await openBrowser();
try {
  const house = await demonstration(data);
  try {
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    await photographAll(browser, house);
    await writeFile(path.join(FOLDER, 'README.md'), gallery());
    await weigh();
  } finally {
    await house.stop();
  }
} finally {
  await browser.close();
  await rm(data, { recursive: true, force: true });
}
