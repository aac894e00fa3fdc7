import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { sql } from '../platform/database/database.ts';
import { withOwner } from '../platform/database/server-probe.ts';
import { resolveAsOf } from '../platform/ledger/store.ts';
import { verifyLedger } from '../platform/ledger/verify.ts';
import type { Principal } from '../platform/principal.ts';
import { editMandate, withdrawMandate } from './commands/change-mandate.ts';
import { readAgain } from './commands/read-again.ts';
import { reviewProvision } from './commands/review-provisions.ts';
import { AddMandate, type Mandate, type Provision, type ReviewProvision } from './contract.ts';
import { addMandate, auditMandates, mandatesOf, provisionsOf, reviewMany } from './index.ts';
import { oneMandate, previewOf, provisionVersions } from './queries.ts';
import { readMandate } from './reading/read.ts';

const text = readFileSync(new URL('../demo/tamrin/mandates/S_RES_9401_2026.txt', import.meta.url), 'utf8');
const input = (more: Partial<AddMandate> = {}): AddMandate =>
  AddMandate.parse({
    ...{ id: randomUUID(), kind: 'resolution', symbol: 'S/RES/9401 (2026)', date: '2026-05-28', own: true, text },
    ...more,
  });

let house: TestHouse;
let head: Principal;
let reader: Principal;
let confidential: Principal;
const first = input();

beforeAll(async () => {
  house = await testHouse();
  head = await house.member(['head_of_office', 'human_rights_officer'], { level: 'confidential' });
  reader = await house.member(['reader'], { level: 'internal' });
  confidential = await house.member(['reader'], { level: 'confidential' });
});
afterAll(() => house.close());

const get = (who: Principal, id: string): Promise<Mandate> => oneMandate(house.db, who, id);
const list = (who: Principal, asked?: string) =>
  house.db.read(who, async (tx) => mandatesOf(tx, { asOf: await resolveAsOf(tx, asked) }));
const now = () => house.db.read(head, async (tx) => String((await resolveAsOf(tx)).seq));
const numbered = (mandate: Mandate, number: string): Provision => {
  const found = mandate.provisions.find((provision) => provision.number === number);
  if (!found) throw new Error(`There is no paragraph ${number}.`);
  return found;
};
const confirm = (mandate: string, { id, version }: Provision, who = head) =>
  reviewProvision(house.db, who, { mandate, id, basedOn: version }, { act: 'confirm', note: null });

describe('a mandate', () => {
  it('is read when it is added, once, however often it is sent', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => addMandate(house.db, head, first)));
    const reading = readMandate(text);
    for (const { version, source, provisions, rules } of answers) {
      expect([version, source, rules]).toEqual([1, text, reading.rules]);
      expect(provisions.map(({ number }) => number)).toEqual(reading.paragraphs.map(({ number }) => number));
    }
    const [line] = await list(reader);
    expect(line).toMatchObject({ id: first.id, paragraphs: reading.paragraphs.length, reviewed: 0, outdated: false });
    await expect(addMandate(house.db, head, { ...first, symbol: 'Another' })).rejects.toMatchObject({
      code: 'id_conflict',
    });
    await expect(addMandate(house.db, head, input({ text: 'S/RES/9401 (2026)' }))).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(addMandate(house.db, reader, input())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is shown before it is kept, and nothing is kept of it', async () => {
    const seq = await now();
    expect(previewOf(head, { text })).toMatchObject({ symbol: 'S/RES/9401 (2026)', date: '2026-05-28', unread: [] });
    expect(await now()).toBe(seq);
  });

  it('gives other rooms its provisions with their words', async () => {
    const provisions = await house.db.read(reader, async (tx) =>
      provisionsOf(tx, first.id, { asOf: await resolveAsOf(tx) }),
    );
    const words = provisions.map((provision) => provision.text);
    expect(words).toEqual(readMandate(text).paragraphs.map((paragraph) => paragraph.text));
  });

  it('is there for those who see its level, areas and components, in all its parts', async () => {
    const secret = input({ level: 'confidential', own: false });
    await addMandate(house.db, head, secret);
    const ids = async (who: Principal) => (await list(who)).map(({ id }) => id);
    expect([await ids(confidential), await ids(reader)]).toEqual([[first.id, secret.id], [first.id]]);
    await expect(get(reader, secret.id)).rejects.toMatchObject({ code: 'not_found' });
    const [some] = (await get(confidential, secret.id)).provisions;
    await expect(
      provisionVersions(house.db, reader, { id: secret.id, provision: some?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(addMandate(house.db, head, input({ level: 'strictly_confidential' }))).rejects.toMatchObject({
      code: 'above_own_level',
    });
    await expect(addMandate(house.db, head, input({ compartments: ['military'] }))).rejects.toMatchObject({
      code: 'above_own_level',
    });
    const north = input({ areas: ['North'], own: false });
    await addMandate(house.db, head, north);
    const bound = await house.member(['reader'], { areas: ['South'] });
    expect(await ids(bound)).toEqual([first.id]);
    await withdrawMandate(house.db, head, north.id, { note: 'A trial.' }, 1);
    await withdrawMandate(house.db, head, secret.id, { note: 'A trial.' }, 1);
  });

  it('that is closed is closed in its past too, and opened again as each version was written', async () => {
    const moved = input({ own: false });
    await addMandate(house.db, head, moved);
    const then = await now();
    const { id, text: _, ...about } = moved;
    await editMandate(house.db, head, id, { ...about, level: 'confidential' }, 1);
    const ids = async (asked?: string) => (await list(reader, asked)).map((line) => line.id);
    expect([await ids(then), await ids()]).toEqual([[first.id], [first.id]]);
    const closed = await get(head, id);
    await confirm(id, numbered(closed, '1'));
    await editMandate(house.db, head, id, about, 2);
    expect(await ids(then)).toEqual([first.id, id]);
    const opened = numbered(await get(reader, id), '1');
    expect(opened).toMatchObject({ version: 4, review: 'confirmed' });
    const seen = (who: Principal) => provisionVersions(house.db, who, { id, provision: opened.id });
    expect((await seen(head)).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    expect((await seen(reader)).map(({ version }) => version)).toEqual([1, 4]);
    expect(await editMandate(house.db, head, id, about, 2)).toMatchObject({ version: 3 });
    await expect(editMandate(house.db, head, id, { ...about, own: true }, 2)).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await withdrawMandate(house.db, head, id, { note: 'A trial.' }, 3);
  });

  it('that was added by mistake is still there as it was known', async () => {
    const mistake = input({ own: false });
    await addMandate(house.db, head, mistake);
    const then = await now();
    expect(await withdrawMandate(house.db, head, mistake.id, { note: 'A draft.' }, 1)).toMatchObject({
      ...{ withdrawn: true, note: 'A draft.', version: 2 },
    });
    expect((await list(head)).map(({ id }) => id)).toEqual([first.id]);
    expect((await list(head, then)).map(({ id }) => id)).toEqual([first.id, mistake.id]);
    const [provision] = (await get(head, mistake.id)).provisions as [Provision];
    await expect(confirm(mistake.id, provision)).rejects.toMatchObject({ code: 'state_conflict' });
    await expect(readAgain(house.db, head, mistake.id)).rejects.toMatchObject({ code: 'state_conflict' });
  });
});

describe('a provision', () => {
  it('is confirmed by a person, once, and the past does not change', async () => {
    const then = await now();
    const before = numbered(await get(head, first.id), '2');
    const [one, two] = await Promise.all([confirm(first.id, before), confirm(first.id, before)]);
    expect([one, two]).toMatchObject([{ version: 2, review: 'confirmed', byName: head.name }, { version: 2 }]);
    const other = await house.member(['analyst']);
    await expect(confirm(first.id, before, other)).rejects.toMatchObject({ code: 'version_conflict' });
    await expect(confirm(first.id, one, other)).rejects.toMatchObject({ code: 'state_conflict' });
    await expect(confirm(first.id, one, reader)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await list(head, then)).toMatchObject([{ reviewed: 0 }]);
    expect(await list(head)).toMatchObject([{ reviewed: 1 }]);
    expect(await provisionVersions(house.db, reader, { id: first.id, provision: before.id, asOf: then })).toEqual([
      before,
    ]);
  });

  it('is corrected on its own words only', async () => {
    const { id, version, span } = numbered(await get(head, first.id), '3');
    const at = { mandate: first.id, id, basedOn: version };
    const task = { code: 'CivilianProtection', modality: 'secure', tier: 'II', strength: 'requests' } as const;
    const correct = (code: object) =>
      reviewProvision(house.db, head, at, {
        ...{ act: 'correct', qualifiers: [], note: 'It says so.' },
        codes: [{ ...task, addressees: ['mission'], span, ...code }],
      });
    await expect(correct({ span: [span[0], span[1] + 1] })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(correct({ code: 'Demining' })).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await correct({})).toMatchObject({
      ...{ review: 'corrected', version: version + 1, qualifiers: [], note: 'It says so.' },
      codes: [{ ...task, confidence: 1 }],
    });
    const none: ReviewProvision = { act: 'correct', codes: [], qualifiers: [], note: null };
    expect(await reviewProvision(house.db, head, { ...at, basedOn: version + 1 }, none)).toMatchObject({ codes: [] });
  });

  it('is confirmed with others; what changed meanwhile is left', async () => {
    const mandate = await get(head, first.id);
    const [late, ...others] = mandate.provisions.filter(({ review }) => review === 'read').slice(-4) as [Provision];
    await confirm(first.id, late);
    const provisions = [late, ...others].map(({ id, version }) => ({ id, version }));
    const answer = await reviewMany(house.db, await house.member(['analyst']), first.id, { provisions });
    expect(answer).toEqual({ confirmed: others.map(({ id }) => id), left: [late.id] });
    const seq = await now();
    expect((await reviewMany(house.db, head, first.id, { provisions: [{ id: late.id, version: 1 }] })).left).toEqual(
      [],
    );
    expect(await now()).toBe(seq);
  });

  it('is read again by newer rules unless a person vouches for it', async () => {
    const newer = (source: string) => {
      const { paragraphs, ...reading } = readMandate(source);
      const changed = paragraphs.filter(({ number }) => number !== 'PP2').map((p) => ({ ...p, codes: [] }));
      return { ...reading, paragraphs: changed, rules: 'newer' };
    };
    const before = await get(head, first.id);
    expect(await readAgain(house.db, head, first.id)).toEqual(before);
    const after = await readAgain(house.db, head, first.id, newer);
    expect(after).toMatchObject({ version: before.version + 1, rules: 'newer', outdated: true });
    expect(after.provisions.map(({ number }) => number)).not.toContain('PP2');
    for (const provision of after.provisions) {
      const old = numbered(before, provision.number);
      if (old.review === 'read')
        expect(provision).toMatchObject({ version: old.version + 1, codes: [], rules: 'newer' });
      else expect(provision).toEqual(old);
    }
    expect(await readAgain(house.db, head, first.id, newer)).toEqual(after);
    expect((await readAgain(house.db, head, first.id)).provisions.map(({ number }) => number)).toContain('PP2');
  });
});

it('all of it is told, and in the ledger; what is rewritten is found', async () => {
  const { rows } = await house.db.read(reader, (tx) =>
    sql<{ name: string; record: string }>`select distinct name, room from platform.event`.execute(tx.db),
  );
  expect(rows).toEqual([{ name: 'mandate.changed', room: 'mandates' }]);
  const findings = async () =>
    (await verifyLedger(house.ownerUrl, { keys: [house.keys.ledger], auditors: [auditMandates] })).findings;
  expect(await findings()).toEqual([]);
  const owner = (statement: string) => withOwner(house.ownerUrl, (client) => client.query(statement));
  await owner(`update mandates.mandate set level = 0 where id = '${first.id}' and version = 1`);
  expect(await findings()).toEqual([`mandates ${first.id} version 1: level differ from what was written.`]);
  await owner(`update mandates.mandate set level = 1 where id = '${first.id}' and version = 1`);
  await owner(
    `update mandates.source set words = replace(words, 'civilians', 'property') where mandate = '${first.id}'`,
  );
  expect(await findings()).toEqual([`mandates ${first.id}: its text is not the one that was added.`]);
  await owner(
    `update mandates.source set words = replace(words, 'property', 'civilians') where mandate = '${first.id}'`,
  );
  await owner(`update mandates.provision set body = replace(body, 'confirmed', 'corrected') where review = 'confirmed'
    and id in (select id from mandates.provision where review = 'confirmed' limit 1)`);
  expect((await findings()).length).toBeGreaterThan(1);
});
