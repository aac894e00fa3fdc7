/** Markup in every text that people can write: it is shown as what was typed, and nothing of it runs. */
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import { dropFile } from '../../scripts/drop-file.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { tamrin } from '../../src/demo/tamrin/index.ts';
import { IncidentInput } from '../../src/incidents/contract.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person, signIn, whatTheySaw } from './support/people.ts';

const RECORDS = 140;
/** Breaks out of an attribute, runs on load, and leaves a trace where a script ran. */
const MARKUP = `"><img src=x onerror="document.title='ran'"><script>document.title='ran'</script>`;

let browser: Browser;
let house: BrowserHouse & Loaded;
let officer: Person;
let admin: Person;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse(RECORDS)]);
  const unknown = [/status of 401/];
  officer = await person(browser, house.address, {}, unknown);
  admin = await person(browser, house.address, {}, unknown);
  await signIn(officer.page, emailOf('human_rights_officer'), house.passphrase);
  await signIn(admin.page, emailOf('administrator'), house.passphrase);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { officer, admin }));

const emailOf = (key: string) => house.people.find((one) => one.key === key)?.email ?? '';
const address = (path: string) => `/m/${house.mission}${path}`;

/** Puts the markup wherever the contract lets any words stand. @returns how many places those are */
function planted(input: IncidentInput): { input: IncidentInput; places: number } {
  let whole: unknown = structuredClone(input);
  let places = 0;
  const paths = leaves(whole);
  for (const path of paths) {
    const tried = replaced(whole, path);
    if (!IncidentInput.safeParse(tried).success) continue;
    whole = tried;
    places += 1;
  }
  return { input: IncidentInput.parse(whole), places };
}

const leaves = (value: unknown, path: string[] = []): string[][] =>
  value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [path];

function replaced(value: unknown, [key, ...rest]: string[]): unknown {
  if (key === undefined) return MARKUP;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest);
  return copy;
}

async function shown({ page }: Person, path: string, ready: string): Promise<void> {
  await page.goto(address(path));
  await page.locator(ready).first().waitFor();
  await page.getByText(MARKUP.slice(0, 20)).or(page.locator(`[value^='"><img']`)).first().waitFor();
  expect(await page.title()).not.toBe('ran');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
}

describe('planted markup', { timeout: 120_000 }, () => {
  it('in every text of a record', async () => {
    const writes = [...tamrin({ incidents: RECORDS }).writes()].filter(({ input }) => input.account);
    const richest = writes.toSorted((a, b) => leaves(b.input).length - leaves(a.input).length)[0];
    if (!richest) throw new Error('Tamrin has no record with an account.');
    const id = randomUUID();
    const { input, places } = planted({ ...richest.input, id, protected: null, compartments: [] });
    expect(places).toBeGreaterThan(12);
    const url = `/api/v1/missions/${house.mission}/incidents`;
    const answer = await officer.context.request.post(url, { data: input });
    expect(answer.ok(), await answer.text()).toBe(true);
    const second = { ...input, core: { ...input.core, title: `${MARKUP} again` } };
    const edited = await officer.context.request.put(`${url}/${id}`, { data: second, headers: { 'if-match': '1' } });
    expect(edited.ok(), await edited.text()).toBe(true);

    await shown(officer, '/room?frame=off&sort=recorded', '.lines a');
    await shown(officer, `/room/${id}?frame=off`, '.record .known-list');
    await shown(officer, `/room/${id}?frame=off&version=2&compare=1`, '.compare table');
    await shown(officer, `/incidents/${id}/edit`, '.form');
    await shown(officer, `/room?q=${encodeURIComponent(MARKUP)}`, '.room-list .state, .lines a');
  });

  it('in a file: its headings, cells and reasons', async () => {
    const { page } = officer;
    const cell = `"${MARKUP.replaceAll('"', '""')}"`;
    const text = `date,lat,lon,type,${cell}\n2031-05-01,-16,-26,${cell},${cell}\n${cell},1,1,${cell},x`;
    await page.goto(address('/import'));
    await dropFile(page.locator('.drop'), { name: '<img src=x>.csv', text });
    await page.getByRole('heading', { name: '<img src=x>.csv' }).waitFor();
    await page.getByText(MARKUP.slice(0, 20)).first().waitFor();
    await page.locator('.bring-turns .button-need').click();
    await page.locator('.bring-look').waitFor();
    expect(await page.title()).not.toBe('ran');
    expect(await page.locator('img').count()).toBe(0);
  });

  it('in what a mission calls itself and its partners', async () => {
    const { page } = admin;
    await page.goto(address('/settings'));
    await page.getByLabel('Name, English').first().fill(MARKUP);
    // A reload in the middle of saving would take the request back.
    const saved = page.waitForResponse((answer) => answer.request().method() !== 'GET' && answer.ok());
    await page.getByRole('button', { name: /^Save/ }).first().click();
    await saved;
    await page.reload();
    await page.locator('.top-mission').getByText(MARKUP.slice(0, 20)).waitFor();
    expect(await page.title()).not.toBe('ran');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  it('ran nothing, and fetched nothing', () => {
    expect([...officer.complaints, ...admin.complaints]).toEqual([]);
    expect(house.failures()).toEqual([]);
  });
});
