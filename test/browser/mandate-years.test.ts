/** The first act of the story: the Council renews the mandate, drops human-rights monitoring and halves the troops. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person, signIn, whatTheySaw } from './support/people.ts';

const MONITOR = 'monitor, investigate and report publicly';

let browser: Browser;
let house: BrowserHouse & Loaded;
let officer: Person;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  officer = await person(browser, house.address, {}, [/status of 401/]);
  const email = house.people.find(({ key }) => key === 'human_rights_officer')?.email ?? '';
  await signIn(officer.page, email, house.passphrase);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { officer }));

describe('the mandate through the years', { timeout: 120_000 }, () => {
  it('says what is in force, what was lost, and in whose words', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates`);
    await page.getByRole('link', { name: 'The mandate through the years' }).click();
    await page.getByText(/^On 9 June 2031 .?S\/RES\/9467 \(2030\).? is in force, until 30 November 2031\.$/).waitFor();
    await page.getByRole('row', { name: /^Human rights and humanitarian law −? ?lost/ }).waitFor();
    const findings = page.locator('.finding');
    await findings.first().getByText(MONITOR).waitFor();
    expect(await findings.first().getByRole('heading').textContent()).toBe(
      'Protection without human-rights monitoring',
    );
    await findings.nth(1).getByText('4,800 → 2,400').waitFor();
  });

  it('leads from a quote to its paragraph', async () => {
    const { page } = officer;
    await page.locator('.finding').first().getByRole('link', { name: 'Paragraph 6 (b) (i)' }).click();
    await page.getByRole('heading', { level: 1, name: /S\/RES\/9401/ }).waitFor();
    await page.locator('.provision[data-current]', { hasText: MONITOR }).waitFor();
    await page.goBack();
  });

  it('is past its last day the day after', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates/years?date=2031-12-01`);
    const said = page.locator('.years-now [data-expired]');
    expect(await said.textContent()).toMatch(
      /nothing is in force: .?S\/RES\/9467 \(2030\).? ran out on 30 November 2031/,
    );
  });

  it('is taken out as a table', async () => {
    const { page } = officer;
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toContain(
      'Human rights and humanitarian law,"Decides · secure (6 (b) (i), 6 (b) (ii), 17)",no longer there\r\n',
    );
  });

  it('says the same where the two are compared, word by word', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates`);
    await page.getByRole('link', { name: 'S/RES/9467 (2030)' }).click();
    await page.getByRole('link', { name: 'Compare with the one before' }).click();
    expect((await page.locator('.figures dd').first().textContent())?.replaceAll(/[\u2068\u2069]/g, '')).toBe(
      '4,800 → 2,400',
    );
    const lost = page.locator('.changes > li', { hasText: 'Human rights' }).first();
    await lost.locator('[data-kind="lost"]').waitFor();
    await lost.locator('summary').click();
    await lost.getByText(MONITOR).waitFor();
    const first = page.locator('.facings-head + .facings .facing').first();
    expect(await first.locator('del').allTextContents()).toContain('establish');
    expect(await first.locator('ins').allTextContents()).toContain('extend');
  });
});
