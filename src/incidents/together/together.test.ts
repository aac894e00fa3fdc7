import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { asWritten, incidentInput } from '../../../test/support/incidents.ts';
import { removeMember } from '../../platform/accounts/commands/members.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import { latestNotices, readNotices, unreadNotices } from '../../platform/notices/own.ts';
import type { Principal } from '../../platform/principal.ts';
import { LEVELS } from '../../vocabulary/codes.ts';
import { auditIncidents } from '../audit.ts';
import { assign } from '../commands/assign.ts';
import { changeComment, writeComment } from '../commands/comment.ts';
import { editIncident } from '../commands/edit-incident.ts';
import { follow } from '../commands/follow.ts';
import { recordIncident } from '../commands/record-incident.ts';
import { confirmIncident } from '../commands/set-status.ts';
import type { IncidentInput } from '../contract.ts';
import { readIncident } from '../store/read.ts';
import { assignmentOf, commentsOf, followingOf, peopleWhoSee } from './queries.ts';
import { mentionsIn } from './rules.ts';

let house: TestHouse;
let duty: Principal;
let analyst: Principal;
let reader: Principal;
beforeAll(async () => {
  house = await testHouse();
  duty = await house.member(['duty_officer'], { level: 'confidential' });
  analyst = await house.member(['analyst'], { level: 'strictly_confidential', compartments: ['human_rights'] });
  reader = await house.member(['reader'], { level: 'internal' });
});
afterAll(() => house.close());

const record = async (input = incidentInput()): Promise<IncidentInput> => {
  await recordIncident(house.db, duty, input);
  return input;
};
const say = (who: Principal, id: string, text: string, comment = randomUUID()) =>
  writeComment(house.db, who, id, { id: comment, text });
const saidOf = async (who: Principal, id: string) =>
  (await commentsOf(house.db, who, id, { limit: 100 })).items.map(({ text }) => text);
const call = ({ person }: Principal) => `@[${person}]`;
const noticesOf = async (who: Principal) => (await latestNotices(house.db, who, { limit: 100 })).items;
const about = async (who: Principal, id: string) =>
  (await noticesOf(who)).filter(({ subject }) => subject.id === id).map(({ kinds }) => kinds);

describe('a comment', () => {
  it('is there when it is acknowledged, and sent again it is one', async () => {
    const { id } = await record();
    const comment = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => say(duty, id, 'The road is open.', comment)));
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(await saidOf(analyst, id)).toEqual(['The road is open.']);
    await expect(say(duty, id, 'Other words.', comment)).rejects.toMatchObject({ code: 'id_conflict' });
    await expect(say(analyst, id, 'The road is open.', comment)).rejects.toMatchObject({ code: 'id_conflict' });
  });

  it('is mended by its writer alone, and taken back by them or by who edits', async () => {
    const { id } = await record();
    const { id: comment } = await say(duty, id, 'Ten people.');
    const change = (who: Principal, text: string | null, basedOn: number) =>
      changeComment(house.db, who, id, { id: comment, text, basedOn });
    await expect(change(analyst, 'Twelve people.', 1)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await change(duty, 'Twelve people.', 1)).toMatchObject({ version: 2, text: 'Twelve people.' });
    expect(await change(duty, 'Twelve people.', 1)).toMatchObject({ version: 2 });
    await expect(change(duty, 'Thirteen.', 1)).rejects.toMatchObject({ code: 'version_conflict' });
    expect(await change(analyst, null, 2)).toMatchObject({ version: 3, text: null, by: duty.by });
    expect(await saidOf(duty, id)).toEqual([null]);
    await expect(change(duty, 'Back.', 3)).rejects.toMatchObject({ code: 'state_conflict' });
  });

  it('is as closed as the words of its record are now, and were then', async () => {
    const open = { core: 'public', account: 'public', protected: 'confidential' } as const;
    const input = await record(incidentInput({ levels: open }));
    await say(duty, input.id, 'While it was open.');
    expect(await saidOf(reader, input.id)).toEqual(['While it was open.']);
    const closed = { ...open, account: 'confidential' } as const;
    await editIncident(house.db, duty, { ...input, levels: closed }, 1);
    await say(duty, input.id, 'While it was closed.');
    expect(await saidOf(reader, input.id)).toEqual([]);
    expect(await saidOf(duty, input.id)).toHaveLength(2);
    await editIncident(house.db, duty, { ...input, levels: open }, 2);
    expect(await saidOf(reader, input.id)).toEqual(['While it was open.']);
  });

  it('after any closing and opening is read by those whom the words were for then and are for now', async () => {
    const readers = await Promise.all(LEVELS.map((level) => house.member(['reader'], { level })));
    const step = fc.constantFrom('public' as const, 'internal' as const, 'confidential' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (accounts) => {
        const scope = (account: (typeof LEVELS)[number]) =>
          ({ core: 'public', account, protected: 'confidential' }) as const;
        const input = await record(incidentInput({ levels: scope('public') }));
        for (const [n, account] of accounts.entries()) {
          await editIncident(house.db, duty, { ...input, levels: scope(account) }, n + 1);
          await say(duty, input.id, account);
        }
        const now = LEVELS.indexOf(accounts.at(-1) ?? 'public');
        for (const reader of readers) {
          const own = LEVELS.indexOf(reader.level);
          const expected = accounts.filter((then) => Math.max(LEVELS.indexOf(then), now) <= own);
          expect(await saidOf(reader, input.id)).toEqual(expected);
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('is not for whoever sees no record, or not its words', async () => {
    const hidden = await record(incidentInput({ levels: all('confidential') }));
    await expect(commentsOf(house.db, reader, hidden.id, { limit: 1 })).rejects.toMatchObject({ code: 'not_found' });
    const low = await house.member(['duty_officer'], { level: 'internal' });
    const { id } = await record();
    await expect(say(low, id, 'I cannot read the words.')).rejects.toMatchObject({ code: 'above_own_level' });
    await expect(say(reader, id, 'I only read.')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('calls only those who will read it, and says who will not', async () => {
    const { id } = await record();
    await expect(say(duty, id, `${call(reader)}, look`)).rejects.toMatchObject({
      ...{ code: 'does_not_see_record', message: expect.stringContaining('reader') },
    });
    await expect(say(duty, id, `@[${randomUUID()}]`)).rejects.toMatchObject({ code: 'nobody_here' });
    expect(await saidOf(duty, id)).toEqual([]);
    const { mentions } = await say(duty, id, `${call(analyst)} ${call(analyst)}`);
    expect(mentions).toEqual([{ id: analyst.person, name: 'analyst' }]);
  });

  it('as known on a line is what had been said by then', async () => {
    const { id } = await record();
    await say(duty, id, 'First.');
    const { knownFrom } = asWritten((await recordIncident(house.db, duty, incidentInput())).incident);
    await say(duty, id, 'Second.');
    const then = await commentsOf(house.db, duty, id, { limit: 100, asOf: String(knownFrom.seq) });
    expect(then.items.map(({ text }) => text)).toEqual(['First.']);
  });
});

const all = (level: (typeof LEVELS)[number]) => ({ core: level, account: level, protected: level });

describe('who may be called to a record', () => {
  it('is who sees it when they ask themselves, whatever its levels, components and areas', async () => {
    const compartments = fc.subarray(['human_rights', 'military', 'police']);
    const view = fc.record({
      role: fc.constantFrom('reader', 'duty_officer', 'administrator'),
      level: fc.constantFrom(...LEVELS),
      compartments,
      areas: fc.constantFrom<string[] | null>(null, ['North'], ['South'], []),
    });
    const scope = fc.record({ core: fc.constantFrom(...LEVELS), account: fc.constantFrom(...LEVELS), compartments });
    const writer = await house.member(['analyst', 'duty_officer'], {
      ...{ level: 'strictly_confidential', compartments: ['human_rights', 'military', 'police'] },
    });
    await fc.assert(
      fc.asyncProperty(view, scope, async ({ role, ...seen }, { core, account, compartments: whose }) => {
        const member = await house.member([role], seen);
        const levels = { core, account, protected: 'strictly_confidential' };
        const input = incidentInput({ levels, compartments: whose, account: { narrative: 'Words.' } });
        await recordIncident(house.db, writer, input);
        const { items } = await peopleWhoSee(house.db, writer, input.id);
        const told = items.find(({ id }) => id === member.person);
        const seenByThem = await house.db.read(member, (tx) => readIncident(tx, input.id, Number.MAX_SAFE_INTEGER));
        const sees = seenByThem !== null && member.verbs.has('incident.read');
        expect([told !== undefined, told?.readsComments ?? false]).toEqual([
          ...[sees, sees && seenByThem?.account !== undefined],
        ]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('is found in a text as it was put there, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid({ version: 4 })), fc.string(), (ids, between) => {
        const clean = between.replaceAll('@[', '');
        expect(mentionsIn(ids.map((id) => `${clean}@[${id}]`).join(clean))).toEqual([...new Set(ids)]);
      }),
    );
  });
});

describe('an assignment', () => {
  it('is given to who sees the record, is done, and moves on', async () => {
    const { id } = await record();
    const give = (who: Principal, person: string | null, basedOn: number, done = false) =>
      assign(house.db, who, id, { person, due: '2031-03-04', done }, basedOn);
    expect(await assignmentOf(house.db, duty, id)).toMatchObject({ version: 0, person: null });
    const first = await give(duty, analyst.person, 0);
    expect(first).toMatchObject({ version: 1, personName: 'analyst', due: '2031-03-04', byName: 'duty_officer' });
    expect(await give(duty, analyst.person, 0)).toEqual(first);
    await expect(give(analyst, duty.person, 0)).rejects.toMatchObject({ code: 'version_conflict' });
    expect(await give(analyst, analyst.person, 1, true)).toMatchObject({ version: 2, done: true });
    expect(await give(duty, null, 2)).toMatchObject({ version: 3, person: null });
    expect(await about(analyst, id)).toEqual([{ assigned: 1 }]);
  });

  it('is not given to who does not see the record', async () => {
    const { id } = await record(incidentInput({ levels: all('confidential') }));
    const input = { person: reader.person, due: null, done: false };
    await expect(assign(house.db, duty, id, input, 0)).rejects.toMatchObject({ code: 'does_not_see_record' });
    await expect(assign(house.db, reader, id, input, 0)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('given by two at once is one', async () => {
    const { id } = await record();
    const give = (who: Principal) => assign(house.db, who, id, { person: who.person, due: null, done: false }, 0);
    const outcomes = await Promise.allSettled([give(duty), give(analyst)]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await assignmentOf(house.db, duty, id)).version).toBe(1);
  });
});

describe('a notice', () => {
  it('comes to who follows or was called, once, and not to who did it', async () => {
    const input = await record();
    await follow(house.db, analyst, input.id, true);
    expect(await followingOf(house.db, analyst, input.id)).toEqual({ following: true });
    await confirmIncident(house.db, duty, { id: input.id, basedOn: 1, status: 'confirmed', note: 'Two sources.' });
    await confirmIncident(house.db, duty, { id: input.id, basedOn: 1, status: 'confirmed', note: 'Two sources.' });
    await editIncident(house.db, duty, input, 2);
    await say(duty, input.id, `${call(analyst)} and ${call(duty)}`);
    await say(duty, input.id, 'More.');
    expect(await about(analyst, input.id)).toEqual([{ status: 1, changed: 1, mentioned: 1, commented: 1 }]);
    expect(await about(duty, input.id)).toEqual([]);
    await follow(house.db, analyst, input.id, false);
    await editIncident(house.db, duty, input, 3);
    expect(await about(analyst, input.id)).toEqual([{ status: 1, changed: 1, mentioned: 1, commented: 1 }]);
  });

  it('is read up to a line: one thing, then all', async () => {
    const who = await house.member(['analyst'], { level: 'confidential' });
    const [one, two] = [await record(), await record()];
    for (const { id } of [one, two]) await say(duty, id, call(who));
    expect(await unreadNotices(house.db, who)).toEqual({ unread: 2, needs: 2 });
    const [latest] = await noticesOf(who);
    await say(duty, two.id, `later ${call(who)}`);
    await readNotices(house.db, who, { subject: { room: 'incidents', id: two.id }, upTo: latest?.seq ?? 0 });
    expect(await unreadNotices(house.db, who)).toEqual({ unread: 2, needs: 2 });
    expect((await noticesOf(who)).find(({ subject }) => subject.id === two.id)).toMatchObject({ unread: 1 });
    await readNotices(house.db, who, { upTo: Number.MAX_SAFE_INTEGER });
    expect(await unreadNotices(house.db, who)).toEqual({ unread: 0, needs: 0 });
  });

  it('of what its person may no longer see is not shown, nor counted', async () => {
    const who = await house.member(['duty_officer'], { level: 'confidential' });
    const input = await record();
    await follow(house.db, who, input.id, true);
    await say(duty, input.id, call(who));
    await confirmIncident(house.db, duty, { id: input.id, basedOn: 1, status: 'confirmed', note: null });
    expect(await about(who, input.id)).toEqual([{ mentioned: 1, status: 1 }]);
    const words = { core: 'internal', account: 'strictly_confidential', protected: 'strictly_confidential' } as const;
    await editIncident(house.db, analyst, { ...input, levels: words }, 2);
    expect(await about(who, input.id)).toEqual([{ status: 1, changed: 1 }]);
    await editIncident(house.db, analyst, { ...input, levels: all('strictly_confidential') }, 3);
    expect(await about(who, input.id)).toEqual([]);
    expect(await unreadNotices(house.db, who)).toEqual({ unread: 0, needs: 0 });
  });

  it('is nobody’s who left the mission', async () => {
    const who = await house.member(['analyst'], { level: 'confidential' });
    const { id } = await record();
    await removeMember(house.db, await house.member(['administrator']), who.person ?? '');
    await expect(say(duty, id, call(who))).rejects.toMatchObject({ code: 'nobody_here' });
  });
});

it('the ledger still proves itself', async () => {
  const { findings } = await verifyLedger(house.ownerUrl, { keys: [house.keys.ledger], auditors: [auditIncidents] });
  expect(findings).toEqual([]);
});
