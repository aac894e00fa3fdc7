import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { type Ask, errorOf, type Served, served } from '../../../test/support/served.ts';
import { missionRoutes } from '../missions/routes.ts';
import type { Principal } from '../principal.ts';
import { addMembership } from './members.test-help.ts';
import { peopleRoutes } from './people-routes.ts';
import { accountRoutes } from './routes.ts';

let house: TestHouse;
let server: Served;
let analyst: Principal;
let ask: Ask;

beforeAll(async () => {
  house = await testHouse();
  server = await served(house, [...accountRoutes, ...peopleRoutes, ...missionRoutes]);
  analyst = await house.member(['analyst', 'administrator'], { level: 'confidential' });
  ask = await server.as(analyst);
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const tokens = '/missions/test/tokens';
const make = (by: Ask, scopes: string[], days = 90) =>
  by({ method: 'POST', url: tokens, body: { name: 'nightly', scopes, days } });
const made = async (scopes: string[], days?: number): Promise<{ id: string; token: string }> =>
  (await make(ask, scopes, days)).json();

describe('an API token', () => {
  it('carries its scopes and nothing more', async () => {
    const program = server.withToken((await made(['people.manage'])).token);
    expect((await program('/missions/test/people')).statusCode).toBe(200);
    expect(errorOf(await program(tokens))).toBe('forbidden');
    const change = { basedOn: 1, timeZone: 'UTC' };
    expect(errorOf(await program({ method: 'PATCH', url: '/missions/test', body: change }))).toBe('forbidden');
  });

  it('cannot be given what its maker does not have', async () => {
    expect(errorOf(await make(ask, ['incident.erase']))).toBe('above_own_level');
    expect(errorOf(await make(ask, ['everything']))).toBe('above_own_level');
    expect(errorOf(await make(await server.as(await house.member(['reader'])), ['incident.read']))).toBe('forbidden');
    const program = server.withToken((await made(['token.make'])).token);
    expect(errorOf(await make(program, ['people.manage']))).toBe('above_own_level');
  });

  it('loses what its maker loses', async () => {
    const member = await house.member(['analyst']);
    const { token } = (await make(await server.as(member), ['ledger.verify', 'token.make'])).json();
    const program = server.withToken(token);
    expect((await program(tokens)).statusCode).toBe(200);
    const reader = { roles: ['reader'], level: 'internal', compartments: [], areas: null };
    await ask({ method: 'PUT', url: `/missions/test/people/${member.person}`, body: reader });
    expect(errorOf(await program(tokens))).toBe('forbidden');
    await ask({ method: 'DELETE', url: `/missions/test/people/${member.person}` });
    expect(errorOf(await program('/missions/test'))).toBe('no_mission');
  });

  it('is good in its own mission only, though its maker is in two', async () => {
    const elsewhere = await house.otherMission('elsewhere');
    await addMembership(house, elsewhere, analyst);
    const program = server.withToken((await made(['people.manage'])).token);
    expect((await ask('/missions/elsewhere/people')).statusCode).toBe(200);
    expect(errorOf(await program('/missions/elsewhere/people'))).toBe('no_mission');
    expect((await program('/missions/test/people')).statusCode).toBe(200);
  });

  it('is no session: it reaches nothing of the person’s own account', async () => {
    const program = server.withToken((await made(['people.manage'])).token);
    const own = accountRoutes.filter((route) => route.access === 'signed-in');
    expect(own.length).toBeGreaterThan(7);
    for (const { method, url } of own) {
      const answer = await program({ method, url: url.replace(':id', crypto.randomUUID()), ...validBody(url) });
      expect([url, errorOf(answer)]).toEqual([url, 'not_signed_in']);
    }
  });

  it('ends when its time is over, and at once when somebody ends it', async () => {
    const [short, ended] = [await made(['people.manage'], 1), await made(['people.manage'], 30)];
    const [day, month] = [server.withToken(short.token), server.withToken(ended.token)];
    house.clock.set(new Date(house.clock.now().getTime() + 86_400_000 - 1));
    expect((await day('/missions/test')).statusCode).toBe(200);
    house.clock.set(new Date(house.clock.now().getTime() + 1));
    expect((await day('/missions/test')).statusCode).toBe(401);
    ask = await server.as(analyst);
    expect((await month('/missions/test')).statusCode).toBe(200);
    expect((await ask({ method: 'DELETE', url: `${tokens}/${ended.id}` })).statusCode).toBe(204);
    expect((await month('/missions/test')).statusCode).toBe(401);
    expect(errorOf(await ask({ method: 'DELETE', url: `${tokens}/${ended.id}` }))).toBe('not_found');
  });

  it('of somebody else is neither shown nor ended, but by whoever manages people', async () => {
    const [one, other] = [await house.member(['analyst']), await house.member(['analyst'])];
    const [ones, others] = [await server.as(one), await server.as(other)];
    const { id } = (await make(ones, ['incident.read'])).json();
    expect((await others(tokens)).json().items).toEqual([]);
    expect(errorOf(await others({ method: 'DELETE', url: `${tokens}/${id}` }))).toBe('not_found');
    expect((await ones(tokens)).json().items).toMatchObject([{ id, revoked: false }]);
    expect((await ask(tokens)).json().items.some((t: { id: string }) => t.id === id)).toBe(true);
  });
});

/** What would be taken from a session, so that nothing but the token is a reason to refuse. */
function validBody(url: string): { body?: object } {
  if (url === '/totp')
    return { body: { secret: 'GEZDGNBVGY3TQOJQ'.repeat(2), code: '123456', passphrase: 'a passphrase' } };
  if (url === '/totp/off') return { body: { passphrase: 'a passphrase' } };
  if (url === '/passphrase') return { body: { current: 'a passphrase', next: 'nine heron feathers in a jar' } };
  if (url === '/invitations/join') return { body: { token: 'a'.repeat(43) } };
  return {};
}
