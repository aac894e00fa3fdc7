/** A machine without a graphics card, as this one: the still map stands there first, and does what the moving one does. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';

let browser: Browser;
let house: BrowserHouse & Loaded;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

it('shows every event once, comes nearer, opens a record, and gives way to the moving map', async () => {
  const context = await browser.newContext({ baseURL: house.address, viewport: { width: 1280, height: 800 } });
  await context.addInitScript("if (location.protocol === 'http:') localStorage.setItem('kinga.hour', 'off')");
  const email = house.people.find(({ key }) => key === 'duty_officer')?.email;
  await context.request.post('/api/v1/session', { data: { email, passphrase: house.passphrase } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`/m/${house.mission}/room`);
  const events = page.locator('.still[data-ready] .still-event');
  await events.first().waitFor();
  expect(await page.locator('.maplibregl-canvas').count()).toBe(0);

  // Every record that has a point is in one circle: those with a number say how many, the others hold one to four.
  let placed = 0;
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const list: string = `/api/v1/missions/${house.mission}/incidents?limit=200${cursor ? `&cursor=${cursor}` : ''}`;
    const answer: { items: { point: unknown }[]; next: string | null } = await (await context.request.get(list)).json();
    placed += answer.items.filter(({ point }) => point !== null).length;
    cursor = answer.next;
  }
  const numbers = await events.evaluateAll((all) => all.map((one) => Number(one.textContent)));
  const sum = numbers.reduce((a, b) => a + b, 0);
  const small = numbers.filter((n) => n === 0).length;
  expect(placed).toBeGreaterThanOrEqual(sum + small);
  expect(placed).toBeLessThanOrEqual(sum + 4 * small);

  await page.locator('.still .map-zoom button').first().click();
  await page.waitForURL('**bbox=**');
  await page.locator('.still .map-zoom button').last().click();
  await page.locator('.still[data-ready]').waitFor();
  // A few presses on what is left of a cluster come to a single event, and that opens.
  for (let presses = 0; presses < 12 && !/\/room\/[0-9a-f-]{36}/.test(page.url()); presses++) {
    await page.locator('.still[data-ready] .still-event').last().click();
    await page.waitForTimeout(400);
  }
  await page.waitForURL(/\/room\/[0-9a-f-]{36}/);
  await page.locator('.still-ring').first().waitFor();

  await page.getByRole('button', { name: 'Moving map' }).click();
  await page.locator('.maplibregl-canvas').waitFor();
  await page.reload();
  await page.locator('.map[data-ready] .maplibregl-canvas').waitFor();
  await context.close();
}, 120_000);
