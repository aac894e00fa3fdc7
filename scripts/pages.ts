/** Every page of the house, how it is reached, and what is there when it is: for tests of its looks and for pictures. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { dropFile } from './drop-file.ts';

/** Where pictures of pages are. */
export const PICTURES = fileURLToPath(new URL('../docs/pictures', import.meta.url));
export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };
/** What a page is photographed in: each light, each direction of writing and each width, not every one with every other. */
export const LOOKS = [
  { locale: 'en', scheme: 'light', size: WIDE },
  { locale: 'ar', scheme: 'dark', size: WIDE },
  { locale: 'en', scheme: 'dark', size: NARROW },
  { locale: 'ar', scheme: 'light', size: NARROW },
] as const;
export type Look = (typeof LOOKS)[number];

export const pictureOf = (name: string, { locale, scheme, size }: Look): string =>
  `${name.replaceAll(' ', '-')}-${locale}-${scheme}-${size.width}.png`;

/** People of the demonstration whose pages are looked at. */
export const WHO = ['human_rights_officer', 'administrator', 'analyst'] as const;
export type Who = (typeof WHO)[number] | 'nobody';

export interface PageOf {
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

const RESOLUTION = [
  'Resolution 9501 (2031)',
  'Adopted by the Security Council at its 99210th meeting, on 3 June 2031',
  'The Security Council,',
  'Recalling its resolution 9467 (2030),',
  '1. Decides to extend the mandate of UNPMIT until 30 June 2031;',
  '3. Decides to remain actively seized of the matter.',
].join('\n\n');

/** A log is let go on the page, and so many steps are taken; on the way what is asked first, the order of its dates, is told. */
const toStep = (steps: number) => async (page: Page) => {
  await dropFile(page.locator('.drop'), { name: 'registre.csv', text: LOG });
  for (let step = 1; step <= steps; step++) {
    if (step === 2) await page.locator('.bring-ask button').first().click();
    await page.locator('.bring-turns .button-need').click();
    await page.locator(`.bring-steps li:nth-child(${step + 1})[aria-current]`).waitFor();
  }
  await page.locator('.bring-top table').first().waitFor();
};

export const PAGES: readonly PageOf[] = [
  { name: 'room', path: '/room', who: 'human_rights_officer', ready: '.lines a' },
  { name: 'map', path: '/room?view=map', who: 'human_rights_officer', ready: '.map[data-ready]' },
  {
    name: 'still map',
    path: '/room?view=map',
    who: 'human_rights_officer',
    ready: '.map[data-ready]',
    act: async (page) => {
      await page.locator('.map-other').click();
      await page.locator('.still[data-ready] .still-event').first().waitFor();
      // The next page has the moving one again.
      await page.evaluate("localStorage.setItem('kinga.map', 'moving')");
    },
  },
  { name: 'record', path: '/room/RECORD', who: 'human_rights_officer', ready: '.record .known-list' },
  { name: 'versions', path: '/room/RECORD?version=2&compare=1', who: 'human_rights_officer', ready: '.compare table' },
  {
    name: 'past',
    path: '/room?asOf=2031-01-01T00:00:00Z',
    who: 'human_rights_officer',
    ready: 'body:has(.then) .map[data-ready]',
  },
  { name: 'nothing found', path: '/room?q=zzzz', who: 'human_rights_officer', ready: '.room-list .state' },
  {
    name: 'palette',
    path: '/room',
    who: 'human_rights_officer',
    ready: '.lines a',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.locator('.palette .palette-line').first().waitFor();
    },
  },
  {
    name: 'silence',
    path: '/room?view=map',
    who: 'human_rights_officer',
    ready: '.map[data-ready]',
    act: press('.legend-silent', '.silence'),
  },
  { name: 'edit', path: '/incidents/RECORD/edit', who: 'human_rights_officer', ready: '.form' },
  { name: 'new record', path: '/incidents/new', who: 'human_rights_officer', ready: '.form' },
  { name: 'mandates', path: '/mandates', who: 'human_rights_officer', ready: '.mandates' },
  { name: 'mandate', path: '/mandates/MANDATE', who: 'human_rights_officer', ready: '.provision-acts' },
  {
    name: 'mandate by task',
    path: '/mandates/MANDATE?task=CivilianProtection&open=1',
    who: 'human_rights_officer',
    ready: '.provisions',
  },
  {
    name: 'correcting a mandate',
    path: '/mandates/MANDATE?task=CivilianProtection',
    who: 'human_rights_officer',
    ready: '.provisions',
    act: async (page) => {
      await page.locator('.provision-acts button').last().click();
      await page.locator('.correct-words').waitFor();
    },
  },
  {
    name: 'adding a mandate',
    path: '/mandates/new',
    who: 'human_rights_officer',
    ready: '.drop',
    act: async (page) => {
      await page.locator('textarea').first().fill(RESOLUTION);
      await page.locator('.acts .button-need').click();
      await page.locator('.mandate-found').waitFor();
      await page.locator('.fields .control').first().waitFor();
    },
  },
  { name: 'mandate through the years', path: '/mandates/years', who: 'human_rights_officer', ready: '.finding' },
  {
    name: 'comparing mandates',
    path: '/mandates/compare',
    who: 'human_rights_officer',
    ready: '.facings-head + .facings',
  },
  { name: 'field card', path: '/mandates/card', who: 'human_rights_officer', ready: '.paper-items' },
  { name: 'may we', path: '/mandates/ask', who: 'human_rights_officer', ready: '.ask-examples' },
  {
    name: 'may we answered',
    path: '/mandates/ask?sentence=May%20we%20use%20force%20to%20protect%20civilians%3F&day=2027-01-15',
    who: 'human_rights_officer',
    ready: '.ask-item',
  },
  {
    name: 'may we silent',
    path: '/mandates/ask?task=HumanRights&how=monitor',
    who: 'human_rights_officer',
    ready: '.ask-silence',
  },
  { name: 'missions beside', path: '/mandates/matrix', who: 'human_rights_officer', ready: '.matrix' },
  { name: 'theme of mandates', path: '/mandates/theme', who: 'human_rights_officer', ready: '.theme-picture' },
  { name: 'papers', path: '/briefs', who: 'human_rights_officer', ready: '.papers' },
  { name: 'paper', path: '/briefs/PAPER', who: 'human_rights_officer', ready: '.paper' },
  {
    name: 'words of a paper',
    path: '/briefs/PAPER',
    who: 'human_rights_officer',
    ready: '.paper',
    act: press('.own-words .paper-act', '.words-open'),
  },
  {
    name: 'sending',
    path: '/briefs/PAPER',
    who: 'human_rights_officer',
    ready: '.paper',
    act: press('.page-acts .button-need', '.dialog .choice'),
  },
  {
    name: 'composed paper',
    path: '/briefs/preview?kind=weekly&at=2031-W20',
    who: 'human_rights_officer',
    ready: '.paper',
  },
  { name: 'flash', path: '/briefs/preview?kind=flash&at=RECORD', who: 'human_rights_officer', ready: '.paper' },
  { name: 'template of papers', path: '/briefs/template', who: 'analyst', ready: '.template-sections' },
  {
    name: 'chronology',
    path: '/briefs/chronology?id=RECORD&moment=2031-06-01T03:00:00Z',
    who: 'human_rights_officer',
    ready: '.beside article',
  },
  { name: 'import', path: '/import', who: 'analyst', ready: '.drop' },
  { name: 'import columns', path: '/import', who: 'analyst', ready: '.drop', act: toStep(1) },
  { name: 'import words', path: '/import', who: 'analyst', ready: '.drop', act: toStep(2) },
  { name: 'import places', path: '/import', who: 'analyst', ready: '.drop', act: toStep(3) },
  {
    name: 'first hour',
    path: '/room?tag=the%20night%20at%20the%20mill',
    who: 'analyst',
    ready: '.lines a',
    act: async (page) => {
      await page.locator('.top button').last().click();
      await page.locator('[role="menuitem"]').nth(-2).click();
      await page.locator('.hour [aria-current="step"]').waitFor();
    },
  },
  {
    name: 'what a field means',
    path: '/incidents/RECORD/edit',
    who: 'human_rights_officer',
    ready: '.form .about',
    act: async (page) => {
      await page.locator('.form .about').nth(3).click();
      await page.locator('.about-text p').first().waitFor();
    },
  },
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

export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** A demonstration that is served. */
export interface Served {
  address: string;
  mission: string;
  passphrase: string;
  people: readonly { key: string; email: string }[];
}

export async function sessionOf(browser: Browser, house: Served, who: Who): Promise<Cookies> {
  const context = await browser.newContext({ baseURL: house.address });
  const { email } = house.people.find(({ key }) => key === who) ?? { email: '' };
  const answer = await context.request.post('/api/v1/session', { data: { email, passphrase: house.passphrase } });
  if (!answer.ok()) throw new Error(`${who} cannot sign in: ${await answer.text()}`);
  const kept = await context.cookies();
  await context.close();
  return kept;
}

/** What stands for RECORD, PAPER and MANDATE in an address. */
export interface Subjects {
  record: string;
  paper: string;
  mandate: string;
}

/**
 * A record of our own with an account, figures and at least two versions; a weekly brief with somebody's words in it; the
 * mission's first mandate.
 */
export async function subjectsOf(
  browser: Browser,
  house: Served,
  cookies: ReadonlyMap<Who, Cookies>,
): Promise<Subjects> {
  const context = await browser.newContext({ baseURL: house.address });
  await context.addCookies(cookies.get('human_rights_officer') ?? []);
  const base = `/api/v1/missions/${house.mission}`;
  const { items } = await (await context.request.get(`${base}/incidents?datasets=own&limit=100`)).json();
  const found = items.find((row: { version: number; kind: string }) => row.version > 1 && row.kind === 'incident');
  if (!found) throw new Error('Tamrin has no record of two versions.');
  const data = { id: crypto.randomUUID(), kind: 'weekly', at: '2031-W20', words: { comment: 'The bridge is closed.' } };
  const answer = await context.request.post(`${base}/papers`, { data });
  if (!answer.ok()) throw new Error(`No paper is kept: ${await answer.text()}`);
  const mandates = await (await context.request.get(`${base}/mandates`)).json();
  await context.close();
  return { record: found.id, paper: data.id, mandate: mandates.items.at(-1).id };
}

/** Where a page is, for `goto`. */
export const addressOf = ({ path }: PageOf, mission: string, { record, paper, mandate }: Subjects): string =>
  path.startsWith('//')
    ? path.slice(1)
    : `/m/${mission}${path.replace('RECORD', record).replace('PAPER', paper).replace('MANDATE', mandate)}`;
