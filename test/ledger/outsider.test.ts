/** What README tells an auditor to do, on a machine that has Node, the second verifier and what they were sent. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordIncident } from '../../src/incidents/index.ts';
import { checkpointNow } from '../../src/platform/ledger/checkpoints.ts';
import { exportLedger } from '../../src/platform/ledger/export.ts';
import { systemPrincipal } from '../../src/platform/principal.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { incidentInput } from '../support/incidents.ts';

const TOOL = fileURLToPath(new URL('../../tools/verify-ledger.mjs', import.meta.url));
const allLines = async (ownerUrl: string) => (await Array.fromAsync(exportLedger(ownerUrl))).flat();
type Line = Awaited<ReturnType<typeof allLines>>[number];

let house: TestHouse;
let folder: string;
let key: string;
let lines: Line[];

beforeAll(async () => {
  house = await testHouse();
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-outsider-'));
  await copyFile(TOOL, path.join(folder, 'verify-ledger.mjs'));
  const analyst = await house.member(['analyst', 'duty_officer']);
  const record = () => recordIncident(house.db, analyst, incidentInput());
  const sign = async (name: string) => {
    const made = await house.db.write(systemPrincipal('test'), checkpointNow);
    await writeFile(path.join(folder, name), made.text);
    return made.key;
  };
  await record();
  await sign('early.txt');
  for (let i = 0; i < 5; i++) await record();
  key = await sign('late.txt');
  lines = await allLines(house.ownerUrl);
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await house.close();
});

async function asTheySay(sent: readonly Line[]): Promise<{ code: number; said: string }> {
  await writeFile(path.join(folder, 'ledger.jsonl'), sent.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const args = 'verify-ledger.mjs --export ledger.jsonl --key KEY --checkpoint early.txt --checkpoint late.txt';
  return new Promise((done) => {
    const given = args.split(' ').map((arg) => (arg === 'KEY' ? key : arg));
    const child = execFile(process.execPath, given, { cwd: folder }, (_, out, err) =>
      done({ code: child.exitCode ?? -1, said: out + err }),
    );
  });
}

it('says that nothing was changed in what the house hands out', async () => {
  expect(lines.length).toBeGreaterThan(6);
  const { code, said } = await asTheySay(lines);
  expect(said).toContain(`Nothing was changed in lines 1 to ${lines.length}`);
  expect(code).toBe(0);
});

it('hands out digests, neither salts nor content', () => {
  for (const line of lines)
    expect(Object.keys(line).toSorted()).toEqual(
      ['at', 'by', 'digest', 'mission', 'record', 'room', 'seq', 'verb', 'version'].toSorted(),
    );
});

it.each([
  ['an author was changed', (all: Line[]) => all.map((l) => (l.seq === 3 ? { ...l, by: 'person:nobody' } : l))],
  ['the end was cut off', (all: Line[]) => all.slice(0, -1)],
  ['a line was taken out', (all: Line[]) => all.filter(({ seq }) => seq !== 2)],
  ['a digest was changed', (all: Line[]) => all.map((l) => (l.seq === 1 ? { ...l, digest: '0'.repeat(64) } : l))],
])('says so when %s', async (_what, tamper) => {
  expect((await asTheySay(tamper(lines))).code).toBe(1);
});
