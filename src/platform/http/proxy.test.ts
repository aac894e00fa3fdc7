import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSPHRASE, type TestHouse, testHouse } from '../../../test/support/house.ts';
import { gatekeeper } from '../accounts/gatekeeper.ts';
import { accountRoutes } from '../accounts/routes.ts';
import { sql } from '../database/database.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import { createServer } from './server.ts';

const PROXY = '192.0.2.1';
let house: TestHouse;
let app: FastifyInstance;
let reader: Principal;
let email: string;

const open = (trustProxy?: readonly string[]) =>
  createServer({
    ...{ db: house.db, gatekeeper: gatekeeper(house.db), routes: accountRoutes, version: 'test' },
    ...{ log: pino({ level: 'silent' }), ...(trustProxy ? { trustProxy } : {}) },
  });

beforeAll(async () => {
  house = await testHouse();
  app = await open([PROXY]);
  reader = await house.member(['reader']);
  const { rows } = await house.db.read(systemPrincipal('test'), (tx) =>
    sql<{ email: string }>`select email from platform.person where id = ${reader.person}`.execute(tx.db),
  );
  email = rows[0]?.email ?? '';
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const through = { 'x-forwarded-for': '198.51.100.7', 'x-forwarded-proto': 'https' };
const signIn = (remoteAddress: string, headers: Record<string, string> = {}, passphrase = PASSPHRASE) =>
  app.inject({ method: 'POST', url: '/api/v1/session', payload: { email, passphrase }, headers, remoteAddress });

describe('behind a TLS proxy that is named', () => {
  it('a session’s cookie goes to this host by TLS only, and opens what it is for', async () => {
    const answer = await signIn(PROXY, through);
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: '__Host-kinga_session', secure: true, httpOnly: true, path: '/' });
    expect(cookie).not.toHaveProperty('domain');
    const asked = (name: string, headers: Record<string, string>) =>
      app.inject({
        url: '/api/v1/session',
        headers: { ...headers, cookie: `${name}=${cookie?.value}` },
        remoteAddress: PROXY,
      });
    expect((await asked('__Host-kinga_session', through)).statusCode).toBe(200);
    // A name that another host of the domain, or a page without TLS, could set is not taken.
    expect((await asked('kinga_session', through)).statusCode).toBe(401);
    const left = await app.inject({
      ...{ method: 'DELETE', url: '/api/v1/session', remoteAddress: PROXY },
      headers: { ...through, cookie: `__Host-kinga_session=${cookie?.value}` },
    });
    expect(left.cookies[0]).toMatchObject({ name: '__Host-kinga_session', secure: true, value: '' });
  });

  it('limits count by the asker’s own address, however many stand behind the proxy', async () => {
    const from = (address: string) =>
      app.inject({
        ...{ method: 'POST', url: '/api/v1/session', payload: {}, remoteAddress: PROXY },
        headers: { ...through, 'x-forwarded-for': address },
      });
    for (let i = 0; i < 20; i++) expect((await from('203.0.113.5')).statusCode).toBe(400);
    expect((await from('203.0.113.5')).statusCode).toBe(429);
    expect((await from('203.0.113.6')).statusCode).toBe(400);
    // What the asker wrote before the proxy's own word does not make them another.
    expect((await from('203.0.113.99, 203.0.113.5')).statusCode).toBe(429);
  });
});

describe('what somebody else says', () => {
  it('of address and protocol is not believed', async () => {
    expect((await signIn('192.0.2.9', through)).cookies[0]).toMatchObject({ name: 'kinga_session' });
    expect((await signIn('192.0.2.9', through)).cookies[0]).not.toHaveProperty('secure');
    const pretending = (address: string) =>
      app.inject({
        ...{ method: 'POST', url: '/api/v1/session', payload: {}, remoteAddress: '192.0.2.10' },
        headers: { 'x-forwarded-for': address },
      });
    const statuses = [];
    for (let i = 0; i < 21; i++) statuses.push((await pretending(`203.0.113.${100 + i}`)).statusCode);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is believed of nobody where no proxy is named', async () => {
    const alone = await open();
    const answer = await alone.inject({
      ...{ method: 'POST', url: '/api/v1/session', payload: { email, passphrase: PASSPHRASE } },
      ...{ headers: through, remoteAddress: PROXY },
    });
    expect(answer.cookies[0]).toMatchObject({ name: 'kinga_session' });
    await alone.close();
  });
});

it.each(['proxy.example.org', '*', '10.0.0.0/99', ''])(
  '“%s” is no proxy’s address, and a start says so',
  async (address) => {
    await expect(open([address])).rejects.toMatchObject({ code: 'invalid_input' });
  },
);
