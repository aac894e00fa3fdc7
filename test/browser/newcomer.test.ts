/**
 * Somebody opens the house for the first time, and does everything once: the whole walk of a newcomer, on the pages
 * alone. Each part stands on the one before it.
 */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import { dropFile } from '../../scripts/drop-file.ts';
import { EVENTS_IN_TABLE, KAGA_EVENTS, longTable, TABLE } from './support/events.ts';
import { type BrowserHouse, emptyHouse } from './support/house.ts';
import { type Person, person, whatTheySaw } from './support/people.ts';

/** Rows that nobody brings in within the moment that a press of a button takes. */
const LONG = 30_000;
const PASSPHRASE = 'nine quiet boats under the bridge';

let browser: Browser;
let house: BrowserHouse & { setUpLink: string };
let admin: Person;
let analyst: Person;
let reader: Person;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), emptyHouse()]);
  // The first page asks who is there, and is told: nobody.
  const unknown = [/status of 401/];
  admin = await person(browser, house.address, {}, unknown);
  // Whoever brings in stops a trial that still runs; it may just have ended, and then there is nothing to stop.
  analyst = await person(browser, house.address, {}, [...unknown, /status of 409/]);
  reader = await person(browser, house.address, {}, unknown);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { admin, analyst, reader }));

/** Makes an invitation on the page. @returns the link that is told once */
async function invite(name: string, roles: string[], level: string): Promise<string> {
  const { page } = admin;
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('For whom').fill(name);
  for (const role of roles) await dialog.getByText(role, { exact: true }).click();
  await dialog.getByRole('button', { name: /Level/ }).click();
  await page.getByRole('option', { name: level, exact: true }).click();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('region', { name: 'One-time link' }).textContent();
  await page.getByRole('button', { name: 'Close' }).click();
  return link ?? '';
}

async function join({ page }: Person, link: string, name: string, email: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL('**/m/*/room**');
}

/** What the list counts above itself: the sum of its rows' first numbers. */
async function counted({ page }: Person): Promise<number> {
  const texts = await page.locator('.summary-counts').allTextContents();
  return texts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
}

async function decide(status: string, note: string): Promise<void> {
  const dialog = analyst.page.getByRole('dialog');
  await dialog.getByText(status, { exact: true }).click();
  await dialog.getByLabel('Reason', { exact: true }).fill(note);
  await dialog.getByRole('button', { name: 'Set the status' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

const heading = (who: Person, name: string | RegExp) => who.page.getByRole('heading', { name });

describe('a newcomer', { timeout: 180_000 }, () => {
  it('makes the administrator and the mission, and is told whom the room waits for', async () => {
    const { page } = admin;
    await page.goto(house.setUpLink);
    await page.getByLabel('Name', { exact: true }).fill('Ama Kesi');
    await page.getByLabel('E-mail').fill('ama@example.org');
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Passphrase again').fill(PASSPHRASE);
    await page.getByLabel('Name of the mission').fill('Upper Valley');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.waitForURL('**/m/upper-valley/room**');
    await heading(admin, 'The room is not part of your role').waitFor();
    await page.getByRole('link', { name: 'To people and roles' }).click();
    await heading(admin, 'People and roles').waitFor();
  });

  it('invites an analyst, who finds an empty room that says what to do next', async () => {
    const roles = ['Analyst (joint mission analysis centre)', 'Human rights officer'];
    const link = await invite('Analyst', roles, 'Strictly confidential');
    await join(analyst, link, 'Noor Belo', 'noor@example.org');
    await heading(analyst, 'No records yet').waitFor();
    await analyst.page.locator('.room-list').getByRole('link', { name: 'Bring in a file' }).click();
    await heading(analyst, 'Bring in a file').waitFor();
  });

  it('drops a file, says what its columns mean, tries it, and brings it in', async () => {
    const { page } = analyst;
    await dropFile(page.locator('.drop'), { name: 'events.csv', text: TABLE });
    await heading(analyst, 'events.csv').waitFor();
    const next = page.getByRole('button', { name: 'Next', exact: true });
    await next.click();
    await heading(analyst, 'What the columns mean').waitFor();
    // What comes above a field that is open moves the page, and closes its list.
    await page
      .getByRole('region', { name: /^The first/ })
      .getByRole('row')
      .nth(3)
      .waitFor();
    const remark = page.getByRole('combobox', { name: 'Field that “remark of the desk” fills' });
    await remark.click();
    await remark.fill('Account in w');
    await page.getByRole('option', { name: 'Account in words' }).click();
    await next.click();
    await heading(analyst, 'What its words mean').waitFor();
    await next.click();
    await heading(analyst, 'Where it happened').waitFor();
    // Whoever has to leave finds the file again where they left it.
    await page.goto('/m/upper-valley/import');
    await page.getByRole('button', { name: 'Go on' }).click();
    await heading(analyst, 'Where it happened').waitFor();
    await next.click();
    await page.locator('label').filter({ hasText: 'Our own' }).click();
    await next.click();
    await heading(analyst, 'What it would bring').waitFor();
    const figure = (name: string) => page.locator('.figures > div').filter({ hasText: name }).locator('dd');
    await expect.poll(() => figure('added').textContent()).toBe(String(EVENTS_IN_TABLE));
    expect(await figure('refused').textContent()).toBe('1');

    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.waitForURL('**/import?run=*');
    const refused = page.getByRole('link', { name: /refused row/ }).first();
    const [file] = await Promise.all([page.waitForEvent('download'), refused.click()]);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('the day before yesterday');
    expect(text.trim().split('\n')).toHaveLength(2);
  });

  it('sees the events on list and map, in sync', async () => {
    const { page } = analyst;
    await page.getByRole('link', { name: /in the room$/ }).click();
    await page.waitForURL('**/room?*');
    await expect.poll(() => counted(analyst)).toBe(EVENTS_IN_TABLE);
    // The map has come, and looks at the whole mission; from now on the list follows it.
    await page.locator('.map[data-ready]').waitFor();
    await page.getByRole('button', { name: 'Add a filter' }).click();
    await page.getByRole('menuitem', { name: 'In frame' }).click();
    await page.goto(`${new URL(page.url()).pathname}?bbox=20,5.5,22.5,7.5`);
    await expect.poll(() => counted(analyst)).toBe(KAGA_EVENTS);
    await page.locator('.map[data-ready]').waitFor();

    const canvas = page.locator('.room-map canvas');
    const box = await canvas.boundingBox();
    if (!box) throw new Error('The map has no size.');
    // Most of a frame to the side there is nothing any more.
    await page.mouse.move(box.x + box.width * 0.95, box.y + box.height / 3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.05, box.y + box.height / 3, { steps: 3 });
    await page.mouse.up();
    await heading(analyst, 'Nothing here').waitFor();
    await page.getByRole('button', { name: 'Look beyond the frame' }).click();
    await expect.poll(() => counted(analyst)).toBe(EVENTS_IN_TABLE);
  });

  it('opens one by keyboard', async () => {
    const { page } = analyst;
    await page.locator('.lines a').first().waitFor();
    await page.locator('body').press('j');
    await page.locator('body').press('j');
    await page.locator('body').press('Enter');
    await page.waitForURL('**/room/*-*-*');
    await page.locator('.line[aria-current]').waitFor();
    await heading(analyst, /civilian|Abduction|Attack/)
      .first()
      .waitFor();
  });

  it('edits it: a version more, side by side with the one before', async () => {
    const { page } = analyst;
    await page.locator('body').press('e');
    await heading(analyst, 'Edit the record').waitFor();
    await page.getByLabel('Title', { exact: true }).fill('Shots at the mill');
    await page.getByRole('button', { name: 'Save' }).click();
    await heading(analyst, 'Shots at the mill').waitFor();
    await page.getByRole('link', { name: 'compare versions' }).click();
    await page.getByText('1 thing changed').waitFor();
    const changed = page.locator('tr[data-differs]');
    expect(await changed.count()).toBe(1);
    expect(await changed.textContent()).toContain('Shots at the mill');
    await page.getByRole('link', { name: 'back to the record' }).click();
    await page.getByRole('button', { name: /^Confirm/ }).waitFor();
  });

  it('confirms it, and verifies it with a reason', async () => {
    const { page } = analyst;
    await page.getByRole('button', { name: /^Confirm/ }).click();
    await decide('Operationally confirmed', 'Two people who do not know one another say the same.');
    await page.locator('.record').getByText('Operationally confirmed', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Verify/ }).click();
    await decide('Allegation', 'A team goes there tomorrow.');
    await page.locator('.record').getByText('Allegation', { exact: true }).waitFor();
    expect(await page.locator('.known-list > li').count()).toBe(4);
  });

  it('narrows by filters that live in the address, and a reload keeps them', async () => {
    const { page } = analyst;
    await page.goto('/m/upper-valley/room?frame=off');
    await page.getByRole('button', { name: 'Type', exact: true }).click();
    await page.getByRole('dialog', { name: 'Type' }).getByText('Abduction', { exact: true }).click();
    await page.waitForURL(/types=abduction/);
    await page.locator('body').press('Escape');
    await expect.poll(() => counted(analyst)).toBe(EVENTS_IN_TABLE / 3);
    await page.reload();
    await page.getByRole('button', { name: 'Abduction', exact: true }).waitFor();
    await expect.poll(() => counted(analyst)).toBe(EVENTS_IN_TABLE / 3);
    await page.getByRole('button', { name: 'Take off: Type' }).click();
    await expect.poll(() => counted(analyst)).toBe(EVENTS_IN_TABLE);
  });

  it('goes back to what was known before, where nothing was', async () => {
    const { page } = analyst;
    const mark = page.getByRole('slider', { name: 'As known on' });
    const box = await mark.boundingBox();
    if (!box) throw new Error('The mark of what was known is not drawn.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 300, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/asOf=/);
    await page.getByText('You see what was known on').waitFor();
    await heading(analyst, 'Nothing here').waitFor();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect.poll(() => counted(analyst)).toBe(EVENTS_IN_TABLE);
  });

  it('takes out what is on screen as CSV', async () => {
    const { page } = analyst;
    await page.goto('/m/upper-valley/room?frame=off&types=abduction');
    await expect.poll(() => counted(analyst)).toBe(EVENTS_IN_TABLE / 3);
    await page.getByRole('button', { name: 'Export' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV', exact: true }).click(),
    ]);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(EVENTS_IN_TABLE / 3 + 1);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
  });

  it('verifies the ledger from its page', async () => {
    const { page } = admin;
    await page.getByRole('link', { name: 'Ledger' }).click();
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText('Nothing was rewritten').waitFor();
  });

  it('invites a reader, who sees only what the level allows', async () => {
    await admin.page.getByRole('link', { name: 'People' }).click();
    const link = await invite('Reader', ['Reader'], 'Internal');
    await join(reader, link, 'Sami Dor', 'sami@example.org');
    await reader.page.goto('/m/upper-valley/room?frame=off');
    await expect.poll(() => counted(reader)).toBe(EVENTS_IN_TABLE);
    await reader.page.locator('.lines a').first().click();
    await reader.page.getByText('No account, sources or evidence are open to you').waitFor();
    expect(await reader.page.getByText('Told by neighbour').count()).toBe(0);
    expect(await reader.page.getByRole('button', { name: /^Confirm|^Edit|^Verify|^Export/ }).count()).toBe(0);
    expect(await reader.page.getByRole('link', { name: /Import|Ledger/ }).count()).toBe(0);
  });

  it('stops a long import, and is told what stays', async () => {
    const { page } = analyst;
    await page.goto('/m/upper-valley/import');
    await dropFile(page.locator('.drop'), { name: 'long.csv', text: longTable(LONG) });
    await heading(analyst, 'long.csv').waitFor();
    await page.getByRole('button', { name: 'Where it goes' }).click();
    await page.locator('label').filter({ hasText: 'Our own' }).click();
    await page.getByRole('button', { name: 'Trial and run' }).click();
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByRole('button', { name: /^Stop: / }).click();
    await page.getByText('Somebody stopped it.').first().waitFor();
    await page.getByRole('link', { name: 'Jobs' }).click();
    await page.locator('.job').first().getByText('Stopped', { exact: true }).waitFor();
  });

  it('signs out, and the room is closed', async () => {
    const { page } = analyst;
    await page.getByRole('button', { name: 'Account of Noor Belo' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto('/m/upper-valley/room');
    await page.waitForURL('**/sign-in?to=*');
  });

  it('met no error, and nothing from elsewhere', () => {
    expect([...admin.complaints, ...analyst.complaints, ...reader.complaints]).toEqual([]);
    expect(house.failures()).toEqual([]);
  });
});
