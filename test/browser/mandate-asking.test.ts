/** May we? Asked on the pages: words, what limits them, or silence; never a bare yes or no. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person, signIn, whatTheySaw } from './support/people.ts';

let browser: Browser;
let house: BrowserHouse & Loaded;
let officer: Person;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  officer = await person(browser, house.address, {}, [/status of 401/]);
  const { email } = house.people.find(({ key }) => key === 'human_rights_officer') ?? { email: '' };
  await signIn(officer.page, email, house.passphrase);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { officer }));

const SILENCE = 'Silence is no permission, and no prohibition: ask the legal adviser.';

describe('may we', { timeout: 120_000 }, () => {
  it('is reached by the palette, has the keyboard, and answers Enter with silence since the renewal', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates`);
    await page.locator('.mandates-title').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.palette').getByRole('searchbox').waitFor();
    await page.keyboard.type('May we');
    await page.getByRole('menuitem', { name: /May we …\?/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.ask-examples').waitFor();
    await page.keyboard.type('May we monitor human rights violations?');
    await page.keyboard.press('Enter');
    await page.getByText(SILENCE).waitFor();
    await page.getByText(/^As read on .* by rules .*S\/RES\/9467 \(2030\).*, until 30 November 2031\.$/).waitFor();
    expect(await page.locator('.ask-item').count()).toBe(0);
    await page
      .locator('.visually-hidden[role="status"]', { hasText: 'say nothing of this' })
      .waitFor({ state: 'attached' });
  });

  it('has words for it before the renewal, each in its paragraph with who vouches for it', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates/ask?task=HumanRights&how=monitor&day=2027-01-15`);
    await page.getByRole('button', { name: 'Ask this' }).click();
    await page.locator('.ask-item').first().waitFor();
    expect(page.url()).toContain('day=2027-01-15');
    expect(await page.getByText(SILENCE).count()).toBe(0);
    await page.getByRole('heading', { name: 'Words for it' }).waitFor();
    const first = page.locator('.ask-item').first();
    expect(await first.locator('.ask-words b').count()).toBe(1);
    await first.getByText(/^(Confirmed by .* on .*|Nobody has confirmed this reading)$/).waitFor();
    await first.getByRole('link', { name: /^Paragraph .*9401/ }).click();
    await page.locator('.provision[data-current]').waitFor();
    expect(await page.locator('.provision[data-current]').getAttribute('id')).toBe(new URL(page.url()).hash.slice(1));
  });

  it('tells what limits the protection of civilians, and what has expired', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates/ask?task=CivilianProtection&day=2027-01-15`);
    await page.getByRole('heading', { name: 'What conditions or limits it' }).waitFor();
    await page.locator('.ask-reason').first().waitFor();
    await page.getByRole('heading', { name: 'Primary responsibility of the State' }).waitFor();
    await page.goto(`/m/${house.mission}/mandates/ask?task=CivilianProtection&day=2032-01-15`);
    await page.getByText('The mandate has expired: its words give nothing any more.').last().waitFor();
    await page.goto(`/m/${house.mission}/mandates/ask?task=CivilianProtection&day=2020-01-15`);
    await page.getByRole('heading', { name: 'Not assessed' }).waitFor();
  });

  it('offers the other readings of a sentence, and says when it knows none', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates/ask`);
    const field = page.getByRole('textbox', { name: 'What do you want to do?' });
    await field.fill('May we escort aid convoys with the army in the north?');
    await field.press('Enter');
    await page.getByText('It may also mean:').waitFor();
    await page.locator('.ask-readings .ask-reading').first().click();
    await page.waitForURL(/task=/);
    expect(await field.inputValue()).toBe('May we escort aid convoys with the army in the north?');
    await field.fill('Xyzzy');
    await field.press('Enter');
    await page.getByRole('heading', { name: 'No task was recognised in this sentence' }).waitFor();
  });
});

describe('beside and through the years', { timeout: 120_000 }, () => {
  it('holds missions beside each other, as a file too', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates/matrix`);
    await page.getByText('Only one mission is here.').waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    expect((await coming).suggestedFilename()).toBe('mandates.csv');
  });

  it('draws a theme from all texts, and says from how many', async () => {
    const { page } = officer;
    await page.goto(`/m/${house.mission}/mandates/theme?theme=human_rights`);
    await page.getByText('Made from the 2 texts that are kept here, and from no other.').waitFor();
    await page.getByRole('img', { name: /texts speak of it/ }).waitFor();
    expect(officer.complaints).toEqual([]);
  });
});
