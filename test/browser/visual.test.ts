/**
 * Every page looks as it did: in both directions of writing and both lights, held against pictures that were looked at.
 * After a change that is meant, `KINGA_PICTURES=update` with this file alone writes them anew; look at what changed.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import {
  addressOf,
  type Cookies,
  PAGES,
  type Subjects,
  sessionOf,
  subjectsOf,
  WHO,
  type Who,
} from '../../scripts/pages.ts';
import { pixelsOf, withPalette } from '../../scripts/picture.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { SIMULATED_NOW } from '../../src/demo/tamrin/index.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person } from './support/people.ts';

const FOLDER = fileURLToPath(new URL('./pictures', import.meta.url));
const SEEN = path.join(tmpdir(), 'kinga-seen');
const isUpdate = process.env.KINGA_PICTURES === 'update';

const LOCALES = ['en', 'ar'] as const;
const LIGHTS = ['light', 'dark'] as const;
const SIZE = { width: 1200, height: 720 };
/** Letters are drawn a little otherwise by another Chromium; a box that moved is more than this. */
const TOLERATED = 0.012;
/** How far a pixel may be from its like, which a palette of few colours moves already. */
const NEAR = 0.22;
const COLOURS = 32;

/** What no two runs have in common: digests, random ids, the map, which the graphics card draws. */
const HIDDEN = `
  canvas, .code { visibility: hidden !important }
`;

let browser: Browser;
let house: BrowserHouse & Loaded;
let subjects: Subjects;
const cookies = new Map<Who, Cookies>();

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse(140, true)]);
  for (const who of WHO) cookies.set(who, await sessionOf(browser, house, who));
  subjects = await subjectsOf(browser, house, cookies);
  await mkdir(FOLDER, { recursive: true });
  await rm(SEEN, { recursive: true, force: true });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const fileOf = (name: string, locale: string, scheme: string) => `${name.replaceAll(' ', '-')}-${locale}-${scheme}.png`;

/** Changes the light of a page that is open; a page that was busy when it changed is told again. */
async function lightOf(page: Page, scheme: (typeof LIGHTS)[number]): Promise<void> {
  const lit = page.locator(`html[data-theme="${scheme}"]`);
  for (let tries = 0; tries < 5; tries++) {
    await page.emulateMedia({ colorScheme: scheme });
    const is = await lit.waitFor({ state: 'attached', timeout: 4_000 }).then(
      () => true,
      () => false,
    );
    if (is) return;
    await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'light' : 'dark' });
  }
  throw new Error(`The page does not become ${scheme}.`);
}

/** Two looks in a row are the same: whatever still moves is waited for. */
async function stillPicture(page: Page): Promise<Buffer> {
  let before = await page.screenshot();
  for (let tries = 0; tries < 10; tries++) {
    const now = await page.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}

/** How much of the page differs from its picture, from 0 to 1; what was seen is kept where it differs. */
async function difference(file: string, seen: Buffer): Promise<number> {
  const there = pixelsOf(await readFile(path.join(FOLDER, file)));
  const now = pixelsOf(seen);
  if (there.width !== now.width || there.height !== now.height) return 1;
  const different = pixelmatch(there.pixels, now.pixels, undefined, now.width, now.height, { threshold: NEAR });
  const share = different / (now.width * now.height);
  if (share > TOLERATED) {
    await mkdir(SEEN, { recursive: true });
    await writeFile(path.join(SEEN, file), seen);
  }
  return share;
}

async function hold(file: string, seen: Buffer): Promise<void> {
  if (isUpdate) {
    await writeFile(path.join(FOLDER, file), withPalette(seen, COLOURS));
    return;
  }
  expect(existsSync(path.join(FOLDER, file)), `${file} has no picture yet; see the head of this file`).toBe(true);
  const share = await difference(file, seen);
  expect(share, `${file} looks otherwise; what was seen is in ${SEEN}`).toBeLessThanOrEqual(TOLERATED);
}

describe.each(LOCALES)('in %s', (locale) => {
  const people = new Map<Who, Person>();
  afterAll(() => Promise.all([...people.values()].map(({ context }) => context.close())));

  const browserOf = async (who: Who): Promise<Page> => {
    const there =
      people.get(who) ??
      (await person(browser, house.address, { locale, viewport: SIZE, bypassCSP: true, timezoneId: 'UTC' }));
    if (!people.has(who)) {
      await there.context.addCookies(cookies.get(who) ?? []);
      await there.page.clock.setFixedTime(SIMULATED_NOW);
    }
    people.set(who, there);
    return there.page;
  };

  it.each(PAGES)('$name', { timeout: 60_000 }, async (shown) => {
    const page = await browserOf(shown.who);
    await page.goto('about:blank');
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(addressOf(shown, house.mission, subjects));
    await page.locator(shown.ready).first().waitFor();
    await shown.act?.(page);
    await page.addStyleTag({ content: HIDDEN });
    await page.evaluate(async () => void (await document.fonts.ready));
    for (const scheme of LIGHTS) {
      await lightOf(page, scheme);
      await hold(fileOf(shown.name, locale, scheme), await stillPicture(page));
    }
  });
});

it('keeps no picture of a page that is gone', async () => {
  const wanted = PAGES.flatMap(({ name }) =>
    LOCALES.flatMap((locale) => LIGHTS.map((scheme) => fileOf(name, locale, scheme))),
  );
  const there = await readdir(FOLDER);
  if (isUpdate) for (const file of there) if (!wanted.includes(file)) await rm(path.join(FOLDER, file));
  expect((await readdir(FOLDER)).sort()).toEqual(wanted.sort());
});

it('would see a box that moved', async () => {
  const page = await browser.newPage({ viewport: SIZE });
  const draw = (left: number) =>
    page.setContent(
      `<body style="margin:0"><div style="margin-left:${left}px;width:300px;height:90px;background:#1d1b18">`,
    );
  await draw(20);
  const before = pixelsOf(withPalette(await page.screenshot(), COLOURS));
  await draw(90);
  const now = pixelsOf(await page.screenshot());
  await page.close();
  const { width, height } = now;
  expect(pixelmatch(before.pixels, now.pixels, undefined, width, height, { threshold: NEAR })).toBeGreaterThan(
    width * height * TOLERATED,
  );
});
