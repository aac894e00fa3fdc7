import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { cookieOf, errorOf, type Served, served } from '../../../test/support/served.ts';
import { missionRoutes } from '../missions/routes.ts';
import { makeSetUpToken } from './commands/set-up.ts';
import { peopleRoutes } from './people-routes.ts';
import { accountRoutes } from './routes.ts';
import { SETUP_LASTS } from './rules.ts';

let house: TestHouse;
let server: Served;

beforeAll(async () => {
  house = await testHouse();
  server = await served(house, [...accountRoutes, ...peopleRoutes, ...missionRoutes]);
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const answers = (token: string, more: object = {}) => ({
  token,
  name: 'Amina Diallo',
  email: 'Amina@Example.org',
  passphrase: 'seven lanterns on the river',
  missionName: 'Bamingui',
  missionSlug: 'bamingui',
  framework: 'civilian_unarmed',
  timeZone: 'Africa/Bangui',
  ...more,
});
const setUp = (token: string, more?: object) =>
  server.nobody({ method: 'POST', url: '/setup', body: answers(token, more) });
const needed = async (): Promise<boolean> => (await server.nobody('/setup')).json().needed;
const newToken = async (): Promise<string> => (await makeSetUpToken(house.db)) ?? '';

it('makes the first administrator with a link that is good once, and never again', async () => {
  expect(await needed()).toBe(true);
  expect(errorOf(await setUp('a'.repeat(43)))).toBe('link_expired');

  const late = await newToken();
  house.clock.set(new Date(house.clock.now().getTime() + SETUP_LASTS));
  expect(errorOf(await setUp(late))).toBe('link_expired');

  const [token, another] = [await newToken(), await newToken()];
  expect(errorOf(await setUp(token, { passphrase: 'amina amina amina' }))).toBe('weak_passphrase');
  const both = await Promise.all([setUp(token), setUp(token)]);
  expect(both.map(errorOf).sort()).toEqual(['201', 'link_expired']);

  const made = both.find((answer) => answer.statusCode === 201);
  const administrator = server.withCookie(made ? cookieOf(made) : '');
  const session = (await administrator('/session')).json();
  expect(session.person).toMatchObject({ email: 'amina@example.org', roles: ['administrator'], level: 'internal' });
  expect(session.missions.map((m: { slug: string }) => m.slug)).toEqual(['bamingui']);
  expect((await administrator('/missions/bamingui/people')).json().items).toHaveLength(1);

  expect(await needed()).toBe(false);
  expect(errorOf(await setUp(token))).toBe('link_expired');
  expect(errorOf(await setUp(another, { email: 'other@example.org' }))).toBe('already_set_up');
  expect(await makeSetUpToken(house.db)).toBeNull();
});
