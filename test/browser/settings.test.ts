/** Whoever manages the mission changes what is particular to it; what was saved is there for everybody. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import { sessionOf } from '../../scripts/pages.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person, whatTheySaw } from './support/people.ts';

let browser: Browser;
let house: BrowserHouse & Loaded;
let admin: Person;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  admin = await person(browser, house.address, { viewport: { width: 1280, height: 900 } });
  await admin.context.addCookies(await sessionOf(browser, house, 'administrator'));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
afterEach((context) => whatTheySaw(context, { admin }));

const section = (title: string) =>
  admin.page.locator('.page-section').filter({ has: admin.page.getByRole('heading', { name: title, exact: true }) });
const save = async (title: string) => {
  await section(title).getByRole('button', { name: 'Save', exact: true }).click();
  await section(title).getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
};
const settings = async () =>
  (await admin.context.request.get(`${house.address}/api/v1/missions/${house.mission}`)).json();

describe('the settings of a mission', { timeout: 120_000 }, () => {
  it('say after how many days a record looks old', async () => {
    const { page } = admin;
    await page.goto(`/m/${house.mission}/settings`);
    await section('What looks old').getByLabel('Unconfirmed', { exact: true }).fill('2');
    await section('What looks old').getByLabel('Being confirmed', { exact: true }).fill('');
    await save('What looks old');
    expect((await settings()).settings.staleAfterDays).toMatchObject({ unconfirmed: 2, being_confirmed: null });
  });

  it('say what a new record begins with, and not the wrong way round', async () => {
    const levels = section('Levels of a new record');
    const choose = async (group: string, level: string) => {
      await levels.getByRole('button', { name: group }).click();
      await admin.page.getByRole('option', { name: level, exact: true }).click();
    };
    await choose('Account and sources', 'Confidential');
    await choose('Facts', 'Strictly confidential');
    await levels.getByText('The facts may not be more secret').waitFor();
    await choose('Facts', 'Public');
    await save('Levels of a new record');
    expect((await settings()).levels.core).toBe('public');
  });

  it('name the boundaries, and lead to them', async () => {
    await section('Boundaries').getByText('Tamrin, invented').waitFor();
    await section('Boundaries').getByRole('link').click();
    await admin.page.waitForURL('**/places');
  });

  it('begin again from another framework, after they said what goes', async () => {
    const { page } = admin;
    await page.goto(`/m/${house.mission}/settings`);
    await page.getByRole('button', { name: 'Choose a framework again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('its own words, order of types').waitFor();
    const before = (await settings()).framework.code;
    const other = dialog.locator('.choice:not([data-selected])').first();
    await other.click();
    await dialog.getByRole('button', { name: 'Begin again' }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = await settings();
    expect(after.framework.code).not.toBe(before);
    expect(after.levels.core).toBe('internal');
    expect(after.settings.staleAfterDays.unconfirmed).toBe(2);
  });

  it('met no error', () => {
    expect(admin.complaints).toEqual([]);
    expect(house.failures()).toEqual([]);
  });
});
