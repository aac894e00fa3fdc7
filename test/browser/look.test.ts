/** The measures that every page is held to find what is planted for them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import { axeViolations, misfits } from './support/look.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
}, 60_000);

afterAll(() => browser?.close());

const draw = (body: string) =>
  page.setContent(`<!doctype html><html lang="en"><title>Planted</title><main><h1>Planted</h1>${body}</main></html>`);

describe('what is planted is found', { timeout: 60_000 }, () => {
  it('nothing on a page that fits', async () => {
    await draw(
      '<p>Words that fit.</p><p style="white-space:nowrap;overflow:hidden;text-overflow:ellipsis">Longer than the screen is wide, and it says so with three dots at its very end, as it should.</p>',
    );
    expect(await misfits(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([
    ['wider than the screen', '<div style="width:600px">Wide</div>'],
    ['cut off: <p', '<p style="width:60px;overflow:hidden;white-space:nowrap">Much longer than sixty pixels</p>'],
    [
      'cut off at the screen’s edge',
      '<p style="position:fixed;left:350px;white-space:nowrap">Runs out of the screen</p>',
    ],
    [
      'on one another',
      '<span style="position:absolute;top:200px;left:20px">The first words</span><span style="position:absolute;top:204px;left:40px">The second words</span>',
    ],
  ])('a box: %s', async (words, body) => {
    await draw(body);
    expect((await misfits(page)).join('\n')).toContain(words);
  });

  it.each([
    ['button-name', '<button></button>'],
    ['color-contrast', '<p style="color:#bbb;background:#fff">Pale words</p>'],
    [
      'target-size',
      '<p><a href="#a" style="display:inline-block;width:9px;height:9px;font-size:9px">a</a><a href="#b" style="display:inline-block;width:9px;height:9px;font-size:9px">b</a></p>',
    ],
  ])('a rule: %s', async (rule, body) => {
    await draw(body);
    expect((await axeViolations(page)).join('\n')).toContain(rule);
  });
});
