import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { type Ask, errorOf, type Served, served } from '../../../test/support/served.ts';
import type { Principal } from '../principal.ts';
import { invite } from './commands/members.ts';
import { makeToken } from './commands/tokens.ts';
import { addMembership } from './members.test-help.ts';
import { peopleRoutes } from './people-routes.ts';
import { accountRoutes } from './routes.ts';

let house: TestHouse;
let server: Served;
let manager: Principal;

beforeAll(async () => {
  house = await testHouse();
  server = await served(house, [...accountRoutes, ...peopleRoutes]);
  manager = await addMembership(house, await house.otherMission('elsewhere'), await house.member(['administrator']));
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const scope = { roles: ['analyst'], level: 'confidential' as const, compartments: ['civilian'], areas: ['TM01'] };
const invitation = async (by: Principal = manager) =>
  (await invite(house.db, by, { ...scope, name: null, email: null })).link.replace('/join#', '');
const join = (ask: Ask, token: string) => ask({ method: 'POST', url: '/invitations/join', body: { token } });
const missionsOf = async (ask: Ask) =>
  ((await ask('/session')).json().missions as { slug: string }[]).map(({ slug }) => slug).sort();

describe('an invitation to a second mission', () => {
  it('is followed with the account one has: both missions are theirs, each with its own scope', async () => {
    const ask = await server.as(await house.member(['reader']));
    const answer = await join(ask, await invitation());
    expect([answer.statusCode, answer.json()]).toEqual([200, { mission: 'elsewhere' }]);
    expect(await missionsOf(ask)).toEqual(['elsewhere', 'test']);
    expect((await ask('/session?mission=elsewhere')).json().person).toMatchObject(scope);
    expect((await ask('/session?mission=test')).json().person).toMatchObject({ roles: ['reader'], level: 'internal' });
  });

  it('is good once, for one', async () => {
    const token = await invitation();
    const asks = await Promise.all([1, 2, 3].map(async () => server.as(await house.member(['reader']))));
    const answers = await Promise.all(asks.map((ask) => join(ask, token)));
    expect(answers.map(errorOf).sort()).toEqual(['200', 'link_expired', 'link_expired']);
  });

  it('changes nothing for who is there already, the one who made it too, and stays good for somebody else', async () => {
    const token = await invitation();
    const ask = await server.as(manager);
    const before = (await ask('/session?mission=elsewhere')).json().person;
    expect(errorOf(await join(ask, token))).toBe('already_member');
    expect((await ask('/session?mission=elsewhere')).json().person).toEqual(before);
    expect(errorOf(await join(await server.as(await house.member(['reader'])), token))).toBe('200');
  });

  it('is not for nobody, nor for a program with somebody’s token', async () => {
    const token = await invitation();
    expect(errorOf(await join(server.nobody, token))).toBe('not_signed_in');
    const analyst = await house.member(['analyst']);
    const { token: program } = await makeToken(house.db, analyst, { name: 'p', scopes: ['incident.read'], days: 1 });
    expect(errorOf(await join(server.withToken(program), token))).toBe('not_signed_in');
    expect(errorOf(await join(await server.as(analyst), 'a'.repeat(43)))).toBe('link_expired');
  });
});
