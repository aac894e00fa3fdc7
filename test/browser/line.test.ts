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
  const failing = [/status of 401/, /ERR_INTERNET_DISCONNECTED/, /net::ERR_FAILED/];
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

  it('keeps a save that is made without a line, says so, and sends it once when the line is back', async () => {
    const { page, context } = officer;
    await page.getByRole('textbox', { name: 'Latitude' }).fill('-16.2');
    await page.getByRole('textbox', { name: 'Longitude' }).fill('-26.1');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 record is saved in this browser').waitFor();
    await page.getByText(LOST).waitFor();
    await context.setOffline(false);
    await page.getByText('The record that waited is sent.').waitFor();
    const base = `/api/v1/missions/${house.mission}/incidents`;
    const { items } = await (await context.request.get(`${base}?q=ferry boats`)).json();
    expect(items).toMatchObject([{ title: 'Smoke over the ferry, three boats', point: [-26.1, -16.2] }]);
    await page.getByText('1 record is saved in this browser').waitFor({ state: 'detached' });
  });

  it('tells what the server would not take, and lets it be written on', async () => {
    const { page, context } = officer;
    const base = `/api/v1/missions/${house.mission}/incidents`;
    const { items } = await (await context.request.get(`${base}?q=ferry boats`)).json();
    const { id } = items[0];
    await page.goto(`/m/${house.mission}/incidents/${id}/edit`);
    await title(page).fill('Smoke over the ferry, four boats');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 record is saved in this browser').waitFor();
    // Somebody else is faster; they have a line.
    const other = await browser.newContext({ baseURL: house.address });
    await other.request.post('/api/v1/session', { data: { email: emailOf('analyst'), passphrase: house.passphrase } });
    const { core } = await (await other.request.get(`${base}/${id}`)).json();
    const levels = { core: 'internal', account: 'confidential', protected: 'strictly_confidential' };
    const faster = { id, core: { ...core, title: 'Smoke over the ferry, all is well' }, levels };
    const answer = await other.request.put(`${base}/${id}`, { data: faster, headers: { 'if-match': '1' } });
    expect(answer.status(), await answer.text()).toBe(200);
    await other.close();
    await context.setOffline(false);
    await page.getByText('Not saved:').waitFor();
    await page.getByRole('button', { name: 'Write on' }).click();
    await expect.poll(() => title(page).inputValue()).toBe('Smoke over the ferry, four boats');
    await page.getByText('somebody has changed the record since').waitFor();
    // The browser notes the answer that the page asks for and expects.
    const refused = 'console: Failed to load resource: the server responded with a status of 409 (Conflict)';
    expect(officer.complaints.splice(0).filter((complaint) => complaint !== refused)).toEqual([]);
  });

  it('opens without a line, with the list and the map that were seen last', async () => {
    const { page, context } = officer;
    await page.goto(`/m/${house.mission}/room`);
    await page.locator('.map[data-ready]').waitFor();
    await page.locator('.lines a').first().waitFor();
    await page.waitForFunction(async () => {
      const kept = (await (await caches.open('kinga-shell')).keys()).map(({ url }) => new URL(url).pathname);
      const parts = ['/assets/map-', '/assets/edit-page-', '/assets/record-panel-'];
      return kept.includes('/') && parts.every((part) => kept.some((path) => path.startsWith(part)));
    });
    // The first lines: a band above the list leaves room for fewer.
    const first = async () => (await page.locator('.lines a').allTextContents()).slice(0, 5);
    // The list of the map's frame follows the one of everywhere, and is put into the drawer a moment after it is seen.
    await page.waitForTimeout(4000);
    const seen = await first();
    expect(seen).toHaveLength(5);
    await context.setOffline(true);
    await page.reload();
    await page.getByText(LOST).waitFor();
    await expect.poll(first).toEqual(seen);
    await page.locator('.map[data-ready]').waitFor();
    // The map is lower by the band, and its frame another: what was seen stays.
    await expect.poll(first).toEqual(seen);
    // A draft is opened, too, and what is typed goes on being kept.
    await page.getByRole('link', { name: 'Record' }).first().click();
    await title(page).fill('Written after a reload without a line');
    await page.getByText('Draft kept in this browser').waitFor();
    await recordElsewhere('Elsewhere Three');
    await context.setOffline(false);
    await page.getByText(LOST).waitFor({ state: 'detached' });
    await page.goto(room());
    await page.locator('.line').filter({ hasText: 'Elsewhere Three' }).waitFor();
  });

  it('leaves nothing to whoever sits down next', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Passphrase').waitFor();
    const left = await page.evaluate(
      () =>
        new Promise<number[]>((resolve, reject) => {
          const open = indexedDB.open('kinga-desk');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const names = [...open.result.objectStoreNames];
            const counts = names.map(
              (name) =>
                new Promise<number>((done) => {
                  const count = open.result.transaction(name).objectStore(name).count();
                  count.onsuccess = () => done(count.result);
                }),
            );
            resolve(Promise.all(counts));
          };
        }),
    );
    expect(left).toEqual([0, 0, 0, 0]);
  });

  it('met no other error', () => {
    expect([...officer.complaints, ...colleague.complaints]).toEqual([]);
    expect(house.failures()).toEqual([]);
  });
});
