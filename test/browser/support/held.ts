/**
 * Pages held against their pictures in `docs/pictures`, which were looked at. After a change that is meant, `npm run
 * pictures` takes them anew: look at what changed before it is committed.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PICTURES } from '../../../scripts/pages.ts';
import { type Pixels, pixelsOf, withPalette } from '../../../scripts/picture.ts';

/** What was seen where it is not what it should be. */
const SEEN = path.join(tmpdir(), 'kinga-seen');
/** The share of pixels. Two runs of one Chromium differ in next to none; another one draws letters a little otherwise. */
export const TOLERATED = 0.005;
/** How far a pixel's colour may be from its like, which a palette of few colours moves already. */
const NEAR = 0.2;
/** What no two runs have in common: digests and random ids; the map, as its tiles come. */
const NEVER_ALIKE = '.maplibregl-canvas, .code';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Looks before a page counts as other than its picture: what still moves comes to rest. */
const LOOKS = 8;

/** @returns `null` when it looks as it did, or a sentence. With `KINGA_PICTURES=take` it is the picture from now on. */
export async function differs(page: Page, file: string): Promise<string | null> {
  const picture = path.join(PICTURES, file);
  if (process.env.KINGA_PICTURES === 'take') {
    await writeFile(picture, withPalette(await still(page)));
    return null;
  }
  if (!existsSync(picture)) return `${file} is not among the pictures: \`npm run pictures\` takes them.`;
  const before = await readFile(picture);
  let share = 1;
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) await page.waitForTimeout(150);
    const seen = await page.screenshot();
    share = difference(pixelsOf(before), pixelsOf(seen), await boxesOf(page));
    if (share <= TOLERATED) return null;
    await mkdir(SEEN, { recursive: true });
    await writeFile(path.join(SEEN, file), seen);
  }
  return `${file} looks otherwise in ${(share * 100).toFixed(1)} % of it; what was seen is in ${SEEN}.`;
}

/** How much of two pictures differs outside some boxes, 0 to 1; all of it where their sizes do. */
export function difference(before: Pixels, now: Pixels, boxes: readonly Box[] = []): number {
  const { width, height } = now;
  if (before.width !== width || before.height !== height) return 1;
  for (const { pixels } of [before, now]) for (const box of boxes) blank(pixels, width, height, box);
  return pixelmatch(before.pixels, now.pixels, undefined, width, height, { threshold: NEAR }) / (width * height);
}

/** Two looks in a row are the same: whatever still moves is waited for. */
async function still(page: Page): Promise<Buffer> {
  let before = await page.screenshot();
  for (let tries = 0; tries < 12; tries++) {
    const now = await page.screenshot();
    if (now.equals(before)) break;
    before = now;
  }
  return before;
}

const boxesOf = (page: Page): Promise<Box[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      }),
    NEVER_ALIKE,
  );

function blank(pixels: Uint8Array, width: number, height: number, box: Box): void {
  const within = (at: number, most: number) => Math.max(0, Math.min(most, Math.round(at)));
  const [left, right] = [within(box.x, width), within(box.x + box.width, width)];
  for (let y = within(box.y, height); y < within(box.y + box.height, height); y++)
    pixels.fill(255, (y * width + left) * 4, (y * width + right) * 4);
}
