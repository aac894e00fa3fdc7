import { expect, it } from 'vitest';
import { exportNasty, nastyTexts } from './cells.ts';

it('no export lets a spreadsheet run a cell, and each says what was written', async () => {
  expect(await exportNasty(nastyTexts(1, 2000))).toEqual([]);
}, 60_000);

it('the texts are such that an unguarded table would run most of them', () => {
  const texts = nastyTexts(1, 200);
  const plain = texts.filter((text) => /^[\s\p{Cf}]*[=+\-@＝＋－＠\u2212\t\r\n]/u.test(text));
  expect(plain.length).toBeGreaterThan(100);
});
