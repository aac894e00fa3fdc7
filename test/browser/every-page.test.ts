/** Every page, in both directions of writing, light and dark, wide and narrow. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { dropFile } from './support/drop-file.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { axeViolations, misfits } from './support/look.ts';
import { type Person, person } from './support/people.ts';

type Who = 'human_rights_officer' | 'administrator' | 'analyst' | 'nobody';

interface PageOf {
  name: string;
  path: string;
  who: Who;
  /** What is there when the page is. */
  ready: string;
  /** What the browser itself notes of an answer that the page asks for and expects. */
  noted?: string;
  /** What is done on the page before it is looked at. */
  act?: (page: Page) => Promise<void>;
}

const press = (selector: string, then: string) => async (page: Page) => {
  await page.locator(selector).first().click();
  await page.locator(then).first().waitFor();
};

const LOG = [
  'Date;Lieu;Type d’incident;Auteur présumé;Tués;H;F;Victims;Description',
  '03/04/2031;Temsa;Pillage;Hommes armés;3;2;1;4;Ils sont venus à l’aube.',
  '05/06/2031;Rovu;Frobnication;Hommes armés;0;0;0;1;Personne n’a été blessé.',
  'TOTAL;;;;3;2;1;5;',
].join('\n');

/** A log is let go on the page, and so many steps are taken. */
const toStep = (steps: number) => async (page: Page) => {
  await dropFile(page.locator('.drop'), { name: 'registre.csv', text: LOG });
  for (let step = 1; step <= steps; step++) {
    await page.locator('.bring-turns .button-need').click();
    await page.locator(`.bring-steps li:nth-child(${step + 1})[aria-current]`).waitFor();
  }
  await page.locator('.bring-top table').first().waitFor();
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
  { name: 'import columns', path: '/import', who: 'analyst', ready: '.drop', act: toStep(1) },
  { name: 'import words', path: '/import', who: 'analyst', ready: '.drop', act: toStep(2) },
  { name: 'import places', path: '/import', who: 'analyst', ready: '.drop', act: toStep(3) },
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
  {
    name: 'join',
    path: '//join#abcdefghijklmnopqrstuvwxyz',
    who: 'nobody',
    ready: 'form',
    // It asks who is signed in, and nobody is.
    noted: 'console: Failed to load resource: the server responded with a status of 401 (Unauthorized)',
  },
  { name: 'enter', path: '//enter#abcdefghijklmnopqrstuvwxyz', who: 'nobody', ready: 'form' },
];

/** French is written as English is, and longer: where it fits on these, it fits. */
const IN_FRENCH = ['map', 'record', 'versions', 'edit', 'import', 'people', 'settings', 'sign in'];
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
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
/** French in one light: what it adds is longer words, not other colours. */
const LOOKS = LANGUAGES.flatMap((language) =>
  LIGHTS.slice(0, language.locale === 'fr' ? 1 : 2).map((light) => ({ ...language, ...light })),
);

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

describe.each(LOOKS)('in $locale, $scheme', ({ locale, scheme, axeAt, pages }) => {
  const people = new Map<Who, Person>();
  afterAll(() => Promise.all([...people.values()].map(({ context }) => context.close())));

  const browserOf = async (who: Who): Promise<Person> => {
    const there = people.get(who) ?? (await person(browser, house.address, { locale, colorScheme: scheme }));
    if (!people.has(who)) await there.context.addCookies(cookies.get(who) ?? []);
    people.set(who, there);
    return there;
  };

  it.each(pages)('$name', { timeout: 120_000 }, async ({ path, who, ready, act, noted }) => {
    const { page, complaints } = await browserOf(who);
    // From nowhere, so that an address that differs by its part behind # alone is opened too.
    await page.goto('about:blank');
    await page.setViewportSize(SIZES[0]);
    await page.goto(path.startsWith('//') ? path.slice(1) : `/m/${house.mission}${path.replace('RECORD', record)}`);
    await page.locator(ready).first().waitFor();
    await act?.(page);
    await page.evaluate(async () => void (await document.fonts.ready));
    const html = page.locator('html');
    expect(await html.getAttribute('lang')).toBe(locale);
    expect(await html.getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    expect(await html.getAttribute('data-theme')).toBe(scheme);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const { width } = size;
      expect({ width, misfits: await misfits(page) }).toEqual({ width, misfits: [] });
      if (width === axeAt) expect({ width, violations: await axeViolations(page) }).toEqual({ width, violations: [] });
    }
    expect(complaints.splice(0).filter((complaint) => complaint !== noted)).toEqual([]);
  });
});
