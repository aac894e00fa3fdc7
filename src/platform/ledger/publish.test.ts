import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { systemPrincipal } from '../principal.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import { deliveries } from './deliveries.ts';
import { outletsFrom, signatureOf } from './outlets.ts';
import { deliverDue, publishCheckpoint, waitAfter } from './publish.ts';
import { recordAct } from './store.ts';

let house: TestHouse;
let folder: string;

beforeAll(async () => {
  house = await testHouse();
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-checkpoints-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

/** One more line in the ledger. */
const grow = () =>
  house.db.write(systemPrincipal('test'), (tx) =>
    recordAct(tx, { verb: 'test.done', room: 'test', record: 'x', content: {} }),
  );

/** A mailbox that takes everything, and remembers it. */
async function mailbox() {
  let received = '';
  const server = createTcpServer((socket) => {
    let inBody = false;
    socket.write('220 test\r\n');
    socket.on('data', (data) => {
      for (const line of data
        .toString()
        .split('\r\n')
        .filter((l, i, all) => l || i < all.length - 1)) {
        if (inBody) {
          received += `${line}\n`;
          if (line === '.') {
            inBody = false;
            socket.write('250 taken\r\n');
          }
        } else if (line === 'DATA') {
          inBody = true;
          socket.write('354 go\r\n');
        } else socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    read: () => received,
    close: () => server.close(),
  };
}

it('carries a signed checkpoint to the folder, the webhook and the mailbox', async () => {
  let posted = '';
  let headers: IncomingHttpHeaders = {};
  const web = createServer((request, response) => {
    headers = request.headers;
    request.on('data', (chunk) => {
      posted += chunk;
    });
    request.on('end', () => response.end());
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const mail = await mailbox();
  const outlets = outletsFrom(folder, {
    KINGA_CHECKPOINT_WEBHOOK: `http://127.0.0.1:${(web.address() as AddressInfo).port}/`,
    KINGA_CHECKPOINT_SECRET: 'what both know',
    KINGA_SMTP_URL: mail.url,
    KINGA_MAIL_FROM: 'kinga@example.org',
    KINGA_CHECKPOINT_MAIL: 'auditor@example.org',
  });
  const { checkpoint, failed } = await publishCheckpoint(house.db, outlets);
  web.close();
  mail.close();
  expect(failed).toEqual([]);
  expect(posted).toBe(checkpoint.text);
  const seconds = Number(headers['kinga-timestamp']);
  expect(headers['kinga-signature']).toBe(`v1=${signatureOf('what both know', seconds, posted)}`);
  expect(verifyCheckpoint(posted, [house.keys.ledger])).toMatchObject({ size: checkpoint.size });
  const [file] = await readdir(outlets.folder);
  expect(await readFile(path.join(outlets.folder, file ?? ''), 'utf8')).toBe(checkpoint.text);
  expect(mail.read()).toContain(`Kinga ledger: ${checkpoint.size} lines`);
});

it('says which outlet was not reached and still keeps the file', async () => {
  const outlets = { ...outletsFrom(folder, {}), webhook: 'http://127.0.0.1:9/' };
  await grow();
  expect((await publishCheckpoint(house.db, outlets)).failed).toEqual(['webhook']);
});

it('tries again, less and less often, until it got through, and writes every try down', async () => {
  const reader = await house.member(['administrator']);
  let refuse = true;
  let taken: string[] = [];
  const web = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    if (!refuse) taken.push(Buffer.concat(parts).toString());
    response.writeHead(refuse ? 503 : 204, refuse ? { 'x-secret': 'words of the other side' } : {}).end();
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const outlets = { ...outletsFrom(folder, {}), webhook: `http://127.0.0.1:${(web.address() as AddressInfo).port}/` };
  await grow();
  const { checkpoint, failed } = await publishCheckpoint(house.db, outlets);
  expect(failed).toEqual(['webhook']);
  const mine = async () =>
    (await deliveries(house.db, reader, { limit: 200 })).items.filter(({ size }) => size === checkpoint.size);
  const later = (ms: number) => house.clock.set(new Date(house.clock.now().getTime() + ms));
  expect(await mine()).toMatchObject([{ tries: 1, failure: 'HTTP 503', deliveredAt: null }]);
  expect(await deliverDue(house.db, outlets)).toEqual([]);
  for (let tries = 1; tries < 4; tries++) {
    later(waitAfter(tries));
    expect(await deliverDue(house.db, outlets)).toEqual(['webhook']);
    expect(await mine()).toMatchObject([{ tries: tries + 1 }]);
  }
  refuse = false;
  later(waitAfter(4));
  expect(await deliverDue(house.db, outlets)).toEqual([]);
  expect(taken[0]).toBe(checkpoint.text);
  expect(await mine()).toMatchObject([{ tries: 5, failure: null, nextAt: null, deliveredAt: expect.any(String) }]);
  taken = [];
  later(waitAfter(20));
  await deliverDue(house.db, outlets);
  expect(taken).toEqual([]);
  expect([1, 2, 3, 30].map(waitAfter)).toEqual([60_000, 120_000, 240_000, 6 * 3_600_000]);
  web.close();
});
