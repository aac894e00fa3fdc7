import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { withOwner } from '../platform/database/server-probe.ts';
import { resolveAsOf } from '../platform/ledger/store.ts';
import type { Principal } from '../platform/principal.ts';
import { withdrawMandate } from './commands/change-mandate.ts';
import {
  addMany,
  type CorpusText,
  type ManyChoices,
  mandatesOf,
  provisionsOf,
  readAllAgain,
  type Unreadable,
} from './index.ts';
import { RULES } from './reading/read.ts';

const one = (number: string, symbol: string | null = null): CorpusText => ({
  place: `${number}.txt`,
  symbol,
  text: readFileSync(new URL(`../demo/tamrin/mandates/S_RES_${number}.txt`, import.meta.url), 'utf8'),
});
const [first, renewal] = [one('9401_2026'), one('9467_2030')];

let house: TestHouse;
let head: Principal;
beforeAll(async () => {
  house = await testHouse();
  head = await house.member(['head_of_office'], { level: 'confidential' });
});
afterAll(() => house.close());

const own: ManyChoices = { kind: 'resolution', level: 'internal', own: true, of: null };
async function* each(texts: readonly (CorpusText | Unreadable)[]) {
  yield* texts;
}
const add = (texts: readonly (CorpusText | Unreadable)[], choices = own) =>
  addMany(house.db, head, each(texts), choices, () => undefined);
const kept = () => house.db.read(head, async (tx) => mandatesOf(tx, { asOf: await resolveAsOf(tx) }));

it('what can be kept of a collection is kept, once; the rest says why not', async () => {
  const texts = [
    first,
    { place: 'broken.pdf', why: 'It is damaged.' },
    { place: 'nameless.txt', symbol: null, text: 'The Security Council,\n\n1. Decides to remain seized.' },
    { place: 'dayless.txt', symbol: 'S/RES/1 (2030)', text: 'The Security Council,\n\n1. Decides to remain seized.' },
    { place: 'zero.txt', symbol: 'S/RES/2 (2030)', text: `${renewal.text}\u0000` },
    renewal,
    { ...renewal, place: 'again.txt' },
    { ...renewal, place: 'other.txt', text: `${renewal.text} ` },
  ];
  const done = await add(texts);
  expect(done).toMatchObject({ read: 8, added: 2, unchanged: 1, passedOver: 0 });
  expect(done.refused.map(({ place, why }) => `${place}: ${why}`)).toEqual([
    'broken.pdf: It is damaged.',
    'nameless.txt: It names no symbol. Add it on the page, where you can say what it is.',
    'dayless.txt: S/RES/1 (2030) names no day on which it was adopted. Add it on the page, where you can say it.',
    'zero.txt: S/RES/2 (2030): text holds a character that cannot be kept.',
    expect.stringMatching(/^other\.txt: S\/RES\/\d+ \(\d+\) is there already, with other words\.$/),
  ]);
  expect(await add(texts)).toMatchObject({ added: 0, unchanged: 3 });
  const lines = await kept();
  expect(lines.map((line) => [line.own, line.level])).toEqual([
    [true, 'internal'],
    [true, 'internal'],
  ]);
  for (const { id, paragraphs } of lines)
    expect(await house.db.read(head, async (tx) => provisionsOf(tx, id, { asOf: await resolveAsOf(tx) }))).toHaveLength(
      paragraphs,
    );
});

it('only those of one mission, where that is asked for', async () => {
  const about = (acronym: string, number: number): CorpusText => ({
    place: acronym,
    symbol: `S/RES/${number} (2030)`,
    text: `The Security Council,\n\nRecalling its resolutions on ${acronym},\n\n1. Decides to extend the mandate of ${acronym} until 1 May 2031;\n\nAdopted on 1 May 2030`,
  });
  expect(await add([about('MONUSCO', 11), about('UNMISS', 12)], { ...own, own: false, of: 'UNMISS' })).toMatchObject({
    passedOver: 1,
  });
});

it('what was withdrawn does not come back by itself', async () => {
  const [line] = await kept();
  await withdrawMandate(house.db, head, line?.id ?? '', { note: 'By mistake.' }, line?.version ?? 0);
  const { added, refused } = await add([first, renewal]);
  expect([added, refused.map(({ why }) => why)]).toEqual([0, [expect.stringContaining('was withdrawn here')]]);
});

it('all that older rules have read is read again, once', async () => {
  const before = await kept();
  await withOwner(house.ownerUrl, (client) =>
    client.query(`update mandates.mandate set body = replace(body, '"rules":"${RULES}"', '"rules":"older"')`),
  );
  const told: number[] = [];
  const again = () => readAllAgain(house.db, head, (done) => told.push(done));
  expect([await again(), await again()]).toEqual([before.length, 0]);
  expect(told).toEqual(before.map((_, i) => i + 1));
  expect((await kept()).map(({ outdated, version }) => [outdated, version])).toEqual(
    before.map(({ version }) => [false, version + 1]),
  );
});
