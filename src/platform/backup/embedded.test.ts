/** What is on the disk of an installation with a server of its own: after an erasure, and after a restore. */
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { incidentInput } from '../../../test/support/incidents.ts';
import { erasePeople } from '../../incidents/commands/erase-people.ts';
import { recordIncident } from '../../incidents/commands/record-incident.ts';
import { readIncident } from '../../incidents/store/read.ts';
import { withOwner } from '../database/server-probe.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { createMission } from '../missions/commands/create-mission.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import { scrubErased } from '../vault/scrub.ts';
import { backup } from './backup.ts';
import { appendErasure, erasureList } from './erasures.ts';
import { restore } from './restore.ts';

const CANARY = 'Zuhura Canary-Mwangi';
const lock = { passphrase: 'seven lanterns on the river' };
const PATIENT = { timeout: 120_000 };

let parent: string;
let house: Installation;
let officer: Principal;

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'kinga-erasure-'));
  // Under root the server runs as another user, who must pass through.
  await chmod(parent, 0o711);
  house = await openInstallation(path.join(parent, 'house'));
  const names = { en: 'Test', fr: 'Test', ar: 'Test' };
  const choices = { slug: 'test', names, framework: 'civilian_unarmed' as const, timeZone: 'UTC' };
  const mission = await house.db.write(systemPrincipal('test'), (tx) =>
    createMission(tx, { ...choices, bounds: [14, 2, 28, 11] }),
  );
  const verbs = new Set(['incident.read', 'incident.record', 'incident.erase']);
  officer = { ...systemPrincipal('test', mission), kind: 'job', verbs, level: 'strictly_confidential' };
}, 120_000);

afterAll(async () => {
  await house.close();
  await rm(parent, { recursive: true, force: true });
});

/** Records somebody and answers the bytes that their wrapped key has in the database. */
async function recordPerson(id: string): Promise<{ subject: string; wrapped: Buffer }> {
  await recordIncident(house.db, officer, incidentInput({ id, person: CANARY }));
  return withOwner(house.ownerUrl, async (client) => {
    const { rows } = await client.query<{ subject: string; wrapped: Buffer }>(
      'select subject, wrapped from platform.subject_key join incidents.protected using (subject) where id = $1',
      [id],
    );
    // The table's pages reach the disk, so that there is something to find.
    await client.query('checkpoint');
    return rows[0] ?? { subject: '', wrapped: Buffer.alloc(0) };
  });
}

/** Files below the installation's folder that hold these bytes. */
async function filesWith(bytes: Buffer): Promise<string[]> {
  const entries = await readdir(house.dataDir, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((e) => e.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    if ((await readFile(file)).includes(bytes)) found.push(path.relative(house.dataDir, file));
  }
  return found;
}

it('the key of an erased person is in no file after scrubbing, and their name never was', PATIENT, async () => {
  const id = '5f0f7c1e-0000-4000-8000-000000000001';
  const { wrapped } = await recordPerson(id);
  expect(wrapped.length).toBeGreaterThan(32);
  const holding = await filesWith(wrapped);
  expect(holding.some((file) => file.includes('base'))).toBe(true);
  expect(holding.some((file) => file.includes('pg_wal'))).toBe(true);
  await erasePeople(house.db, officer, id, 'asked by the person');
  expect(await filesWith(wrapped)).not.toEqual([]);

  const { done, beyond } = await scrubErased(house.ownerUrl);
  expect(done).toBe(true);
  // The embedded server keeps nothing elsewhere: only earlier backups and the disk's freed blocks are left to say.
  expect(beyond).toHaveLength(2);
  expect(await filesWith(wrapped)).toEqual([]);
  for (const encoding of ['utf8', 'utf16le'] as const)
    expect(await filesWith(Buffer.from(CANARY, encoding))).toEqual([]);
  expect((await verifyLedger(house.ownerUrl, { keys: [house.keys.ledger] })).findings).toEqual([]);
});

it('scrubbing says that it is not done while an older transaction may still need the row', PATIENT, async () => {
  const id = '5f0f7c1e-0000-4000-8000-000000000002';
  const { wrapped } = await recordPerson(id);
  const old = new pg.Client({ connectionString: house.ownerUrl });
  await old.connect();
  try {
    await old.query('begin isolation level repeatable read');
    await old.query('select 1');
    await erasePeople(house.db, officer, id, 'asked by the person');
    expect((await scrubErased(house.ownerUrl, 0)).done).toBe(false);
    expect(await filesWith(wrapped)).not.toEqual([]);
  } finally {
    await old.end();
  }
  expect((await scrubErased(house.ownerUrl)).done).toBe(true);
  expect(await filesWith(wrapped)).toEqual([]);
});

it('a backup opens a new house on a host that has nothing, without whom was erased since', PATIENT, async () => {
  const [kept, erased] = ['5f0f7c1e-0000-4000-8000-000000000003', '5f0f7c1e-0000-4000-8000-000000000004'];
  await recordPerson(kept);
  const { subject } = await recordPerson(erased);
  const file = path.join(parent, 'house.kinga');
  await backup(house, systemPrincipal('test'), file, lock);
  await erasePeople(house.db, officer, erased, 'asked by the person');
  await appendErasure(house.dataDir, subject, house.clock.now().toISOString());

  const dataDir = path.join(parent, 'fresh');
  const report = await restore(file, lock, { dataDir }, { erasures: { file: erasureList(house.dataDir) } });
  expect(report.erased).toEqual([subject]);
  const fresh = await openInstallation(dataDir);
  try {
    const read = (id: string) => fresh.db.read(officer, (tx) => readIncident(tx, id, Number.MAX_SAFE_INTEGER));
    expect((await read(kept))?.protected?.people[0]?.name).toBe(CANARY);
    const gone = await read(erased);
    expect(gone?.erased).toBe(true);
    expect(JSON.stringify(gone)).not.toContain(CANARY);
  } finally {
    await fresh.close();
  }
});
