/** Papers on the pages: a flash by keyboard alone, words that two people change, and a line that drops in the middle. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person, signIn, whatTheySaw } from './support/people.ts';

let browser: Browser;
let house: BrowserHouse & Loaded;
let officer: Person;
let analyst: Person;
let paper: string;

const emailOf = (key: string) => house.people.find((p) => p.key === key)?.email ?? '';
const api = () => `/api/v1/missions/${house.mission}`;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  // Cut on purpose, and of two who change the same words one is told.
  const expected = [/net::ERR_INTERNET_DISCONNECTED/, /status of 412/, /status of 401/];
  officer = await person(browser, house.address, {}, expected);
  analyst = await person(browser, house.address, {}, expected);
  await signIn(officer.page, emailOf('duty_officer'), house.passphrase);
  await signIn(analyst.page, emailOf('analyst'), house.passphrase);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { officer, analyst }));

/** The gravest incident of our own, as the duty officer's list has it. */
async function gravest(): Promise<string> {
  const answer = await officer.context.request.get(
    `${api()}/incidents?datasets=own&kinds=incident&counted=true&sort=killed&limit=1`,
  );
  const { items } = await answer.json();
  return items[0].id;
}

/** Presses one key after another. @returns how many */
async function keys(pressed: readonly string[]): Promise<number> {
  for (const key of pressed) await officer.page.keyboard.press(key);
  return pressed.length;
}

describe('papers', { timeout: 120_000 }, () => {
  it('a flash goes from its record to a sent PDF in a dozen keys', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/room/${await gravest()}`);
    await page.locator('.record .known-list').waitFor();
    let count = await keys(['f']);
    await page.locator('.paper').waitFor();
    await page
      .getByRole('button', { name: /^Keep and review/ })
      .and(page.locator(':enabled'))
      .waitFor();
    count += await keys(['Enter']);
    await page.waitForURL(/briefs\/[0-9a-f-]{36}/);
    paper = page.url().split('/').at(-1) ?? '';
    await page.getByRole('button', { name: /^Send/ }).waitFor();
    count += await keys(['s']);
    await page.getByRole('dialog').getByRole('checkbox').first().waitFor({ state: 'attached' });
    count += await keys(['h', 'e', 'a', 'd', 'Enter', 'Control+Enter']);
    await page.getByText('Sent to one person.').waitFor();
    await page.locator('.paper-beside').getByText('Sent', { exact: true }).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), keys(['p'])]);
    count += 1;
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.suggestedFilename()).toMatch(/^flash-[0-9a-f]{8}-en\.pdf$/);
    expect(count).toBeLessThanOrEqual(12);
  });

  it('stands among the papers of whoever it was sent to', async () => {
    const head = await person(browser, house.address, {}, [/status of 401/]);
    await signIn(head.page, emailOf('head_of_mission'), house.passphrase);
    await head.page.goto(`/m/${house.mission}/briefs`);
    await head.page.getByRole('heading', { name: 'Sent to you' }).waitFor();
    const section = head.page.locator('.page-section').filter({ hasText: 'Sent to you' });
    expect(await section.locator(`a[href$="${paper}"]`).count()).toBe(1);
    expect(head.complaints).toEqual([]);
    await head.context.close();
  });

  it('opens the records behind a number, as they were known', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/briefs/preview?kind=weekly&at=2031-W20`);
    const figure = page.locator('.paper-figure').first();
    const told = Number((await figure.textContent())?.replaceAll(/\D/g, ''));
    await figure.click();
    await page.waitForURL(/room\?.*asOf=/);
    await expect
      .poll(async () => {
        const texts = await page.locator('.summary-counts').allTextContents();
        return texts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
      })
      .toBe(told);
  });

  it('keeps what was typed when the line drops and the page is closed', async () => {
    const id = randomUUID();
    const made = await officer.context.request.post(`${api()}/papers`, {
      data: { id, kind: 'weekly', at: '2031-W20', language: 'en' },
    });
    expect(made.status()).toBe(201);
    paper = id;
    const { page } = officer;
    await page.goto(`/m/${house.mission}/briefs/${id}`);
    await page.locator('.paper').waitFor();
    await page.keyboard.press('e');
    const words = page.getByLabel('In your words');
    await words.fill('The valley was quiet until Thursday.');
    await officer.context.setOffline(true);
    await words.pressSequentially(' Then it was not.');
    await page.getByText('Kept in this browser until you save it.').waitFor();
    await page.close();
    await officer.context.setOffline(false);
    officer.page = await officer.context.newPage();
    await officer.page.goto(`/m/${house.mission}/briefs/${id}`);
    await expect
      .poll(() => officer.page.getByLabel('In your words').inputValue())
      .toBe('The valley was quiet until Thursday. Then it was not.');
  });

  it('lays the other’s words beside one’s own where two change the same paragraph', async () => {
    await analyst.page.goto(`/m/${house.mission}/briefs/${paper}`);
    await analyst.page.locator('.paper').waitFor();
    await analyst.page.keyboard.press('e');
    await analyst.page.getByLabel('In your words').fill('Nothing came from the valley since Thursday.');
    await analyst.page.getByRole('button', { name: 'Save the words' }).click();
    await analyst.page.getByText('Saved as a new version.').waitFor();

    const { page } = officer;
    await page.getByText(/has made version 2 since you began/).waitFor();
    expect(await page.locator('.words-late').textContent()).toContain('Nothing came from the valley');
    await page.getByRole('button', { name: 'Go on with my words on that version' }).click();
    await page.getByRole('button', { name: 'Save the words' }).click();
    await page.getByText('Saved as a new version.').waitFor();
    await page.getByText('Then it was not.').first().waitFor();
    await page.getByText('As generated').waitFor();
    await expect.poll(() => page.locator('.paper-beside .known-list > li').count()).toBe(3);
  });

  it('tells what was known at a moment beside what is known today', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/briefs/chronology?from=2031-05-01&to=2031-05-20&moment=2031-05-10T03:00:00Z`);
    await page.locator('.chrono-rule').waitFor();
    await page.locator('.beside article').first().waitFor();
    const lines = page.locator('.chrono > li:not(.chrono-head)');
    const rule = await lines.evaluateAll((all) => all.findIndex((li) => li.classList.contains('chrono-rule')));
    const later = await lines.evaluateAll((all) => all.map((li) => 'later' in (li as HTMLElement).dataset));
    expect(later.slice(0, rule)).not.toContain(true);
    expect(later.slice(rule + 1)).not.toContain(false);
    expect(later.length).toBeGreaterThan(3);
  });

  it('met no error, and nothing from elsewhere', () => {
    expect([...officer.complaints, ...analyst.complaints]).toEqual([]);
    expect(house.failures()).toEqual([]);
  });
});
