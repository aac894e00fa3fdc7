import { createHmac } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSPHRASE, type TestHouse, testHouse } from '../../../test/support/house.ts';
import { type Ask, cookieOf, errorOf, type Served, served } from '../../../test/support/served.ts';
import { sql } from '../database/database.ts';
import { missionRoutes } from '../missions/routes.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import { resetAccount } from './commands/reset-account.ts';
import { makeSignInLink } from './commands/sign-in-link.ts';
import { makeToken } from './commands/tokens.ts';
import { COOKIE } from './gatekeeper.ts';
import { accountRoutes } from './routes.ts';
import { SESSION_IDLE, SESSION_LONGEST } from './rules.ts';
import { personById } from './store.ts';
import { stepOf } from './totp.ts';

let house: TestHouse;
let server: Served;

beforeAll(async () => {
  house = await testHouse();
  server = await served(house, [...accountRoutes, ...missionRoutes]);
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const emailOf = async (who: Principal): Promise<string> =>
  (await house.db.read(systemPrincipal('test'), (tx) => personById(tx, who.person ?? '')))?.email ?? '';
const signIn = (email: string, more: object = {}, headers: Record<string, string> = {}) =>
  server.nobody({ method: 'POST', url: '/session', body: { email, passphrase: PASSPHRASE, ...more }, headers });
const later = (ms: number) => house.clock.set(new Date(house.clock.now().getTime() + ms));
/** Status of asking who one is: 200, or 401 when the session is over. */
const whoAmI = async (ask: Ask) => (await ask('/session')).statusCode;

describe('signing in', () => {
  it('an unknown address, a wrong passphrase and a disabled account cannot be told apart', async () => {
    const [known, disabled] = [await emailOf(await house.member(['reader'])), await house.member(['reader'])];
    const address = await emailOf(disabled);
    await house.db.write(systemPrincipal('test'), (tx) =>
      sql`update platform.person set disabled_at = now() where id = ${disabled.person}`.execute(tx.db),
    );
    const all = await Promise.all([
      signIn(known, { passphrase: 'not the right one at all' }),
      signIn('nobody-of-this-name@example.org'),
      signIn(address),
    ]);
    const [first] = all.map((answer) => ({ status: answer.statusCode, body: answer.body, cookies: answer.cookies }));
    expect(first).toMatchObject({ status: 401, cookies: [] });
    for (const answer of all) expect({ status: answer.statusCode, body: answer.body, cookies: [] }).toEqual(first);
    expect((await signIn(known)).statusCode).toBe(201);
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await signIn(await emailOf(await house.member(['reader'])));
    const cookie = answer.cookies.find((c) => c.name === COOKIE);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', maxAge: SESSION_LONGEST / 1000 });
    expect(cookie?.value).toHaveLength(43);
  });

  it('takes a limited number of attempts a minute from one address', async () => {
    const attempt = () =>
      server.nobody({ method: 'POST', url: '/session', body: {}, headers: { 'x-test-address': '192.0.2.7' } });
    for (let i = 0; i < 20; i++) expect((await attempt()).statusCode).toBe(400);
    const refused = await attempt();
    expect([refused.statusCode, errorOf(refused)]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn('x@example.org', { passphrase: 'y' })).statusCode).toBe(401);
  });

  it('refuses what comes from another site, whatever cookie it carries', async () => {
    const email = await emailOf(await house.member(['reader']));
    const cookie = cookieOf(await signIn(email));
    const signOut = (headers: Record<string, string>) =>
      server.withCookie(cookie)({ method: 'DELETE', url: '/session', headers });
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example', host: 'kinga.example' },
      { origin: 'null', host: 'kinga.example' },
    ])
      expect(errorOf(await signOut(headers))).toBe('cross_site');
    expect(errorOf(await signIn(email, {}, { 'sec-fetch-site': 'cross-site' }))).toBe('cross_site');
    expect(await whoAmI(server.withCookie(cookie))).toBe(200);
    const own = { 'sec-fetch-site': 'same-origin', origin: 'https://kinga.example', host: 'kinga.example' };
    expect((await signOut(own)).statusCode).toBe(204);
    expect(await whoAmI(server.withCookie(cookie))).toBe(401);
  });
});

describe('a session', () => {
  it('carries keys for what a browser keeps: the person’s for drafts, its own for what it has seen', async () => {
    const [one, other] = [await house.member(['reader']), await house.member(['reader'])];
    const keysOf = async (ask: Ask) => {
      const answer = await ask('/session');
      expect(answer.headers['cache-control']).toBe('no-store');
      return answer.json().desk as { drafts: string; seen: string };
    };
    const asks = [await server.as(one), await server.as(one), await server.as(other)] as const;
    const [here, elsewhere, others] = [await keysOf(asks[0]), await keysOf(asks[1]), await keysOf(asks[2])];
    expect(await keysOf(asks[0])).toEqual(here);
    expect(Buffer.from(here.drafts, 'base64')).toHaveLength(32);
    expect(elsewhere.drafts).toBe(here.drafts);
    expect(new Set([here.seen, elsewhere.seen, others.seen, here.drafts, others.drafts]).size).toBe(5);
  });

  it('ends after thirty idle minutes, and stays with whoever works', async () => {
    const ask = await server.as(await house.member(['reader']));
    for (let i = 0; i < 4; i++) {
      later(SESSION_IDLE);
      expect(await whoAmI(ask)).toBe(200);
    }
    later(SESSION_IDLE + 1);
    expect(await whoAmI(ask)).toBe(401);
  });

  it('is not kept open by a page that nobody sits at', async () => {
    const ask = await server.as(await house.member(['reader']));
    const minute = 60_000;
    let idle = 0;
    const byItself = () => ask({ url: '/session', headers: { 'kinga-idle': String(idle / 1000) } });
    for (; idle <= SESSION_IDLE; idle += 5 * minute) {
      expect((await byItself()).statusCode).toBe(200);
      later(5 * minute);
    }
    expect((await byItself()).statusCode).toBe(401);
    // What makes no sense is taken as a sign of life: a program says nothing of the kind.
    const odd = await server.as(await house.member(['reader']));
    for (const said of ['-5', 'x', 'NaN']) {
      later(SESSION_IDLE);
      expect((await odd({ url: '/session', headers: { 'kinga-idle': said } })).statusCode).toBe(200);
    }
  });

  it('ends after twelve hours, however busy', async () => {
    const ask = await server.as(await house.member(['reader']));
    const begun = house.clock.now().getTime();
    while (house.clock.now().getTime() + SESSION_IDLE <= begun + SESSION_LONGEST) {
      later(SESSION_IDLE);
      expect(await whoAmI(ask)).toBe(200);
    }
    later(1);
    expect(await whoAmI(ask)).toBe(401);
  });

  it('ended elsewhere is over at once; nobody ends another’s', async () => {
    const [one, other] = [await house.member(['reader']), await house.member(['reader'])];
    const [here, there, stranger] = [await server.as(one), await server.as(one), await server.as(other)];
    const open = (await here('/sessions')).json().items as { id: string; current: boolean }[];
    const elsewhere = open.find((session) => !session.current)?.id ?? '';
    const end = { method: 'DELETE', url: `/sessions/${elsewhere}` } as const;
    expect(open).toHaveLength(2);
    expect(errorOf(await stranger(end))).toBe('not_found');
    expect(await whoAmI(there)).toBe(200);
    expect((await here(end)).statusCode).toBe(204);
    expect(await whoAmI(there)).toBe(401);
    expect(await whoAmI(here)).toBe(200);
    expect(errorOf(await here(end))).toBe('not_found');
  });

  it('is over everywhere when the passphrase changes', async () => {
    const member = await house.member(['reader']);
    const [email, ask, other] = [await emailOf(member), await server.as(member), await server.as(member)];
    const change = (body: object) => ask({ method: 'POST', url: '/passphrase', body });
    const next = 'nine heron feathers in a jar';
    expect(errorOf(await change({ current: 'a wrong one for sure', next }))).toBe('wrong_credentials');
    expect(errorOf(await change({ current: PASSPHRASE, next: 'short' }))).toBe('weak_passphrase');
    expect((await change({ current: PASSPHRASE, next })).statusCode).toBe(204);
    expect([await whoAmI(ask), await whoAmI(other)]).toEqual([401, 401]);
    expect((await signIn(email)).statusCode).toBe(401);
    expect((await signIn(email, { passphrase: next })).statusCode).toBe(201);
  });
});

describe('one-time codes', () => {
  /** The code that an authenticator shows now, or some steps away. */
  const codeOf = (secret: string, steps = 0) =>
    generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });

  async function enrolled() {
    const member = await house.member(['reader']);
    const ask = await server.as(member);
    const { secret } = (await ask({ method: 'POST', url: '/totp/offer' })).json();
    const confirm = (code: string) =>
      ask({ method: 'POST', url: '/totp', body: { secret, code, passphrase: PASSPHRASE } });
    return { ask, email: await emailOf(member), secret: String(secret), confirm };
  }

  it('are asked for once an authenticator has shown that it works', async () => {
    const { ask, email, secret, confirm } = await enrolled();
    expect(errorOf(await confirm(codeOf(secret, 40)))).toBe('wrong_credentials');
    expect((await signIn(email)).statusCode).toBe(201);
    expect((await confirm(codeOf(secret, -1))).statusCode).toBe(204);
    expect((await ask('/session')).json().person.totp).toBe(true);
    expect(errorOf(await signIn(email))).toBe('code_needed');
    expect(errorOf(await signIn(email, { passphrase: 'not the right one' }))).toBe('wrong_credentials');
    expect(errorOf(await signIn(email, { code: codeOf(secret, 40) }))).toBe('wrong_credentials');
    expect((await signIn(email, { code: codeOf(secret) })).statusCode).toBe(201);
  });

  it('are good once: neither the code of the enrolment nor that of a sign-in opens the door again', async () => {
    const { email, secret, confirm } = await enrolled();
    const [before, now] = [codeOf(secret, -1), codeOf(secret)];
    expect((await confirm(before)).statusCode).toBe(204);
    expect(errorOf(await signIn(email, { code: before }))).toBe('wrong_credentials');
    const both = await Promise.all([signIn(email, { code: now }), signIn(email, { code: now })]);
    expect(both.map(errorOf).sort()).toEqual(['201', 'wrong_credentials']);
  });

  it('cannot be replaced or turned off without what proves the person', async () => {
    const { ask, email, secret, confirm } = await enrolled();
    await confirm(codeOf(secret, -1));
    const { secret: thiefs } = (await ask({ method: 'POST', url: '/totp/offer' })).json();
    const replaced = await ask({
      method: 'POST',
      url: '/totp',
      body: { secret: thiefs, code: codeOf(thiefs), passphrase: PASSPHRASE },
    });
    expect(errorOf(replaced)).toBe('state_conflict');
    const off = (passphrase: string) => ask({ method: 'POST', url: '/totp/off', body: { passphrase } });
    expect(errorOf(await off('not the right one'))).toBe('wrong_credentials');
    expect(errorOf(await signIn(email))).toBe('code_needed');
    expect((await off(PASSPHRASE)).statusCode).toBe(204);
    expect((await signIn(email)).statusCode).toBe(201);
  });

  it('cannot be turned on by whoever finds a session open', async () => {
    const member = await house.member(['reader']);
    const [ask, email] = [await server.as(member), await emailOf(member)];
    const { secret } = (await ask({ method: 'POST', url: '/totp/offer' })).json();
    const on = (passphrase: string, own = secret) =>
      ask({ method: 'POST', url: '/totp', body: { secret: own, code: codeOf(secret), passphrase } });
    expect(errorOf(await on('not the right one'))).toBe('wrong_credentials');
    expect(errorOf(await on(PASSPHRASE, 'AAAA'))).toBe('invalid_input');
    expect((await signIn(email)).statusCode).toBe(201);
  });

  it('fit RFC 6238: a step early or late, not two', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    /** RFC 4226 §5.3 by hand, so that the library is not checked against itself. */
    const code = (step: number) => {
      const counter = Buffer.alloc(8);
      counter.writeBigUInt64BE(BigInt(step));
      const mac = createHmac('sha1', '12345678901234567890').update(counter).digest();
      const at = (mac.at(-1) ?? 0) & 15;
      return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
    };
    const at = new Date(1_111_111_109_000);
    const now = Math.floor(at.getTime() / 30_000);
    expect(code(now)).toBe('081804');
    expect([-2, -1, 0, 1, 2].map((steps) => stepOf(secret, code(now + steps), at))).toEqual([
      null,
      now - 1,
      now,
      now + 1,
      null,
    ]);
    expect(stepOf(secret, 'abcdef', at)).toBeNull();
  });
});

it('a lost passphrase, phone or laptop: a reset ends all of it, and its link lets the person choose anew', async () => {
  const member = await house.member(['administrator']);
  const [ask, email] = [await server.as(member), await emailOf(member)];
  const { secret } = (await ask({ method: 'POST', url: '/totp/offer' })).json();
  const code = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) });
  await ask({ method: 'POST', url: '/totp', body: { secret, code, passphrase: PASSPHRASE } });
  const { token } = await makeToken(house.db, member, { name: 'x', scopes: ['people.manage'], days: 1 });
  const older = await makeSignInLink(house.db, member, member.person ?? '', 600_000);
  const link = await resetAccount(house.db, { ...member, by: 'operator:root' }, member.person ?? '', 600_000);

  const enter = (path: string) =>
    server.nobody({ method: 'POST', url: '/session/link', body: { token: path.split('#')[1] } });
  expect(await whoAmI(ask)).toBe(401);
  expect((await server.withToken(token)('/missions/test')).statusCode).toBe(401);
  expect(errorOf(await signIn(email))).toBe('wrong_credentials');
  expect(errorOf(await enter(older))).toBe('link_expired');

  const entered = await enter(link);
  expect(errorOf(await enter(link))).toBe('link_expired');
  const again = server.withCookie(cookieOf(entered));
  expect((await again('/session')).json().person).toMatchObject({ totp: false, passphrase: false });
  const set = (next: string, current?: string) =>
    again({ method: 'POST', url: '/passphrase', body: { next, ...(current ? { current } : {}) } });
  expect(errorOf(await set('short'))).toBe('weak_passphrase');
  const next = 'five herons over the weir';
  expect((await set(next)).statusCode).toBe(204);
  expect((await signIn(email, { passphrase: next })).statusCode).toBe(201);
  // Whoever has a passphrase proves it.
  const later = server.withCookie(cookieOf(await signIn(email, { passphrase: next })));
  const without = await later({ method: 'POST', url: '/passphrase', body: { next: 'six herons over the weir' } });
  expect(errorOf(without)).toBe('wrong_credentials');
});
