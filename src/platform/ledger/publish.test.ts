import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import { outletsFrom, publishCheckpoint } from './publish.ts';

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
  const web = createServer((request, response) => {
    request.on('data', (chunk) => {
      posted += chunk;
    });
    request.on('end', () => response.end());
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const mail = await mailbox();
  const outlets = outletsFrom(folder, {
    KINGA_CHECKPOINT_WEBHOOK: `http://127.0.0.1:${(web.address() as AddressInfo).port}/`,
    KINGA_SMTP_URL: mail.url,
    KINGA_MAIL_FROM: 'kinga@example.org',
    KINGA_CHECKPOINT_MAIL: 'auditor@example.org',
  });
  const { checkpoint, failed } = await publishCheckpoint(house.db, outlets);
  web.close();
  mail.close();
  expect(failed).toEqual([]);
  expect(posted).toBe(checkpoint.text);
  expect(verifyCheckpoint(posted, [house.keys.ledger])).toMatchObject({ size: checkpoint.size });
  const [file] = await readdir(outlets.folder);
  expect(await readFile(path.join(outlets.folder, file ?? ''), 'utf8')).toBe(checkpoint.text);
  expect(mail.read()).toContain(`Kinga ledger: ${checkpoint.size} lines`);
});

it('says which outlet was not reached and still keeps the file', async () => {
  const outlets = { ...outletsFrom(folder, {}), webhook: 'http://127.0.0.1:9/' };
  expect((await publishCheckpoint(house.db, outlets)).failed).toEqual(['webhook']);
});
