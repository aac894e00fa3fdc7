/** A newcomer to the demonstration does what the sheet says, by the very words on it, until nothing is left to do. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { STORY_TAG } from '../../src/demo/tamrin/story/records.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { axeViolations, misfits } from './support/look.ts';
import { type Person, person, whatTheySaw } from './support/people.ts';

let browser: Browser;
let house: BrowserHouse & Loaded;
let newcomer: Person;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
afterEach(async (context) => {
  await whatTheySaw(context, { newcomer });
  await newcomer?.context.close();
});

/** The record that is open when the page goes back to three o'clock was not known then; the browser notes the answer. */
const NOT_YET = [/status of 404/];

async function enter(locale: string): Promise<Person> {
  const there = await person(browser, house.address, { locale, viewport: { width: 1440, height: 900 } }, NOT_YET, true);
  const { email } = house.people.find(({ key }) => key === 'analyst') ?? { email: '' };
  await there.context.request.post('/api/v1/session', { data: { email, passphrase: house.passphrase } });
  await there.page.goto(`/m/${house.mission}/room`);
  return there;
}

/** What the sheet says now: the words in bold are those of the buttons, in the order in which they are pressed. */
interface Told {
  page: Page;
  words: string[];
  story: string;
}

/** A button of the page by the words that the sheet says stand on it; the sheet's own are not meant. */
const button = (page: Page, within: string, words: string | undefined): Locator =>
  page.locator(`${within} button:visible`, { hasText: words ?? '?' }).first();
const room = (page: Page) => page.locator('.nav a').first().click();
const firstLine = (page: Page) => page.locator('.lines a').first();

const SEGMENTS = [
  ['day', '20'],
  ['month', '05'],
  ['year', '2031'],
  ['hour', '03'],
  ['minute', '00'],
] as const;

const DO: Record<string, (told: Told) => Promise<void>> = {
  async night({ page, words: [add, tag, apply], story }) {
    await button(page, '.filters', add).click();
    await page.getByRole('menuitem', { name: tag ?? '', exact: true }).click();
    const panel = page.locator('.panel');
    await panel.getByRole('textbox').fill(story);
    await panel.getByText(apply ?? '').click();
    await page.locator('body').press('Escape');
  },
  async open({ page }) {
    await firstLine(page).waitFor();
    await page.locator('main').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
  },
  async past({ page, words: [asOf, show] }) {
    await button(page, '.top', asOf).click();
    for (const [part, digits] of SEGMENTS) {
      await page.locator(`.panel [data-type="${part}"]`).click();
      await page.keyboard.type(digits);
    }
    await button(page, '.panel', show).click();
  },
  async compare({ page, words: [back, attack, compare] }) {
    await button(page, '.then', back).click();
    await page
      .locator('.lines a', { hasText: attack ?? '?' })
      .first()
      .click();
    await page
      .locator('.record')
      .getByText(compare ?? '?')
      .click();
  },
  async filter({ page, words: [status, unconfirmed] }) {
    await page
      .locator('.filters button', { hasText: status ?? '?' })
      .first()
      .click();
    await page
      .locator('.panel')
      .getByText(unconfirmed ?? '?', { exact: true })
      .click();
    await page.locator('body').press('Escape');
  },
  async confirm({ page, words: [confirm] }) {
    await firstLine(page).click();
    await button(page, '.record-acts', confirm).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.choice').nth(2).click();
    await dialog.getByRole('textbox').fill('Two people who do not know one another say the same.');
    await dialog.locator('.dialog-acts button').last().click();
    await dialog.waitFor({ state: 'hidden' });
  },
  async source({ page, words: [edit, add, save] }) {
    await button(page, '.record-acts', edit).click();
    const sources = page.locator('#section-sources');
    const before = await sources.locator('.row-card').count();
    await button(page, '#section-sources', add).click();
    await sources.locator('.row-card').nth(before).locator('input').first().fill('Call-back by the desk');
    await button(page, '.form-foot', save).click();
    await page.locator('.record').waitFor();
  },
  async export({ page, words: [take, csv] }) {
    await room(page);
    await button(page, '.room-head', take).click();
    await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: csv ?? '', exact: true }).click(),
    ]);
  },
  async paper({ page }) {
    await page.locator('.nav a[href$="/briefs"]').click();
    await page.locator('form.compose [type="submit"]').click();
  },
};

const sheet = (page: Page) => page.locator('aside.hour');
const current = (page: Page) => sheet(page).locator('li[aria-current="step"]');

/** The steps in the order of the sheet, by the ids that the test knows them by. */
const ORDER = Object.keys(DO);

describe.each(['en', 'fr', 'ar'])('the first hour, in %s', (locale) => {
  it('is finished by doing what it says', { timeout: 240_000 }, async () => {
    newcomer = await enter(locale);
    const { page } = newcomer;
    await current(page).waitFor();
    const steps = await sheet(page).locator('li').count();
    const offered = steps === ORDER.length ? ORDER : ORDER.filter((id) => id !== 'paper');
    expect(steps).toBe(offered.length);
    for (const [done, id] of offered.entries()) {
      const step = sheet(page).locator('li').nth(done);
      expect(await step.getAttribute('aria-current'), id).toBe('step');
      const words = await step.locator('p b').allTextContents();
      const story = (await step.locator('p bdi').allTextContents()).join('');
      if (id === 'night') expect(story).toBe(STORY_TAG);
      await DO[id]?.({ page, words, story });
      await expect.poll(() => sheet(page).locator('li[data-done]').count(), { message: id }).toBe(done + 1);
    }
    expect(await current(page).count()).toBe(0);
    expect(newcomer.complaints).toEqual([]);
    expect(house.failures()).toEqual([]);
  });
});

it('is taken up where it was left, folded, sent away and called back, by keyboard', { timeout: 120_000 }, async () => {
  newcomer = await enter('en');
  const { page } = newcomer;
  await current(page).waitFor();
  await page.goto(`/m/${house.mission}/room?tag=the%20night%20at%20the%20mill`);
  await expect.poll(() => sheet(page).locator('li[data-done]').count()).toBe(1);
  await page.reload();
  await expect.poll(() => sheet(page).locator('li[data-done]').count()).toBe(1);
  await page.getByRole('button', { name: 'Fold the first hour away' }).press('Enter');
  await page.locator('.hour-line').getByText('1 of 8').or(page.locator('.hour-line').getByText('1 of 9')).waitFor();
  await page.locator('.hour-line button').press('Enter');
  await page.getByRole('button', { name: 'Do not show this' }).press('Enter');
  await sheet(page).waitFor({ state: 'detached' });
  await page.reload();
  await firstLine(page).waitFor();
  expect(await sheet(page).count()).toBe(0);
  await page.getByRole('button', { name: /^Account of/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'The first hour' }).press('Enter');
  await current(page).waitFor();
  expect(newcomer.complaints).toEqual([]);
});

it.each([
  ['en', 'light', 1440],
  ['ar', 'dark', 1440],
  ['fr', 'dark', 390],
  ['ar', 'light', 390],
] as const)('fits its page and axe: %s, %s, %i', { timeout: 120_000 }, async (locale, colorScheme, width) => {
  newcomer = await enter(locale);
  const { page } = newcomer;
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 844 });
  await page.evaluate(() => localStorage.setItem('kinga.hour', 'folded'));
  await page.reload();
  await page.locator('.hour-line').waitFor();
  await firstLine(page).waitFor();
  expect(await misfits(page)).toEqual([]);
  await page.locator('.hour-line button').click();
  await current(page).waitFor();
  expect(await misfits(page)).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
});
