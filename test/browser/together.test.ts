/** Two people at one record, by keyboard: one calls the other, who hears of it, finds it and answers; then many at once. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { incidentInput } from '../support/incidents.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { axeViolations, misfits } from './support/look.ts';
import { type Person, person, signIn, whatTheySaw } from './support/people.ts';

let browser: Browser;
let house: BrowserHouse & Loaded;
let officer: Person;
let analyst: Person;
const [record, other] = [crypto.randomUUID(), crypto.randomUUID()];

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  officer = await person(browser, house.address, {}, [/status of 401/]);
  analyst = await person(browser, house.address, {}, [/status of 401/]);
  await signIn(officer.page, emailOf('duty_officer'), house.passphrase);
  await signIn(analyst.page, emailOf('analyst'), house.passphrase);
  for (const [id, place] of [
    [record, 'Umbero'],
    [other, 'Umbero Bridge'],
  ] as const) {
    const data = incidentInput({ id, place, day: '2031-06-09', point: [-26, -16] });
    const answer = await officer.context.request.post(`/api/v1/missions/${house.mission}/incidents`, { data });
    if (!answer.ok()) throw new Error(await answer.text());
  }
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { officer, analyst }));

const emailOf = (key: string) => house.people.find((one) => one.key === key)?.email ?? '';
const nameOf = (key: string) => house.people.find((one) => one.key === key)?.name ?? '';
const address = (id: string) => `/m/${house.mission}/room/${id}?frame=off`;

async function fits(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  expect(await misfits(page)).toEqual([]);
}

describe('two at one record', { timeout: 120_000 }, () => {
  it('one calls the other, who hears of it without a reload and answers', async () => {
    await analyst.page.goto(`/m/${house.mission}/room`);
    await analyst.page.locator('.lines a').first().waitFor();
    const { page } = officer;
    await page.goto(address(record));
    await page.locator('.composer').waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type(`@${nameOf('analyst').slice(0, 3)}`);
    await page.locator('.offered').waitFor();
    await fits(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type('is the second source another one?');
    await page.keyboard.press('Control+Enter');
    await page
      .locator('.comment-words')
      .filter({ hasText: `@${nameOf('analyst')} is the second` })
      .waitFor();

    await analyst.page.locator('.bell-count[data-needs]').waitFor();
    await analyst.page.keyboard.press('b');
    await analyst.page.locator('.notice').first().waitFor();
    await fits(analyst.page);
    await analyst.page.locator('.notice').filter({ hasText: 'Umbero' }).click();
    await analyst.page.locator('.comment-words').filter({ hasText: 'second source' }).waitFor();
    await analyst.page.locator('.bell-count').waitFor({ state: 'detached' });
    await analyst.page.locator('.composer').waitFor();
    await analyst.page.keyboard.press('c');
    await analyst.page.keyboard.type('Yes, from the church.');
    await analyst.page.keyboard.press('Control+Enter');
    await page.locator('.comment-words').filter({ hasText: 'from the church' }).waitFor();
  });

  it('it is given, followed, and its status has a history', async () => {
    const { page } = officer;
    await page.goto(address(record));
    await page.locator('.care').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog').waitFor();
    await fits(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Assigned to' }).press('Enter');
    await page.getByRole('option', { name: nameOf('analyst') }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page
      .locator('.care b')
      .filter({ hasText: nameOf('analyst') })
      .waitFor();

    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('radio').count()).toBe(4);
    await dialog.getByText('Operationally confirmed', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('A second source.');
    await dialog.locator('.button-need').click();
    await dialog.waitFor({ state: 'detached' });
    // From confirmed one does not go back to unconfirmed.
    await page.keyboard.press('v');
    await expect.poll(() => dialog.getByRole('radio').count()).toBe(3);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'History of Operational status' }).first().click();
    await page.locator('.history del').waitFor();
    expect(await page.locator('.history li').count()).toBe(2);
    await fits(page);
    await page.keyboard.press('Escape');
  });
});

describe('the list', { timeout: 120_000 }, () => {
  it('is changed many at once, each as far as its life cycle lets it, and the view is kept', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/room?frame=off&q=Umbero`);
    await page.locator('.lines a').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.locator('.bulk').getByText('2 chosen').waitFor();
    await fits(page);
    await page.locator('.bulk').getByRole('button', { name: 'Status' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Unconfirmed', { exact: true }).click();
    await dialog.locator('textarea').fill('Heard again.');
    await dialog.locator('.button-need').press('Enter');
    await dialog.locator('.bulk-refused li').waitFor();
    expect(await dialog.locator('.bulk-refused li').count()).toBe(1);
    await fits(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await page.keyboard.press('w');
    await page.getByRole('menuitem', { name: 'Save this view' }).press('Enter');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('By the bridge');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.goto(`/m/${house.mission}/room`);
    await page.locator('.lines a').first().waitFor();
    await page.keyboard.press('w');
    await page.getByRole('menuitemradio', { name: 'By the bridge' }).press('Enter');
    await page.waitForURL('**q=Umbero**');
  });

  it('nothing was complained of', () => {
    expect([...officer.complaints, ...analyst.complaints]).toEqual([]);
  });
});
