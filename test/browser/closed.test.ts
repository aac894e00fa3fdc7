/** The browser itself is closed in the middle of an edit, and opened again; then its folder is searched as a seizure would. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openProfile } from '../../scripts/browser.ts';
import type { Loaded } from '../../src/demo/load.ts';
import { type BrowserHouse, tamrinHouse } from './support/house.ts';
import { signIn } from './support/people.ts';

/** Words that stand nowhere else, and must not lie readable on a disk. */
const TYPED = 'Zwerkbold canoes below the weir';

let house: BrowserHouse & Loaded;
let folder: string;
let context: BrowserContext;

beforeAll(async () => {
  house = await tamrinHouse();
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-profile-'));
}, 180_000);

afterAll(async () => {
  await context?.close();
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (): Promise<Page> => {
  context = await openProfile(folder, house.address);
  return context.pages()[0] ?? (await context.newPage());
};
const title = (page: Page) => page.getByLabel('Title', { exact: true });
const fresh = () => `/m/${house.mission}/incidents/new`;

it('loses nothing that was typed when the line drops and the browser is closed', { timeout: 180_000 }, async () => {
  let page = await open();
  const { email } = house.people.find(({ key }) => key === 'duty_officer') ?? { email: '' };
  await signIn(page, email, house.passphrase);
  await page.locator('.lines a').first().waitFor();
  await page.goto(fresh());
  await title(page).fill('Zwerkbold canoes');
  await page.getByText('Draft kept in this browser').waitFor();
  await context.setOffline(true);
  await title(page).fill(TYPED);
  await page.getByText('No connection to the server.').waitFor();
  await page.waitForTimeout(1000);
  await context.close();

  page = await open();
  await page.goto(fresh());
  await expect.poll(() => title(page).inputValue()).toBe(TYPED);
  await page.getByText('Draft kept in this browser').waitFor();
});

it('leaves none of it readable in the browser’s folder', { timeout: 60_000 }, async () => {
  await context.close();
  const words = ['utf8', 'utf16le'].map((encoding) => Buffer.from('Zwerkbold', encoding as BufferEncoding));
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  expect(files.length).toBeGreaterThan(20);
  const found: string[] = [];
  for (const { parentPath, name } of files) {
    const content = await readFile(path.join(parentPath, name));
    if (words.some((word) => content.includes(word))) found.push(path.relative(folder, path.join(parentPath, name)));
  }
  expect(found).toEqual([]);
});
