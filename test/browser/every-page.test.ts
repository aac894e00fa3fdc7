/** Every page, in both directions of writing, light and dark, wide and narrow. */

import { readdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import {
  addressOf,
  type Cookies,
  NARROW,
  PAGES,
  LOOKS as PHOTOGRAPHED,
  PICTURES,
  pictureOf,
  type Subjects,
  sessionOf,
  subjectsOf,
  WHO,
  type Who,
  WIDE,
} from '../../scripts/pages.ts';
import { pixelsOf, withPalette } from '../../scripts/picture.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { SIMULATED_NOW } from '../../src/demo/tamrin/index.ts';
import { difference, differs, TOLERATED } from './support/held.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { axeViolations, misfits } from './support/look.ts';
import { type Person, person } from './support/people.ts';

/** French is written as English is, and longer: where it fits on these, it fits. */
const IN_FRENCH = [
  'map',
  'record',
  'papers',
  'paper',
  'template of papers',
  'versions',
  'edit',
  'import',
  'people',
  'settings',
  'sign in',
];
const LANGUAGES = [
  { locale: 'en', pages: PAGES },
  { locale: 'ar', pages: PAGES },
  { locale: 'fr', pages: PAGES.filter(({ name }) => IN_FRENCH.includes(name)) },
];
/** Boxes are measured in every look; axe, which takes longer, looks at each light and each width once. */
const LIGHTS = [
  { scheme: 'light', axeAt: 1440 },
  { scheme: 'dark', axeAt: 390 },
] as const;
const SIZES = [WIDE, NARROW] as const;
/** French in one light: what it adds is longer words, not other colours. */
const LOOKS = LANGUAGES.flatMap((language) =>
  LIGHTS.slice(0, language.locale === 'fr' ? 1 : 2).map((light) => ({ ...language, ...light })),
);

/** Fewer than in the demonstration, and enough that a room is full. */
const RECORDS = 1000;

let browser: Browser;
let house: BrowserHouse & Loaded;
let subjects: Subjects;
const cookies = new Map<Who, Cookies>();

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse(RECORDS, true)]);
  for (const who of WHO) cookies.set(who, await sessionOf(browser, house, who));
  subjects = await subjectsOf(browser, house, cookies);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe.each(LOOKS)('in $locale, $scheme', ({ locale, scheme, axeAt, pages }) => {
  const people = new Map<Who, Person>();
  afterAll(() => Promise.all([...people.values()].map(({ context }) => context.close())));

  const browserOf = async (who: Who): Promise<Person> => {
    const there = people.get(who) ?? (await person(browser, house.address, { locale, colorScheme: scheme }));
    if (!people.has(who)) {
      await there.context.addCookies(cookies.get(who) ?? []);
      await there.page.clock.setFixedTime(SIMULATED_NOW);
    }
    people.set(who, there);
    return there;
  };

  it.each(pages)('$name', { timeout: 120_000 }, async (shown) => {
    const { who, ready, act, noted } = shown;
    const { page, complaints } = await browserOf(who);
    // From nowhere, so that an address that differs by its part behind # alone is opened too.
    await page.goto('about:blank');
    await page.setViewportSize(SIZES[0]);
    await page.goto(addressOf(shown, house.mission, subjects));
    await page.locator(ready).first().waitFor();
    await act?.(page);
    await page.evaluate(async () => void (await document.fonts.ready));
    const html = page.locator('html');
    expect(await html.getAttribute('lang')).toBe(locale);
    expect(await html.getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    expect(await html.getAttribute('data-theme')).toBe(scheme);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      // What follows the width by observing it needs a frame or two.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
      const { width } = size;
      expect({ width, misfits: await misfits(page) }).toEqual({ width, misfits: [] });
      if (width === axeAt) expect({ width, violations: await axeViolations(page) }).toEqual({ width, violations: [] });
      const look = PHOTOGRAPHED.find((one) => one.locale === locale && one.scheme === scheme && one.size === size);
      if (look) expect(await differs(page, pictureOf(shown.name, look))).toBeNull();
    }
    expect(complaints.splice(0).filter((complaint) => complaint !== noted)).toEqual([]);
  });
});

it('has a picture of every page, and of no other', async () => {
  const wanted = PAGES.flatMap(({ name }) => PHOTOGRAPHED.map((look) => pictureOf(name, look)));
  const there = (await readdir(PICTURES)).filter((file) => file.endsWith('.png'));
  expect(there.sort()).toEqual(wanted.sort());
});

it('would see a box that moved', async () => {
  const page = await browser.newPage({ viewport: NARROW });
  const drawn = async (left: number) => {
    await page.setContent(
      `<body style="margin:0"><div style="margin-left:${left}px;width:200px;height:90px;background:#1d1b18">`,
    );
    return page.screenshot();
  };
  const picture = withPalette(await drawn(20));
  const [same, moved] = [await drawn(20), await drawn(90)];
  await page.close();
  expect(difference(pixelsOf(picture), pixelsOf(same))).toBeLessThanOrEqual(TOLERATED);
  expect(difference(pixelsOf(picture), pixelsOf(moved))).toBeGreaterThan(TOLERATED);
});
