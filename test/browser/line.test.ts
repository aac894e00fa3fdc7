/** A line that drops: nothing typed is lost, what is old says so, and what happened meanwhile appears by itself. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { incidentInput } from '../support/incidents.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person, signIn, whatTheySaw } from './support/people.ts';

const LOST = 'No connection to the server.';

let browser: Browser;
let house: BrowserHouse & Loaded;
let officer: Person;
let colleague: Person;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  const failing = [/status of 401/, /ERR_INTERNET_DISCONNECTED/];
  officer = await person(browser, house.address, {}, failing);
  colleague = await person(browser, house.address, {}, failing);
  await signIn(officer.page, emailOf('duty_officer'), house.passphrase);
  await signIn(colleague.page, emailOf('field_officer_en'), house.passphrase);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { officer, colleague }));

const emailOf = (key: string) => house.people.find((one) => one.key === key)?.email ?? '';
const room = () => `/m/${house.mission}/room?frame=off`;
const title = (page: Page) => page.getByLabel('Title', { exact: true });

/** Somebody else records something, through the door that everybody uses. */
async function recordElsewhere(place: string): Promise<void> {
  const { core, levels, ...rest } = incidentInput({ place, day: '2031-06-09', point: [-26, -16] });
  const answer = await colleague.context.request.post(`/api/v1/missions/${house.mission}/incidents`, {
    data: { ...rest, core, levels },
  });
  if (!answer.ok()) throw new Error(await answer.text());
}

describe('a dropped line', { timeout: 120_000 }, () => {
  it('brings what others record, without a reload', async () => {
    await officer.page.goto(room());
    await officer.page.locator('.lines a').first().waitFor();
    await recordElsewhere('Elsewhere One');
    await officer.page.locator('.line').filter({ hasText: 'Elsewhere One' }).waitFor();
  });

  it('says that the list is old, keeps it, and catches up', async () => {
    const { page, context } = officer;
    await context.setOffline(true);
    await page.getByText(LOST).waitFor();
    expect(await page.locator('.lines a').count()).toBeGreaterThan(3);
    await recordElsewhere('Elsewhere Two');
    await context.setOffline(false);
    await page.locator('.line').filter({ hasText: 'Elsewhere Two' }).waitFor();
    await page.getByText(LOST).waitFor({ state: 'detached' });
  });

  it('loses nothing that was typed: offline, reloaded, closed and opened again', async () => {
    const { context } = officer;
    let { page } = officer;
    await page.goto(`/m/${house.mission}/incidents/new`);
    await title(page).fill('Smoke over the ferry');
    await context.setOffline(true);
    await title(page).fill('Smoke over the ferry, three boats');
    await page.getByText('Draft kept in this browser').waitFor();
    await page.getByText(LOST).waitFor();
    expect(await title(page).inputValue()).toBe('Smoke over the ferry, three boats');

    await context.setOffline(false);
    await page.reload();
    await expect.poll(() => title(page).inputValue()).toBe('Smoke over the ferry, three boats');

    await page.close();
    page = await context.newPage();
    officer.page = page;
    await page.goto(`/m/${house.mission}/incidents/new`);
    await expect.poll(() => title(page).inputValue()).toBe('Smoke over the ferry, three boats');
  });

  it('saves what was written down when the line is back', async () => {
    const { page, context } = officer;
    await page.getByLabel('Latitude').fill('-16.2');
    await page.getByLabel('Longitude').fill('-26.1');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(LOST).waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Smoke over the ferry, three boats' }).waitFor();
  });

  it('met no other error', () => {
    expect([...officer.complaints, ...colleague.complaints]).toEqual([]);
    expect(house.failures()).toEqual([]);
  });
});
