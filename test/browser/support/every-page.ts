/** Looks at every page in a language, light and dark, wide and narrow; a file each, so that they are looked at side by side. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../scripts/browser.ts';
import {
  addressOf,
  type Cookies,
  NARROW,
  PAGES,
  LOOKS as PHOTOGRAPHED,
  pictureOf,
  type Subjects,
  sessionOf,
  subjectsOf,
  WHO,
  type Who,
  WIDE,
} from '../../../scripts/pages.ts';
import type { Loaded } from '../../../src/demo/load.ts';
import { SIMULATED_NOW } from '../../../src/demo/tamrin/index.ts';
import { differs } from './held.ts';
import { type BrowserHouse, tamrinHouse } from './house.ts';
import { axeViolations, misfits } from './look.ts';
import { type Person, person } from './people.ts';

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
const pagesIn = (locale: string) => (locale === 'fr' ? PAGES.filter(({ name }) => IN_FRENCH.includes(name)) : PAGES);
/** Boxes are measured in every look; axe, which takes longer, looks at each light and each width once. */
const LIGHTS = [
  { scheme: 'light', axeAt: 1440 },
  { scheme: 'dark', axeAt: 390 },
] as const;
const SIZES = [WIDE, NARROW] as const;
/** French in one light: what it adds is longer words, not other colours. */
const lightsIn = (locale: string) => LIGHTS.slice(0, locale === 'fr' ? 1 : 2);

/** Fewer than in the demonstration, and enough that a room is full. */
const RECORDS = 1000;

export function everyPageIn(...locales: ('en' | 'fr' | 'ar')[]): void {
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

  describe.each(locales)('in %s', (locale) => {
    const people = new Map<Who, Person>();
    afterAll(() => Promise.all([...people.values()].map(({ context }) => context.close())));

    const browserOf = async (who: Who): Promise<Person> => {
      const there = people.get(who) ?? (await person(browser, house.address, { locale }));
      if (!people.has(who)) {
        await there.context.addCookies(cookies.get(who) ?? []);
        await there.page.clock.setFixedTime(SIMULATED_NOW);
      }
      people.set(who, there);
      return there;
    };

    it.each(pagesIn(locale))('$name', { timeout: 180_000 }, async (shown) => {
      const { who, ready, act, noted } = shown;
      const { page, complaints } = await browserOf(who);
      const opened = async () => {
        // From nowhere, so that an address that differs by its part behind # alone is opened too.
        await page.goto('about:blank');
        await page.setViewportSize(SIZES[0]);
        await page.goto(addressOf(shown, house.mission, subjects));
        await page.locator(ready).first().waitFor();
        await act?.(page);
        await page.evaluate(async () => void (await document.fonts.ready));
      };
      const html = page.locator('html');
      for (const [n, { scheme, axeAt }] of lightsIn(locale).entries()) {
        await page.emulateMedia({ colorScheme: scheme });
        // Evening falls while a page is open, as it does on people's desks; what was opened on it may close with its width.
        if (n === 0 || act) await opened();
        await page.locator(`html[data-theme=${scheme}]`).waitFor({ state: 'attached' });
        expect(await html.getAttribute('lang')).toBe(locale);
        expect(await html.getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
        for (const size of SIZES) {
          await page.setViewportSize(size);
          // What follows the width by observing it needs a frame or two.
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
          const look = { scheme, width: size.width };
          expect({ ...look, misfits: await misfits(page) }).toEqual({ ...look, misfits: [] });
          if (size.width === axeAt)
            expect({ ...look, violations: await axeViolations(page) }).toEqual({ ...look, violations: [] });
          const taken = PHOTOGRAPHED.find((one) => one.locale === locale && one.scheme === scheme && one.size === size);
          if (taken) expect(await differs(page, pictureOf(shown.name, taken))).toBeNull();
        }
      }
      expect(complaints.splice(0).filter((complaint) => complaint !== noted)).toEqual([]);
    });
  });
}
