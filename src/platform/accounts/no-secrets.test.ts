import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSPHRASE, type TestHouse, testHouse } from '../../../test/support/house.ts';
import { type Ask, cookieOf, type Request, type Served, served } from '../../../test/support/served.ts';
import { everythingStored, spellings, tablesWith } from '../../../test/support/stored.ts';
import { ledgerRoutes } from '../ledger/routes.ts';
import { missionRoutes } from '../missions/routes.ts';
import { makeSetUpToken } from './commands/set-up.ts';
import { makeSignInLink } from './commands/sign-in-link.ts';
import { peopleRoutes } from './people-routes.ts';
import { accountRoutes } from './routes.ts';

let house: TestHouse;
let server: Served;

const noJobs = { start: async () => '', cancel: async () => undefined, close: async () => undefined };

beforeAll(async () => {
  house = await testHouse();
  server = await served(house, [...accountRoutes, ...peopleRoutes, ...missionRoutes, ...ledgerRoutes(noJobs)]);
});
afterAll(async () => {
  await server.close();
  await house.close();
});

it('a secret stands in the one answer that gives it out, and nowhere else: not stored, not logged, not told again', async () => {
  const given = new Map<string, string>();
  const answers: { from: string; text: string }[] = [];
  /** Asks, and keeps the whole answer to be searched. */
  const told = async (ask: Ask, request: Request | string) => {
    const answer = await ask(request);
    const from = typeof request === 'string' ? request : `${request.method} ${request.url}`;
    expect([from, answer.statusCode < 300]).toEqual([from, true]);
    answers.push({ from, text: JSON.stringify(answer.headers) + answer.body });
    return answer;
  };
  const post = (url: string, body?: unknown) => ({ method: 'POST', url, body }) as const;
  const secret = (value: string, from: string) => {
    given.set(value, from);
    return value;
  };

  const setUpToken = secret((await makeSetUpToken(house.db)) ?? '', 'the console');
  const first = await told(
    server.nobody,
    post('/setup', {
      token: setUpToken,
      ...{ name: 'Amina', email: 'amina@example.org', passphrase: secret(PASSPHRASE, 'its owner') },
      ...{ missionName: 'Bamingui', missionSlug: 'bamingui', framework: 'civilian_unarmed', timeZone: 'UTC' },
    }),
  );
  const ask = server.withCookie(secret(cookieOf(first), 'POST /setup'));
  const scope = { roles: ['analyst'], level: 'confidential', compartments: [], areas: null };

  const invited = await told(ask, post('/missions/bamingui/invitations', scope));
  const invitation = String(invited.json().link).replace('/join#', '');
  secret(invitation, 'POST /missions/bamingui/invitations');
  const passphrase = secret('nine heron feathers in a jar', 'its owner');
  const guest = { token: invitation, name: 'Guest', email: 'guest@example.org', passphrase };
  const joined = await told(server.nobody, post('/invitations/accept', guest));
  const asGuest = server.withCookie(secret(cookieOf(joined), 'POST /invitations/accept'));

  const { token, id } = (
    await told(asGuest, post('/missions/bamingui/tokens', { name: 'x', scopes: ['token.make'] }))
  ).json();
  await told(server.withToken(secret(token, 'POST /missions/bamingui/tokens')), '/missions/bamingui/tokens');

  const { secret: totp } = (await told(asGuest, post('/totp/offer'))).json();
  const code = generateSync({ secret: secret(totp, 'POST /totp/offer'), epoch: Math.floor(Date.now() / 1000) - 30 });
  await told(asGuest, post('/totp', { secret: totp, code, passphrase }));
  const credentials = { email: guest.email, passphrase, code: generateSync({ secret: totp }) };
  const signedIn = await told(server.nobody, post('/session', credentials));
  secret(cookieOf(signedIn), 'POST /session');
  const wrong = secret('a passphrase that was mistyped', 'its owner');
  await server.nobody(post('/session', { ...credentials, passphrase: wrong }));

  const administrator = await house.member(['administrator']);
  const link = await makeSignInLink(house.db, administrator, joined.json().person, 600_000);
  const linked = await told(
    server.nobody,
    post('/session/link', { token: secret(link.split('#')[1] ?? '', 'the console') }),
  );
  secret(cookieOf(linked), 'POST /session/link');

  for (const url of ['people', 'invitations', 'tokens', 'ledger?limit=500']) {
    const by = url === 'tokens' ? asGuest : ask;
    await told(by, `/missions/bamingui/${url}`);
  }
  await told(asGuest, '/session');
  await told(asGuest, '/sessions');
  const next = secret('eleven reeds beside the ford', 'its owner');
  await told(asGuest, { method: 'DELETE', url: `/missions/bamingui/tokens/${id}` });
  await told(asGuest, post('/passphrase', { current: passphrase, next }));

  const stored = await everythingStored(house.ownerUrl);
  expect([...given.keys()].every((value) => value.length > 13)).toBe(true);
  expect(tablesWith(stored, 'guest@example.org')).toEqual(['platform.person']);
  for (const [value, from] of given) {
    const again = answers.filter((answer) => spellings(value).some((s) => answer.text.includes(s)));
    const logged = server.logged.filter((line) => spellings(value).some((s) => line.includes(s)));
    expect({ from, again: again.map((a) => a.from).filter((f) => f !== from), logged }).toEqual({
      ...{ from, again: [], logged: [] },
    });
    expect([from, tablesWith(stored, value)]).toEqual([from, []]);
  }
  expect(server.logged.length).toBeGreaterThan(answers.length);
});
