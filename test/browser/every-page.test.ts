/** Every page from left to right; and what holds pages against their pictures. */
import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openBrowser } from '../../scripts/browser.ts';
import { LOOKS, PAGES, PICTURES, pictureOf, WIDE } from '../../scripts/pages.ts';
import { pixelsOf, withPalette } from '../../scripts/picture.ts';
import { everyPageIn } from './support/every-page.ts';
import { difference, TOLERATED } from './support/held.ts';

everyPageIn('en', 'fr');

it.skipIf(process.env.KINGA_PICTURES === 'take')('has a picture of every page, and of no other', async () => {
  const wanted = PAGES.flatMap(({ name }) => LOOKS.map((look) => pictureOf(name, look)));
  const there = (await readdir(PICTURES)).filter((file) => file.endsWith('.png'));
  expect(there.sort()).toEqual(wanted.sort());
});

it('would see a button that moved', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: WIDE });
  const drawn = async (left: number) => {
    await page.setContent(
      `<body style="margin:0"><div style="margin-left:${left}px;width:120px;height:32px;background:#1f4fd8">`,
    );
    return page.screenshot();
  };
  const picture = withPalette(await drawn(20));
  const [same, moved] = [await drawn(20), await drawn(160)];
  await browser.close();
  expect(difference(pixelsOf(picture), pixelsOf(same))).toBe(0);
  expect(difference(pixelsOf(picture), pixelsOf(moved))).toBeGreaterThan(TOLERATED);
});
