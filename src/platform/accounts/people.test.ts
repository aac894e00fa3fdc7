import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { type Ask, cookieOf, errorOf, type Served, served } from '../../../test/support/served.ts';
import { ledgerRoutes } from '../ledger/routes.ts';
import { missionRoutes } from '../missions/routes.ts';
import type { Principal } from '../principal.ts';
import { removeMember } from './commands/members.ts';
import type { Scope } from './contract.ts';
import { addMembership } from './members.test-help.ts';
import { peopleRoutes } from './people-routes.ts';
import { accountRoutes } from './routes.ts';
import { INVITATION_LASTS } from './rules.ts';

let house: TestHouse;
let server: Served;
let administrator: Principal;
let ask: Ask;

const noJobs = { start: async () => '', cancel: async () => undefined, close: async () => undefined };

beforeAll(async () => {
  house = await testHouse();
  server = await served(house, [...accountRoutes, ...peopleRoutes, ...missionRoutes, ...ledgerRoutes(noJobs)]);
  administrator = await house.member(['administrator']);
  ask = await server.as(administrator);
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const scope = { roles: ['analyst'], level: 'confidential', compartments: ['civilian'], areas: ['TM01'] };
const people = '/missions/test/people';

async function invite(by: Ask, more: object = {}): Promise<string> {
  const answer = await by({ method: 'POST', url: '/missions/test/invitations', body: { ...scope, ...more } });
  expect(answer.statusCode).toBe(201);
  return String(answer.json().link).replace('/join#', '');
}

let guests = 0;
const accept = (token: string, more: object = {}) =>
  server.nobody({
    method: 'POST',
    url: '/invitations/accept',
    body: {
      token,
      name: 'Guest',
      email: `guest${guests++}@example.org`,
      passphrase: 'nine heron feathers in a jar',
      ...more,
    },
  });
const sessionAfter = async (answer: Awaited<ReturnType<Ask>>) =>
  (await server.withCookie(cookieOf(answer))('/session')).json();

describe('an invitation', () => {
  it('makes somebody who may exactly what it says, once', async () => {
    const token = await invite(ask);
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.map(errorOf).sort()).toEqual(['201', 'link_expired']);
    const taken = both.find((answer) => answer.statusCode === 201);
    if (!taken) throw new Error('nobody came in');
    expect((await sessionAfter(taken)).person).toMatchObject(scope);
    expect(errorOf(await accept(token))).toBe('link_expired');
    const invitations = (await ask('/missions/test/invitations')).json().items;
    expect(invitations[0]).toMatchObject({ ...scope, used: true });
    expect(JSON.stringify(invitations)).not.toContain(token);
  });

  it('can be ended before somebody follows it, in its own mission and once', async () => {
    const token = await invite(ask);
    const { items } = (await ask('/missions/test/invitations')).json() as { items: { id: string; used: boolean }[] };
    const id = items.find(({ used }) => !used)?.id ?? '';
    const end = (by: Ask, mission = 'test') => by({ method: 'DELETE', url: `/missions/${mission}/invitations/${id}` });
    expect(errorOf(await end(await server.as(await house.member(['analyst']))))).toBe('forbidden');
    const other = await house.otherMission('there');
    const stranger = await server.as(await addMembership(house, other, await house.member(['reader'])));
    expect(errorOf(await end(stranger, 'there'))).toBe('not_found');
    expect((await end(ask)).statusCode).toBe(204);
    expect(errorOf(await end(ask))).toBe('not_found');
    expect(errorOf(await accept(token))).toBe('link_expired');
    const after = (await ask('/missions/test/invitations')).json().items as { id: string; ended: boolean }[];
    expect(after.filter(({ ended }) => ended).map((i) => i.id)).toEqual([id]);
  });

  it('is over after three days', async () => {
    const token = await invite(ask);
    house.clock.set(new Date(house.clock.now().getTime() + INVITATION_LASTS));
    expect(errorOf(await accept(token))).toBe('link_expired');
    ask = await server.as(administrator);
  });

  it('is kept when the passphrase is weak or the address is taken', async () => {
    const token = await invite(ask);
    expect(errorOf(await accept(token, { passphrase: 'ha ha ha ha ha ha' }))).toBe('weak_passphrase');
    const [taken] = (await ask(people)).json().items;
    expect(errorOf(await accept(token, { email: taken.email }))).toBe('address_taken');
    expect((await accept(token)).statusCode).toBe(201);
  });

  it('names roles and components that exist', async () => {
    const refused = (more: object) =>
      ask({ method: 'POST', url: '/missions/test/invitations', body: { ...scope, ...more } });
    expect(errorOf(await refused({ roles: ['emperor'] }))).toBe('invalid_input');
    expect(errorOf(await refused({ compartments: ['secret_society'] }))).toBe('unknown_compartment');
  });
});

describe('what somebody may', () => {
  const put = (by: Ask, person: string | null, body: object) => by({ method: 'PUT', url: `${people}/${person}`, body });

  it('changes at once', async () => {
    const member = await house.member(['reader'], { level: 'internal' });
    const theirs = await server.as(member);
    expect((await put(ask, member.person, { ...scope, roles: ['administrator'] })).statusCode).toBe(200);
    expect((await theirs(people)).statusCode).toBe(200);
    expect((await put(ask, member.person, { ...scope, roles: ['reader'] })).statusCode).toBe(200);
    expect(errorOf(await theirs(people))).toBe('forbidden');
  });

  it('is more by nobody’s own hand: role, level, component, area', async () => {
    const narrow = {
      roles: ['administrator'],
      level: 'internal',
      compartments: ['police'],
      areas: ['TM01'],
    } satisfies Scope;
    const member = await house.member(['administrator'], narrow);
    const own = await server.as(member);
    for (const more of [
      { roles: ['administrator', 'analyst'] },
      { level: 'confidential' },
      { compartments: ['police', 'human_rights'] },
      { areas: ['TM01', 'TM02'] },
      { areas: null },
    ])
      expect(errorOf(await put(own, member.person, { ...narrow, ...more }))).toBe('above_own_level');
    expect((await put(own, member.person, { ...narrow, level: 'public', areas: [] })).statusCode).toBe(200);
    expect((await own('/session')).json().person).toMatchObject({ level: 'public', areas: [] });
  });

  it('ends with the membership, sessions included', async () => {
    const member = await house.member(['reader']);
    const theirs = await server.as(member);
    expect((await ask({ method: 'DELETE', url: `${people}/${member.person}` })).statusCode).toBe(204);
    expect((await theirs('/session')).statusCode).toBe(401);
    const back = await server.as(member);
    expect(errorOf(await back('/missions/test'))).toBe('no_mission');
    expect(errorOf(await ask({ method: 'DELETE', url: `${people}/${member.person}` }))).toBe('not_found');
  });

  it('can be cut off for a lost laptop, without ending the membership', async () => {
    const member = await house.member(['reader']);
    const theirs = await server.as(member);
    expect((await ask({ method: 'DELETE', url: `${people}/${member.person}/sessions` })).statusCode).toBe(204);
    expect((await theirs('/session')).statusCode).toBe(401);
    expect((await (await server.as(member))('/missions/test')).statusCode).toBe(200);
  });

  it('is nobody’s to change without the verb, nor from another mission', async () => {
    const [member, head] = [await house.member(['reader']), await house.member(['head_of_office'])];
    const asHead = await server.as(head);
    const requests = [
      { method: 'GET', url: people },
      { method: 'PUT', url: `${people}/${member.person}`, body: scope },
      { method: 'DELETE', url: `${people}/${member.person}` },
      { method: 'DELETE', url: `${people}/${member.person}/sessions` },
      { method: 'POST', url: '/missions/test/invitations', body: scope },
    ] as const;
    for (const request of requests) expect(errorOf(await asHead(request))).toBe('forbidden');
    await house.otherMission('elsewhere');
    for (const request of requests) {
      const there = { ...request, url: request.url.replace('/test/', '/elsewhere/') };
      expect(errorOf(await ask(there))).toBe('no_mission');
      const nowhere = { ...request, url: request.url.replace('/test/', '/no-such/') };
      expect((await ask(there)).body).toBe((await ask(nowhere)).body);
    }
  });
});

it('every change of people is a line in the ledger, with who did it', async () => {
  const lines = async () =>
    (await ask('/missions/test/ledger?limit=500')).json().items as {
      verb: string;
      by: string;
      record: string;
      seq: number;
    }[];
  const before = (await lines())[0]?.seq ?? 0;
  const token = await invite(ask);
  const { person } = (await accept(token)).json();
  await ask({ method: 'PUT', url: `${people}/${person}`, body: { ...scope, roles: ['reader'] } });
  await ask({ method: 'DELETE', url: `${people}/${person}/sessions` });
  await ask({ method: 'DELETE', url: `${people}/${person}` });
  const new_ = (await lines()).filter((line) => line.seq > before).reverse();
  expect(new_.map((line) => line.verb)).toEqual([
    'person.invite',
    'person.add',
    'person.grant',
    'person.grant',
    'person.sessions_end',
    'person.end',
  ]);
  expect(new_.filter((line) => line.by === administrator.by).map((line) => line.verb)).toEqual([
    'person.invite',
    'person.grant',
    'person.sessions_end',
    'person.end',
  ]);
  expect(new_.slice(1).every((line) => line.record.endsWith(person))).toBe(true);
});

it('two administrators who end each other at the same moment leave one', async () => {
  const two = await testHouse();
  const [one, other] = [await two.member(['administrator']), await two.member(['administrator'])];
  const ends = await Promise.allSettled([
    removeMember(two.db, one, other.person ?? ''),
    removeMember(two.db, other, one.person ?? ''),
  ]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await two.close();
});

it('whoever manages people learns when somebody was last here', async () => {
  const member = await house.member(['reader']);
  const seen = async () =>
    ((await ask(people)).json().items as { id: string; lastSeenAt: string | null }[]).find(
      (m) => m.id === member.person,
    )?.lastSeenAt;
  expect(await seen()).toBeNull();
  await server.as(member);
  expect(await seen()).toBe(house.clock.now().toISOString());
});

it('a mission keeps its last administrator', async () => {
  const { items } = (await ask(people)).json() as { items: { id: string; roles: string[] }[] };
  const others = items.filter((m) => m.roles.includes('administrator') && m.id !== administrator.person);
  for (const { id } of others) await ask({ method: 'DELETE', url: `${people}/${id}` });
  const own = `${people}/${administrator.person}`;
  expect(errorOf(await ask({ method: 'DELETE', url: own }))).toBe('last_administrator');
  const second = await house.member(['administrator', 'reader']);
  const fewer = { roles: ['reader'], level: 'public', compartments: [], areas: null };
  const asSecond = await server.as(second);
  expect((await asSecond({ method: 'DELETE', url: own })).statusCode).toBe(204);
  expect(errorOf(await asSecond({ method: 'PUT', url: `${people}/${second.person}`, body: fewer }))).toBe(
    'last_administrator',
  );
  expect((await asSecond(people)).statusCode).toBe(200);
});

describe('lists', () => {
  it.each(['people', 'invitations', 'tokens'])('of %s come page by page', async (what) => {
    const by = await server.as(await house.member(['administrator']));
    for (const name of ['One', 'Two', 'Three']) {
      await house.member(['analyst']);
      await invite(by, { name });
      const token = { name, scopes: ['people.manage'], days: 1 };
      expect((await by({ method: 'POST', url: '/missions/test/tokens', body: token })).statusCode).toBe(201);
    }
    const page = async (query: string) => {
      const answer = await by({ method: 'GET', url: `/missions/test/${what}?${query}` });
      expect(answer.statusCode).toBe(200);
      return answer.json() as { items: { id: string }[]; next: string | null };
    };
    const whole = await page('limit=200');
    expect(whole.items.length).toBeGreaterThan(2);
    expect(whole.next).toBeNull();
    const walked: { id: string }[] = [];
    for (let mark = 'limit=2'; mark !== ''; ) {
      const { items, next } = await page(mark);
      walked.push(...items);
      mark = next ? `limit=2&cursor=${next}` : '';
    }
    expect(walked.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
    expect(errorOf(await by({ method: 'GET', url: `/missions/test/${what}?cursor=zz` }))).toBe('bad_cursor');
  });
});
