import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { addMandate, provisionsOf, reviewMany } from '../mandates/index.ts';
import { resolveAsOf } from '../platform/ledger/store.ts';
import type { Principal } from '../platform/principal.ts';
import { LANGUAGES, type Language } from '../vocabulary/codes.ts';
import { fieldCard, fieldCardFile } from './field-card.ts';

let house: TestHouse;
let head: Principal;
const id = randomUUID();
const DAY = '2030-12-24';

beforeAll(async () => {
  house = await testHouse();
  head = await house.member(['head_of_office', 'human_rights_officer'], { level: 'confidential' });
});
afterAll(() => house.close());

const card = (language: Language = 'en', date = DAY) => fieldCard(house.db, head, { language, date });
const lines = (blocks: Awaited<ReturnType<typeof card>>['blocks']) =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [String(block.parts[0])] : []));

test('without a mandate: not assessed', async () => {
  expect(lines((await card()).blocks)).toEqual(['No mandate is kept for this day: not assessed.']);
});

test('nothing that nobody has confirmed is on it', async () => {
  const text = await readFile(new URL('../demo/tamrin/mandates/S_RES_9467_2030.txt', import.meta.url), 'utf8');
  await addMandate(house.db, head, {
    ...{ id, text, kind: 'resolution', symbol: 'S/RES/9467 (2030)', date: '2030-11-26', title: null },
    ...{ missionName: 'UNPMIT', own: true, note: null, level: 'internal', compartments: [], areas: null },
  });
  const { blocks, unconfirmed } = await card();
  expect(blocks.some((block) => block.type === 'paragraph' && block.style === 'item')).toBe(false);
  expect(unconfirmed).toBeGreaterThan(5);
});

test('what is confirmed stands there once, with its conditions and paragraphs, in three languages', async () => {
  const provisions = await house.db.read(head, async (tx) => provisionsOf(tx, id, { asOf: await resolveAsOf(tx) }));
  const some = provisions.filter(({ number }) => ['4', '5 (a) (i)', '5 (a) (iii)', '5 (b) (ii)'].includes(number));
  await reviewMany(house.db, head, id, {
    provisions: some.map(({ id: provision, version }) => ({ id: provision, version })),
  });
  const english = await card();
  const all = lines(english.blocks);
  expect(all).toContain('Under S/RES/9467 (2030), until 30 November 2031.');
  expect(all.find((line) => line.includes('Use of force'))).toMatch(
    /^see to it ourselves: .*Within its capabilities.*\(4\)$/,
  );
  expect(all.find((line) => line.startsWith('see to it ourselves: Protection of civilians'))).toMatch(
    /Under imminent threat.*\(5\s\(a\)\s\(i\)\)$/,
  );
  const only = english.blocks.findIndex((block) => block.type === 'heading' && block.id === 'only_with');
  const not = english.blocks.findIndex((block) => block.type === 'heading' && block.id === 'may_not');
  expect(lines(english.blocks.slice(only, not)).join()).toContain('Human rights due diligence');
  expect(all.find((line) => line.startsWith('The mandate says nothing of'))).toContain('Human rights');
  for (const language of LANGUAGES) {
    const { blocks, level } = await card(language);
    expect(blocks.length).toBe(english.blocks.length);
    expect(level).toBe('internal');
  }
});

test('past its last day it says so', async () => {
  expect(lines((await card('en', '2032-01-01')).blocks)[0]).toMatch(/^This mandate ended on 30 November 2031/);
});

test('as files, noted in the ledger', async () => {
  const pdf = await fieldCardFile(house.db, head, { language: 'ar', date: DAY }, 'pdf');
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const word = await fieldCardFile(house.db, head, { language: 'fr', date: DAY }, 'docx');
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
  expect(word.card.asOf.seq).toBeGreaterThan(pdf.card.asOf.seq);
});

test('whoever may not read mandates gets no card', async () => {
  const nobody = { ...head, verbs: new Set<string>() } as Principal;
  await expect(fieldCard(house.db, nobody, { language: 'en' })).rejects.toMatchObject({ code: 'forbidden' });
});
