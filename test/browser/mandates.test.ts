/** Mandates on the pages: read and confirmed by keys, corrected on chosen words, added from a file, withdrawn. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person, signIn, whatTheySaw } from './support/people.ts';

let browser: Browser;
let house: BrowserHouse & Loaded;
let officer: Person;
let assistant: Person;

const emailOf = (key: string) => house.people.find((p) => p.key === key)?.email ?? '';
const row = (who: Person, n: number) => who.page.locator('.provisions').last().locator('.provision').nth(n);

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  officer = await person(browser, house.address, {}, [/status of 401/]);
  assistant = await person(browser, house.address, {}, [/status of 401/]);
  await signIn(officer.page, emailOf('human_rights_officer'), house.passphrase);
  await signIn(assistant.page, emailOf('liaison_assistant'), house.passphrase);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { officer, assistant }));

const openFirst = async ({ page }: Person) => {
  await page.goto(`/m/${house.mission}/mandates`);
  await page.getByRole('link', { name: 'S/RES/9401 (2026)' }).click();
  await page.locator('.mandate-filters').waitFor();
};

describe('mandates', { timeout: 120_000 }, () => {
  it('a paragraph is confirmed by keys, in one’s own name', async () => {
    const { page } = officer;
    await openFirst(officer);
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.getByText('2 is confirmed').waitFor();
    await row(officer, 1)
      .getByText(/^Confirmed by .*Inashi Koldur.* on 9 Jun 2031$/)
      .waitFor();
    await page.getByText('45 of 54 operative paragraphs confirmed').waitFor();
  });

  it('lights the words that a chip rests on, and the chip of words', async () => {
    const force = row(officer, 4);
    await force.getByRole('button', { name: 'All necessary means' }).focus();
    expect(await force.locator('.words-part[data-lit]').allTextContents()).toEqual(['all necessary means']);
    await force.locator('.words-part', { hasText: 'all necessary means' }).hover();
    await force.locator('.mark-chip[data-lit]', { hasText: 'All necessary means' }).waitFor();
  });

  it('is corrected on chosen words, and every version stays', async () => {
    const { page } = officer;
    await row(officer, 2).getByRole('button', { name: 'Paragraph 3' }).click();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.locator('.correct-words').dblclick({ position: { x: 30, y: 20 } });
    await dialog.getByText(/^What is added rests on: “?Requests/).waitFor();
    await dialog.getByRole('button', { name: /Add a task/ }).click();
    await page.getByRole('option', { name: 'Peace process' }).click();
    await dialog.getByRole('textbox', { name: 'Why it is read so' }).fill('Good offices are meant.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('3 is corrected').waitFor();
    await row(officer, 2).getByText('Good offices are meant.').waitFor();
    await row(officer, 2)
      .locator('.words-part[data-task]', { hasText: /^Requests/ })
      .waitFor();
    await row(officer, 2)
      .getByRole('button', { name: /2 versions/ })
      .click();
    await dialog.getByText(/As read on/).waitFor();
    expect(await dialog.locator('.provision-past > li').count()).toBe(2);
    await page.keyboard.press('Escape');
  });

  it('is shown as it was known, and nothing can be said of it there', async () => {
    const { page } = officer;
    await page.goto(`${page.url()}?asOf=2026-05-29T00:00:00Z`);
    await page.getByText('0 of 54 operative paragraphs confirmed').waitFor();
    expect(await page.locator('.provision-acts').count()).toBe(0);
  });

  it('is read by whoever reads incidents, who is offered nothing more', async () => {
    const { page } = assistant;
    await openFirst(assistant);
    await row(assistant, 2).getByText('Good offices are meant.').waitFor();
    expect(await page.locator('.provision-acts, .page-acts button').count()).toBe(0);
    await page.goto(`/m/${house.mission}/mandates/new`);
    await page.getByText('This page is not part of your role').waitFor();
  });

  it('is added from a file after a look at what was recognised, and withdrawn', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates`);
    await page.getByRole('link', { name: 'Add a mandate' }).click();
    const text =
      'Resolution 9501 (2031)\n\nAdopted on 3 June 2031\n\nThe Security Council,\n\n1. Decides to extend it.\n\n3. Ends.\n';
    const file = { name: 'resolution.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator('.mandate-found').getByText('S/RES/9501 (2031)').waitFor();
    await page.getByText(/^There is no paragraph .?2.?:/).waitFor();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('heading', { level: 1, name: 'S/RES/9501 (2031)' }).waitFor();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('A draft.');
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('S/RES/9501 (2031) was withdrawn').waitFor();
    expect(await page.locator('.mandates-title').allTextContents()).toEqual(['S/RES/9467 (2030)', 'S/RES/9401 (2026)']);
  });
});
