/** Getting in and being kept out: one-time codes, sessions ended elsewhere, pages that are not there or not for one. */
import { generate } from 'otplib';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person, signIn, whatTheySaw } from './support/people.ts';

let browser: Browser;
let house: BrowserHouse & Loaded;
let desk: Person;
let phone: Person;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  const refusals = [/status of (401|403|404|503)/];
  desk = await person(browser, house.address, {}, refusals);
  phone = await person(browser, house.address, {}, refusals);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { desk, phone }));

const emailOf = (key: string) => house.people.find((one) => one.key === key)?.email ?? '';
const address = (path: string) => `/m/${house.mission}${path}`;

describe('the entrance', { timeout: 120_000 }, () => {
  it('refuses a wrong passphrase in words that say no more', async () => {
    await desk.page.goto('/sign-in');
    await desk.page.getByLabel('E-mail').fill(emailOf('analyst'));
    await desk.page.getByLabel('Passphrase').fill('not the right one at all');
    await desk.page.getByRole('button', { name: 'Sign in' }).click();
    await desk.page.getByText('E-mail, passphrase or code is not right.').waitFor();
  });

  it('asks for the code of an authenticator, once one is set up', async () => {
    await signIn(desk.page, emailOf('analyst'), house.passphrase);
    await desk.page.goto(address('/account'));
    await desk.page.getByRole('button', { name: 'Turn them on' }).click();
    const secret = (await desk.page.locator('.codes .code').textContent()) ?? '';
    // An authenticator follows real time, also where the mission’s clock is simulated.
    const now = () => Math.floor(Date.now() / 1000);
    await desk.page.getByLabel('Six-digit code').fill(await generate({ secret, epoch: now() }));
    await desk.page.locator('.codes').getByLabel('Passphrase').fill(house.passphrase);
    await desk.page.getByRole('button', { name: 'Confirm' }).click();
    await desk.page.getByRole('button', { name: 'Turn them off' }).waitFor();

    await phone.page.goto('/sign-in');
    await phone.page.getByLabel('E-mail').fill(emailOf('analyst'));
    await phone.page.getByLabel('Passphrase').fill(house.passphrase);
    await phone.page.getByRole('button', { name: 'Sign in' }).click();
    await phone.page.getByText('E-mail, passphrase or code is not right.').waitFor();
    // The next code: the one before was used up.
    await phone.page.getByLabel('Code').fill(await generate({ secret, epoch: now() + 30 }));
    await phone.page.getByRole('button', { name: 'Sign in' }).click();
    await phone.page.waitForURL('**/room**');
  });

  it('ends a session from another device: that one is led to sign in, and back to its page', async () => {
    await phone.page.goto(address('/places'));
    await phone.page.getByRole('heading', { name: 'Places', exact: true }).waitFor();
    await desk.page.goto(address('/account'));
    await desk.page.getByRole('button', { name: /^End the session on/ }).click();
    await desk.page.getByText('The session is ended.').waitFor();
    await phone.page.getByRole('link', { name: 'Jobs' }).click();
    await phone.page.waitForURL('**/sign-in?to=*');
    expect(decodeURIComponent(phone.page.url())).toContain(address('/'));
  });
});

describe('a page that cannot be shown', { timeout: 120_000 }, () => {
  it('says what is missing to whoever lacks a role', async () => {
    await phone.context.clearCookies();
    await signIn(phone.page, emailOf('duty_officer'), house.passphrase);
    await phone.page.goto(address('/import'));
    await phone.page.getByRole('heading', { name: 'This page is not part of your role' }).waitFor();
    await phone.page.getByText('Import data').waitFor();
  });

  it('says that there is no such page, or record', async () => {
    await phone.page.goto(address('/nothing-of-the-kind'));
    await phone.page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await phone.page.goto(address('/room/00000000-0000-4000-8000-000000000000'));
    await phone.page.locator('.record').getByRole('heading', { name: 'Not here' }).waitFor();
    await phone.page.locator('.lines a').first().waitFor({ state: 'attached' });
  });

  it('says which part of an address cannot be read', async () => {
    const strange = await person(browser, house.address, { storageState: await phone.context.storageState() }, [
      /Invalid ISO date/,
    ]);
    await strange.page.goto(address('/room?from=yesterday'));
    await strange.page.getByText('These parts of it are not what they should be: from.').waitFor();
    await strange.page.getByRole('link', { name: 'Open without filters' }).click();
    await strange.page.locator('.lines a').first().waitFor();
    await strange.context.close();
  });

  it('tries again when the server was away for a moment', async () => {
    const { page } = phone;
    let away = true;
    await page.route('**/api/v1/missions/*/incidents?*', (route) =>
      away
        ? route.fulfill({ status: 503, json: { error: { code: 'unavailable', message: 'The database is away.' } } })
        : route.continue(),
    );
    await page.goto(address('/room?frame=off'));
    await page.locator('.room-list').getByRole('heading', { name: 'This did not work' }).waitFor();
    await page.getByText('The database is away.').waitFor();
    away = false;
    await page.locator('.room-list').getByRole('button', { name: 'Try again' }).click();
    await page.locator('.lines a').first().waitFor();
  });
});
