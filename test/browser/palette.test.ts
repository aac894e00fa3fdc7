/** ⌘K: everything that the pages can do is in it, it is driven by keys alone, and it speaks three languages. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { SHORTCUTS, WITHIN } from '../../web/app/commands/shortcuts.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { type Person, person, signIn, whatTheySaw } from './support/people.ts';

let browser: Browser;
let house: BrowserHouse & Loaded;
let officer: Person;
let page: Page;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), tamrinHouse()]);
  officer = await person(browser, house.address, { viewport: { width: 1440, height: 900 } });
  ({ page } = officer);
  const { email } = house.people.find(({ key }) => key === 'human_rights_officer') ?? { email: '' };
  await signIn(page, email, house.passphrase);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

afterEach((test) => whatTheySaw(test, { officer }));

const palette = () => page.locator('.palette');
const lines = () => palette().getByRole('menuitem');

async function openPalette(typed = ''): Promise<void> {
  // The one before may still be closing, and would take the keys with it.
  await palette().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await palette().getByRole('searchbox').waitFor();
  if (typed) await page.keyboard.type(typed);
}

async function toRoom(query = 'frame=off'): Promise<void> {
  await page.goto(`/m/${house.mission}/room?${query}`);
  await page.locator('.lines a').first().waitFor();
}

/** What every button with a menu offers. */
async function menuActions(): Promise<string[]> {
  const found: string[] = [];
  for (const button of await page.locator('button[aria-haspopup="menu"]').all()) {
    await button.click();
    const items = page.locator('.popover .menu-item');
    await items.first().waitFor();
    found.push(...(await items.allTextContents()));
    await page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'detached' });
  }
  return found;
}

describe('the palette', { timeout: 120_000 }, () => {
  it('has every action of every menu, and every key', async () => {
    await toRoom('frame=off&datasets=own&kinds=incident');
    await page.locator('.lines a').first().click();
    await page.locator('.record .record-acts').waitFor();
    const actions = await menuActions();
    expect(actions.length).toBeGreaterThan(15);
    await page.locator('.line').nth(2).hover();
    await openPalette();
    const labels = new Set(await lines().locator('.palette-label').allTextContents());
    // It does not offer to open itself.
    expect(actions.filter((action) => !labels.has(action) && action !== 'All commands')).toEqual([]);
    // Nor to confirm, which is not for the human-rights officer, nor what belongs to the page of a paper.
    const keys = new Set(await lines().locator('kbd').allTextContents());
    const all = Object.values(SHORTCUTS)
      .flat()
      .map((key) => (key === 'Escape' ? 'Esc' : key));
    expect(all.filter((key) => !keys.has(key))).toEqual(['mod+k', 'v', 's', 'mod+enter', 'p']);
    await page.keyboard.press('Escape');
    await palette().waitFor({ state: 'detached' });
  });

  it('shows the same keys under ?', async () => {
    await toRoom();
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await page.locator('.keys-line').count()).toBe(Object.keys({ ...SHORTCUTS, ...WITHIN }).length);
    await page.keyboard.press('Escape');
  });

  it('goes to a page by a few of its letters, and has it first the next time', async () => {
    await toRoom();
    await openPalette('plces');
    await lines().filter({ hasText: 'Places' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/places**');
    await openPalette();
    expect(await lines().first().locator('.palette-label').textContent()).toBe('Places');
    await page.keyboard.press('Escape');
  });

  it('opens a record by its id and by its words, from any page', async () => {
    const base = `/api/v1/missions/${house.mission}/incidents`;
    const { items } = await (await officer.context.request.get(`${base}?datasets=own&kinds=incident&limit=1`)).json();
    await page.goto(`/m/${house.mission}/jobs`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await openPalette(items[0].id);
    const found = palette().locator('.palette-line').first();
    await found.waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/room/${items[0].id}**`);
    await page.locator('.record h1').waitFor();
  });

  it('moves the map to a place by its name', async () => {
    const { items } = await (
      await officer.context.request.get(`/api/v1/missions/${house.mission}/places?q=Tem&limit=1`)
    ).json();
    await toRoom('');
    await openPalette(items[0].name);
    const line = lines().filter({ hasText: items[0].name }).last();
    await line.waitFor();
    await line.click();
    const [lon, lat] = items[0].point as [number, number];
    const inFrame = () => {
      const [west, south, east, north] = (new URL(page.url()).searchParams.get('bbox') ?? '')
        .split(',')
        .map(Number) as [number, number, number, number];
      return lon > west && lon < east && lat > south && lat < north && east - west < 6;
    };
    await expect.poll(inFrame).toBe(true);
  });

  it('filters, and looks back to a day that is typed', async () => {
    await toRoom();
    await openPalette('type abduction');
    await lines().filter({ hasText: 'Abduction' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**types=**');
    await openPalette('2031-01-15');
    await lines().filter({ hasText: '15 January 2031' }).waitFor();
    await page.keyboard.press('Enter');
    // The way back is offered once the past is shown, which is a moment after the address says so.
    await page.locator('.then').waitFor();
    await openPalette('back to now');
    await lines().filter({ hasText: 'Back to now' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.then').waitFor({ state: 'detached' });
  });

  it('speaks French and Arabic, with or without their accents and forms', async () => {
    await toRoom();
    const html = page.locator('html');
    const say = async (typed: string) => {
      await openPalette(typed);
      await lines().first().waitFor();
      await page.keyboard.press('Enter');
      await palette().waitFor({ state: 'detached' });
    };
    await say('francais');
    await expect.poll(() => html.getAttribute('lang')).toBe('fr');
    await say('العربيه');
    await expect.poll(() => html.getAttribute('dir')).toBe('rtl');
    await say('english');
    await expect.poll(() => html.getAttribute('lang')).toBe('en');
  });

  it('met no error', () => {
    expect(officer.complaints).toEqual([]);
    expect(house.failures()).toEqual([]);
  });
});
