import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { askers, errorOf, keptLog } from '../../../test/support/served.ts';
import { openSession } from '../accounts/commands/sign-in.ts';
import { makeToken } from '../accounts/commands/tokens.ts';
import { COOKIE, gatekeeper } from '../accounts/gatekeeper.ts';
import { judgeSpace } from '../disk-space.ts';
import type { Principal } from '../principal.ts';
import { route } from './route.ts';
import { createServer } from './server.ts';
import { takeUpload } from './uploads.ts';

let house: TestHouse;
let app: FastifyInstance;
let folder: string;
let who: Principal;
let address: { host: string; port: number };
let free: number;
const { log, logged } = keptLog();
const GIB = 1024 ** 3;

/** What the failing handler throws. */
let failure: unknown;
const inMission = z.object({ mission: z.string() });
const routes = [
  route({
    ...({ method: 'GET', url: '/missions/:mission/fail', access: 'member', summary: 'Fails', tag: 'test' } as const),
    params: inMission,
    answer: 'none',
    handler: async ({ reply }) => {
      reply.header('etag', '"of the answer"').header('cache-control', 'private');
      throw failure;
    },
  }),
  route({
    ...({ method: 'POST', url: '/missions/:mission/file', access: 'member', summary: 'Takes', tag: 'test' } as const),
    params: inMission,
    answer: z.object({ name: z.string() }),
    upload: true,
    handler: async ({ request, who: asker }) => ({ name: (await takeUpload(request, folder, asker)).name }),
  }),
  route({
    ...({ method: 'POST', url: '/missions/:mission/words', access: 'member', summary: 'Takes', tag: 'test' } as const),
    params: inMission,
    body: z.object({ word: z.string() }),
    answer: z.object({ word: z.string() }),
    handler: async ({ body }) => body,
  }),
];

beforeAll(async () => {
  house = await testHouse();
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-uploads-'));
  who = await house.member(['administrator']);
  app = await createServer({
    ...{ db: house.db, gatekeeper: gatekeeper(house.db), routes, log, version: 'test' },
    space: async () => judgeSpace(free, 100 * GIB),
    patience: { silent: 2_000, body: 2_000 },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const bound = app.addresses().find((a) => typeof a === 'object');
  address = { host: bound?.address ?? '', port: bound?.port ?? 0 };
});
afterAll(async () => {
  await app.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  free = 50 * GIB;
});

const ask = async () => askers(house, app).as(who);
const withCode = (code: string) => Object.assign(new Error('the words of a record'), { code });

describe('a failure of the machine', () => {
  it.each([
    ['57P01', 'database_away'],
    ['08006', 'database_away'],
    ['53300', 'database_away'],
    ['53100', 'disk_full'],
    ['ENOSPC', 'disk_full'],
  ])('%s is told as %s, to be tried again, and is in the log without its words', async (code, known) => {
    failure = withCode(code);
    const answer = await (await ask())('/missions/test/fail');
    expect([answer.statusCode, errorOf(answer), answer.headers['retry-after']]).toEqual([503, known, '5']);
    expect(answer.body + logged.join()).not.toContain('the words of a record');
    expect(logged.join()).toContain(known);
  });

  it('leaves no mark by which its answer would be kept as the right one', async () => {
    failure = withCode('57P01');
    const { headers } = await (await ask())('/missions/test/fail');
    expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store']);
  });

  it('that is none of these is told as internal, under a number', async () => {
    failure = new TypeError('the words of a record');
    const answer = await (await ask())('/missions/test/fail');
    expect([answer.statusCode, errorOf(answer)]).toEqual([500, 'internal']);
    expect(answer.body).not.toContain('words');
  });
});

describe('what is not a request of ours', () => {
  it('is refused in a sentence', async () => {
    const asked = await ask();
    const broken = await asked({
      ...{ method: 'POST', url: '/missions/test/words', body: '{"word":' },
      headers: { 'content-type': 'application/json' },
    });
    expect(broken.json().error.message).toContain('not valid JSON');
    const strange = await asked({
      ...{ method: 'POST', url: '/missions/test/words', body: '<word/>' },
      headers: { 'content-type': 'application/xml' },
    });
    expect(strange.json().error.message).toContain('should be JSON');
    const large = await asked({ method: 'POST', url: '/missions/test/words', body: { word: 'x'.repeat(5_000_000) } });
    expect([large.statusCode, errorOf(large)]).toEqual([413, 'file_too_large']);
    for (const method of ['PUT', 'DELETE', 'PATCH'] as const)
      expect(errorOf(await asked({ method, url: '/missions/test/words' }))).toBe('no_such_route');
  });

  it('asks too often, and is told when to come again', async () => {
    const one = await createServer({
      ...{ db: house.db, gatekeeper: gatekeeper(house.db), routes, log, version: 'test', perMinute: 2 },
    });
    const { nobody } = askers(house, one);
    const headers = { 'x-test-address': '10.9.9.9' };
    for (let i = 0; i < 2; i++) await nobody({ url: '/missions/test/fail', headers });
    const answer = await nobody({ url: '/missions/test/fail', headers });
    expect([answer.statusCode, errorOf(answer)]).toEqual([429, 'too_many_requests']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await one.close();
  });
});

describe('/health', () => {
  const health = () => app.inject('/health');

  it('says that all is well, and when the disk runs full', async () => {
    expect((await health()).json()).toMatchObject({ status: 'ok', database: 'ok', disk: { state: 'enough' } });
    free = 2 * GIB;
    const low = await health();
    expect([low.statusCode, low.json().status, low.json().disk.state]).toEqual([200, 'warning', 'low']);
  });

  it('says that the database is away', async () => {
    const read = vi.spyOn(house.db, 'read').mockRejectedValueOnce(withCode('ECONNREFUSED'));
    const down = await health();
    read.mockRestore();
    expect([down.statusCode, down.json()]).toMatchObject([503, { status: 'down', database: 'away' }]);
  });
});

describe('a file', () => {
  const BOUNDARY = 'form';
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
  const end = `\r\n--${BOUNDARY}--\r\n`;
  let cookie: string;
  beforeAll(async () => {
    cookie = `${COOKIE}=${(await openSession(house.db, who.person ?? '', 'test')).token}`;
  });

  /** Opens a connection of one's own and sends the head of an upload. */
  async function begin(length: number): Promise<Socket> {
    const socket = connect(address);
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    socket.write(
      `POST /api/v1/missions/test/file HTTP/1.1\r\nHost: ${address.host}:${address.port}\r\nCookie: ${cookie}\r\n` +
        `Content-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: ${length}\r\n\r\n${head}`,
    );
    return socket;
  }

  it('is refused when the disk is full', async () => {
    free = 0.1 * GIB;
    const answer = await (await ask())({
      ...{ method: 'POST', url: '/missions/test/file', body: `${head}a,b${end}` },
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    });
    expect([answer.statusCode, errorOf(answer)]).toEqual([503, 'disk_full']);
  });

  it('whose line drops leaves nothing on the disk', async () => {
    const socket = await begin(1_000_000);
    socket.write(randomBytes(20_000).toString('hex'));
    await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(1), { timeout: 10_000 });
    socket.destroy();
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]), { timeout: 10_000 });
  });

  it('that comes slowly gets through, as do thirty-two at once, while others are answered', async () => {
    const piece = 'x'.repeat(1_000);
    const length = head.length + 12 * piece.length + end.length;
    const sockets = await Promise.all(Array.from({ length: 32 }, () => begin(length)));
    const answers = sockets.map(async (socket) => {
      let text = '';
      for await (const part of socket) {
        text += part;
        if (text.includes('"a.csv"')) break;
      }
      return text.split('\r\n')[0];
    });
    for (let i = 0; i < 12; i++) {
      for (const socket of sockets) socket.write(piece);
      expect((await fetch(`http://${address.host}:${address.port}/health`)).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    for (const socket of sockets) socket.write(end);
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['HTTP/1.1 200 OK']));
    for (const name of await readdir(folder)) await rm(path.join(folder, name));
  });

  it('whose sender falls silent loses its place', async () => {
    const socket = await begin(1_000_000);
    await once(socket, 'close');
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]), { timeout: 10_000 });
  });
});

it('comes in gzip where that is smaller, and to whoever does not read it as it is', async () => {
  const url = '/api/v1/openapi.json';
  const [small, plain] = await Promise.all(
    ['gzip', 'identity'].map((encoding) => app.inject({ url, headers: { 'accept-encoding': encoding } })),
  );
  expect(small?.headers['content-encoding']).toBe('gzip');
  expect(plain?.headers['content-encoding']).toBeUndefined();
  expect(gunzipSync(small?.rawPayload ?? '')).toEqual(plain?.rawPayload);
  expect((small?.rawPayload.length ?? Infinity) * 2).toBeLessThan(plain?.rawPayload.length ?? 0);
});

it('is not unpacked when it is sent to us: it could become any size', async () => {
  const answer = await app.inject({
    ...{ method: 'POST', url: '/api/v1/missions/test/words' },
    headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
    payload: gzipSync(JSON.stringify({ word: 'a'.repeat(1000) })),
  });
  expect(answer.statusCode).toBe(400);
});

it('a body that comes a byte at a time to keep a place loses it', async () => {
  const { token } = await makeToken(house.db, who, { name: 'slow', scopes: ['people.manage'], days: 1 });
  const socket = connect(address);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.write(
    `POST /api/v1/missions/test/words HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`,
  );
  const drip = setInterval(() => socket.write(' '), 100);
  const answered: Buffer[] = [];
  socket.on('data', (part) => answered.push(part));
  await once(socket, 'close');
  clearInterval(drip);
  expect(Buffer.concat(answered).toString()).not.toContain('200 OK');
});
