/** Every page, in two directions of writing, light and dark, wide and narrow. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { axeViolations, misfits } from './support/look.ts';
import { person } from './support/people.ts';

type Who = 'human_rights_officer' | 'administrator' | 'analyst' | 'nobody';

interface PageOf {
  name: string;
  path: string;
  who: Who;
  /** What is there when the page is. */
  ready: string;
  /** What is done on the page before it is looked at. */
  act?: (page: Page) => Promise<void>;
}

const press = (selector: string, then: string) => async (page: Page) => {
  await page.locator(selector).first().click();
  await page.locator(then).first().waitFor();
};

const PAGES: readonly PageOf[] = [
  { name: 'room', path: '/room', who: 'human_rights_officer', ready: '.lines a' },
  { name: 'map', path: '/room?view=map', who: 'human_rights_officer', ready: '.map[data-ready]' },
  { name: 'record', path: '/room/RECORD', who: 'human_rights_officer', ready: '.record .known-list' },
  { name: 'versions', path: '/room/RECORD?version=2&compare=1', who: 'human_rights_officer', ready: '.compare table' },
  { name: 'past', path: '/room?asOf=2031-01-01T00:00:00Z', who: 'human_rights_officer', ready: '.then' },
  { name: 'nothing found', path: '/room?q=zzzz', who: 'human_rights_officer', ready: '.room-list .state' },
  { name: 'edit', path: '/incidents/RECORD/edit', who: 'human_rights_officer', ready: '.form' },
  { name: 'new record', path: '/incidents/new', who: 'human_rights_officer', ready: '.form' },
  { name: 'import', path: '/import', who: 'analyst', ready: '.drop' },
  { name: 'places', path: '/places?find=Tem', who: 'analyst', ready: '.page-section' },
  { name: 'jobs', path: '/jobs', who: 'analyst', ready: '.page .state, .jobs' },
  { name: 'roles', path: '/people', who: 'analyst', ready: '[role="tabpanel"]' },
  { name: 'forbidden', path: '/ledger', who: 'human_rights_officer', ready: '.page .state' },
  { name: 'no room', path: '/room', who: 'administrator', ready: '.page .state' },
  { name: 'ledger', path: '/ledger', who: 'administrator', ready: '.ledger table' },
  { name: 'people', path: '/people', who: 'administrator', ready: '[role="tabpanel"] table' },
  {
    name: 'invitation',
    path: '/people',
    who: 'administrator',
    ready: '.page-acts button',
    act: press('.page-acts button', '.dialog .choice'),
  },
  { name: 'settings', path: '/settings', who: 'administrator', ready: '.page-section .control' },
  { name: 'account', path: '/account', who: 'administrator', ready: '.page-section .control' },
  { name: 'unknown address', path: '/nothing', who: 'administrator', ready: '.state' },
  { name: 'sign in', path: '//sign-in', who: 'nobody', ready: 'form' },
  { name: 'set up', path: '//setup#abcdefghijklmnopqrstuvwxyz', who: 'nobody', ready: 'form' },
  { name: 'join', path: '//join#abcdefghijklmnopqrstuvwxyz', who: 'nobody', ready: 'form' },
  { name: 'enter', path: '//enter#abcdefghijklmnopqrstuvwxyz', who: 'nobody', ready: 'form' },
];

const LOOKS = [
  { locale: 'en', scheme: 'light', width: 1440 },
  { locale: 'ar', scheme: 'dark', width: 390 },
  { locale: 'ar', scheme: 'light', width: 1440 },
  { locale: 'fr', scheme: 'dark', width: 1440 },
  { locale: 'fr', scheme: 'light', width: 390 },
  { locale: 'en', scheme: 'dark', width: 390 },
] as const;

let browser: Browser;
let house: BrowserHouse & Loaded;
let record: string;
const cookies = new Map<Who, Awaited<ReturnType<typeof sessionOf>>>();

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  for (const who of ['human_rights_officer', 'administrator', 'analyst'] as const)
    cookies.set(who, await sessionOf(who));
  record = await twiceWritten();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function sessionOf(who: Who) {
  const context = await browser.newContext({ baseURL: house.address });
  const { email } = house.people.find(({ key }) => key === who) ?? { email: '' };
  const answer = await context.request.post('/api/v1/session', { data: { email, passphrase: house.passphrase } });
  if (!answer.ok()) throw new Error(`${who} cannot sign in: ${await answer.text()}`);
  const { cookies: kept } = await context.storageState();
  await context.close();
  return kept;
}

/** A record of our own with an account, figures and at least two versions. */
async function twiceWritten(): Promise<string> {
  const context = await browser.newContext({ baseURL: house.address });
  await context.addCookies(cookies.get('human_rights_officer') ?? []);
  const base = `/api/v1/missions/${house.mission}/incidents`;
  const { items } = await (await context.request.get(`${base}?datasets=own&limit=100`)).json();
  const found = items.find((row: { version: number; kind: string }) => row.version > 1 && row.kind === 'incident');
  await context.close();
  if (!found) throw new Error('Tamrin in small has no record of two versions.');
  return found.id;
}

describe.each(LOOKS)('in $locale, $scheme, $width px', ({ locale, scheme, width }) => {
  it.each(PAGES)('$name', { timeout: 120_000 }, async ({ path, who, ready, act }) => {
    const { context, page, complaints } = await person(browser, house.address, {
      locale,
      colorScheme: scheme,
      viewport: { width, height: width < 500 ? 844 : 900 },
    });
    try {
      const kept = cookies.get(who);
      if (kept) await context.addCookies(kept);
      await page.goto(path.startsWith('//') ? path.slice(1) : `/m/${house.mission}${path.replace('RECORD', record)}`);
      await page.locator(ready).first().waitFor();
      await act?.(page);
      await page.evaluate(() => document.fonts.ready);
      const html = page.locator('html');
      expect(await html.getAttribute('lang')).toBe(locale);
      expect(await html.getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
      expect(await html.getAttribute('data-theme')).toBe(scheme);
      expect(await axeViolations(page)).toEqual([]);
      expect(await misfits(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
