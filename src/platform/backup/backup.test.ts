import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damage, seeded } from '../../../test/support/damage.ts';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { incidentInput } from '../../../test/support/incidents.ts';
import { databaseUrl, type TestDatabase, testDatabase } from '../../../test/support/postgres.ts';
import { auditIncidents } from '../../incidents/audit.ts';
import { erasePeople } from '../../incidents/commands/erase-people.ts';
import { recordIncident } from '../../incidents/commands/record-incident.ts';
import { readIncident } from '../../incidents/store/read.ts';
import { invite } from '../accounts/commands/members.ts';
import { openDatabase } from '../database/database.ts';
import { withOwner } from '../database/server-probe.ts';
import { initialise } from '../installation.ts';
import { insertRun } from '../jobs/store.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { createMission } from '../missions/commands/create-mission.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import { openKeys } from '../vault/keys.ts';
import type { Lock, Unlock } from './age.ts';
import { contentOf, layOutKeys, type Part, rewrite, temporaryFolder } from './backup.test-help.ts';
import { type BackupReport, backup } from './backup.ts';
import { readErasures } from './erasures.ts';
import { verifyBackup } from './read-backup.ts';
import { type RestoreOptions, type RestoreReport, restore } from './restore.ts';

const operator = systemPrincipal('test');
const now = Number.MAX_SAFE_INTEGER;
const PERSON = 'Mariam Saleh';
/** What a text format has to escape, and more than ASCII. */
const AWKWARD = 'Tab\t, line\nbreak, \\N, back\\slash, “quotes”, العربية, 𝄞';

let house: TestHouse;
let officer: Principal;
let folder: string;
let lock: Lock;
let unlock: Unlock;
let file: string;
let made: BackupReport;
const [kept, erased] = [randomUUID(), randomUUID()];
const databases: TestDatabase[] = [];

const source = () => ({ db: house.db, ownerUrl: house.ownerUrl, dataDir: folder });

/** An empty database and an empty folder. */
async function target(): Promise<{ dataDir: string; databaseUrl: string }> {
  const database = await testDatabase();
  databases.push(database);
  return { dataDir: await temporaryFolder(), databaseUrl: database.ownerUrl };
}

beforeAll(async () => {
  house = await testHouse();
  folder = await temporaryFolder();
  await layOutKeys(folder, house.keys);
  officer = await house.member(['human_rights_officer', 'administrator'], {
    level: 'strictly_confidential',
  });
  await recordIncident(house.db, officer, incidentInput({ id: kept, person: PERSON, account: { narrative: AWKWARD } }));
  await recordIncident(house.db, officer, incidentInput({ id: erased, person: 'Somebody Else' }));
  for (let i = 0; i < 30; i++)
    await recordIncident(house.db, officer, incidentInput({ killed: i, point: [20 + i / 7, 5.1] }));
  await withOwner(house.ownerUrl, async (client) => {
    const session = `insert into platform.session (id, token_hash, person, created_at, last_seen_at) values ($1, '\\x01', $2, now(), now())`;
    await client.query(session, [randomUUID(), officer.person]);
    // A row that takes several frames.
    const large = `insert into incidents.mapping (mission, fingerprint, name, mapping)
      values ($1, 'large', 'large', to_jsonb(repeat(E'a\\n\\t\\\\b', 500000)))`;
    await client.query(large, [house.mission.id]);
  });
  const identity = await generateIdentity();
  [lock, unlock] = [{ recipients: [await identityToRecipient(identity)] }, { identity }];
  file = path.join(folder, 'first.kinga');
  made = await backup(source(), operator, file, lock);
});

afterAll(async () => {
  await house.close();
  for (const database of databases) await database.drop();
});

describe('a backup', () => {
  it('holds every row, the same ledger, what is sealed, and counters that go on', async () => {
    const to = await target();
    const report = await restore(file, unlock, to, { erasures: 'none', auditors: [auditIncidents] });
    expect(report).toMatchObject({ rows: made.rows, digest: made.digest, erased: [], findings: [] });
    const { 'platform.ledger_head': _before, ...before } = await contentOf(house.ownerUrl);
    const { 'platform.ledger_head': _after, ...after } = await contentOf(to.databaseUrl, made.ledger.size);
    expect(after).toEqual(before);
    expect(before['incidents.core']).toHaveLength(32);
    const checkpoint = await readFile(made.checkpointFile, 'utf8');
    const verified = await verifyLedger(to.databaseUrl, { keys: [house.keys.ledger], checkpoints: [checkpoint] });
    // One line more: the restore itself.
    expect(verified).toMatchObject({ findings: [], size: made.ledger.size + 1 });

    // What the rooms' triggers do was switched off for the loading, and for nothing else.
    const triggers = await withOwner(to.databaseUrl, (client) =>
      client.query('select tgname, tgenabled from pg_trigger where not tgisinternal'),
    );
    expect(triggers.rows).toEqual([{ tgname: 'close_past', tgenabled: 'O' }]);

    const name = new URL(to.databaseUrl).pathname.slice(1);
    const url = databaseUrl(to.databaseUrl, name, 'kinga_app');
    const db = openDatabase({ url, clock: house.clock, keys: await openKeys(to.dataDir) });
    try {
      const incident = await db.read(officer, (tx) => readIncident(tx, kept, now));
      expect(incident?.protected?.people[0]?.name).toBe(PERSON);
      expect(incident?.account?.narrative).toBe(AWKWARD);
      const names = { en: 'New', fr: 'New', ar: 'New' };
      const choices = { slug: 'new', names, framework: 'civilian_unarmed' as const, timeZone: 'UTC' };
      const next = await db.write(operator, (tx) => createMission(tx, { ...choices, bounds: [14, 2, 28, 11] }));
      expect(next.id).toBeGreaterThan(house.mission.id);
    } finally {
      await db.close();
    }
  });

  it('leaves out what opens doors: sessions, tokens and links that were ended since must not come back', async () => {
    const tables = (await verifyBackup(file, unlock)).tables.map(({ table }) => table);
    expect(tables).toContain('platform.person');
    for (const door of ['session', 'api_token', 'sign_in_link']) expect(tables).not.toContain(`platform.${door}`);
  });

  it('brings back neither work that was under way nor invitations that were open', async () => {
    const invited = await invite(house.db, officer, {
      ...{ name: null, email: null, roles: ['reader'], level: 'public', compartments: [], areas: null },
    });
    const run = await house.db.write(officer, (tx) => insertRun(tx, 'incidents.import', {}));
    const busy = path.join(folder, 'busy.kinga');
    await backup(source(), operator, busy, lock);
    const to = await target();
    await restore(busy, unlock, to, { erasures: 'none' });
    const { rows } = await withOwner(to.databaseUrl, (client) =>
      client.query(
        `select (select state from platform.job_run where id = $1) as state,
           (select ended_at is not null from platform.invitation where id = $2) as ended`,
        [run, invited.id],
      ),
    );
    expect(rows).toEqual([{ state: 'cancelled', ended: true }]);
  });

  it('is made by those alone who may, and stands in the ledger under their name', async () => {
    const reader = await house.member(['reader']);
    const name = path.join(folder, 'forbidden.kinga');
    await expect(backup(source(), reader, name, lock)).rejects.toThrow('backup.run');
    await backup(source(), officer, path.join(folder, 'allowed.kinga'), lock);
    const { rows } = await withOwner(house.ownerUrl, (client) =>
      client.query(`select by, mission from platform.ledger where verb = 'backup.make' order by seq desc limit 1`),
    );
    expect(rows).toEqual([{ by: officer.by, mission: null }]);
  });

  it('never overwrites, and leaves nothing behind when it is stopped', async () => {
    await expect(backup(source(), operator, file, lock)).rejects.toThrow('exists already');
    const stopped = path.join(folder, 'stopped.kinga');
    const stop = (_done: number, _total: number | null, table?: string) => {
      if (table === 'incidents.mapping') throw new Error('That is enough.');
    };
    await expect(backup(source(), operator, stopped, lock, stop)).rejects.toThrow('That is enough.');
    expect((await readdir(folder)).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  // Deriving a key from a passphrase is slow on purpose.
  it('opens with its passphrase and no other', { timeout: 120_000 }, async () => {
    const withWords = path.join(folder, 'words.kinga');
    await expect(backup(source(), operator, withWords, { passphrase: 'too short' })).rejects.toThrow('passphrase');
    await backup(source(), operator, withWords, { passphrase: 'seven lanterns on the river' });
    expect((await verifyBackup(withWords, { passphrase: 'seven lanterns on the river' })).rows).toBeGreaterThan(30);
    await expect(verifyBackup(withWords, { passphrase: 'seven lanterns on the rivet' })).rejects.toThrow(
      'does not open',
    );
    await expect(verifyBackup(file, { identity: await generateIdentity() })).rejects.toThrow('does not open');
    await expect(verifyBackup(file, { identity: 'AGE-SECRET-KEY-1NONSENSE' })).rejects.toThrow('should be a line');
    await expect(verifyBackup(path.join(folder, 'nowhere'), unlock)).rejects.toThrow('cannot be read');
  });

  it('tells nobody who lacks the key what it holds', async () => {
    const bytes = await readFile(file);
    const { installation } = house.keys;
    for (const secret of [PERSON, 'platform.person', installation, installation.toString('base64')])
      expect(bytes.includes(secret)).toBe(false);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });
});

describe('a restore', () => {
  let occupied: Awaited<ReturnType<typeof target>>;
  beforeAll(async () => {
    occupied = await target();
    await restore(file, unlock, occupied, { erasures: 'none' });
  });

  /** Runs a restore that must be refused, and looks that everything at its target is as it was. */
  async function refused(from: string, options: RestoreOptions, why: RegExp, to = occupied): Promise<void> {
    const [rows, keys] = [await contentOf(to.databaseUrl), await openKeys(to.dataDir)];
    await expect(restore(from, unlock, to, options)).rejects.toThrow(why);
    expect(await contentOf(to.databaseUrl)).toEqual(rows);
    expect((await openKeys(to.dataDir)).installation).toEqual(keys.installation);
    expect((await readdir(to.dataDir)).filter((name) => name.startsWith('keys'))).toEqual(['keys']);
    const left = await withOwner(to.databaseUrl, (client) =>
      client.query(`select from pg_database where datname like current_database() || '\\_re%'`),
    );
    expect(left.rowCount).toBe(0);
  }

  it('over records needs to be told', async () => {
    await refused(file, { erasures: 'none' }, /There are records already/);
    const report = await restore(file, unlock, occupied, { erasures: 'none', replace: true });
    expect(report.rows).toBe(made.rows);
  });

  it('over other keys needs to be told', async () => {
    const to = await target();
    await openKeys(to.dataDir);
    await refused(file, { erasures: 'none' }, /other keys/, to);
    await restore(file, unlock, to, { erasures: 'none', replace: true });
    expect((await openKeys(to.dataDir)).installation).toEqual(house.keys.installation);
    expect((await readdir(to.dataDir)).filter((name) => name.startsWith('keys'))).toEqual(['keys']);
  });

  it('is refused while somebody is connected, and where somebody else has tables', async () => {
    await withOwner(occupied.databaseUrl, () =>
      expect(restore(file, unlock, occupied, { erasures: 'none', replace: true })).rejects.toThrow('in use'),
    );
    const shared = await target();
    await withOwner(shared.databaseUrl, (client) => client.query('create table public.cattle (name text)'));
    await expect(restore(file, unlock, shared, { erasures: 'none', replace: true })).rejects.toThrow('public.cattle');
  });

  it('that cannot take the place of the old database at the last moment puts everything back', async () => {
    const to = await target();
    await openKeys(to.dataDir);
    const intruder = new pg.Client({ connectionString: to.databaseUrl });
    let inside: Promise<unknown> | undefined;
    // The second half of the work is the loading.
    const progress = async (done: number, total: number | null) => {
      if (done > (total ?? 0) / 2) inside ??= intruder.connect();
      await inside;
    };
    try {
      await refused(file, { erasures: 'none', replace: true, progress }, /is in use/, to);
    } finally {
      await intruder.end();
    }
  });

  it('of a file with any damage is refused, and changes nothing', { timeout: 120_000 }, async () => {
    const whole = await readFile(file);
    const damaged = path.join(folder, 'damaged.kinga');
    const before = await contentOf(occupied.databaseUrl);
    const random = seeded(7);
    for (let i = 0; i < 200; i++) {
      const { what, bytes } = damage(whole, random);
      await writeFile(damaged, bytes);
      const outcome = await restore(damaged, unlock, occupied, { erasures: 'none', replace: true }).then(
        () => 'restored',
        (error: Error) => error.name,
      );
      expect(`${what}: ${outcome}`).toBe(`${what}: BackupRefused`);
    }
    expect(await contentOf(occupied.databaseUrl)).toEqual(before);
  });

  it('of a file that was changed from the inside is refused', async () => {
    const json = (value: unknown) => Buffer.from(JSON.stringify(value));
    const manifestWith = (change: (manifest: Record<string, unknown>) => object) => (parts: Part[]) =>
      parts.map(
        ([kind, payload]): Part =>
          kind === 'M'
            ? [kind, json(change(JSON.parse(payload.toString()) as Record<string, unknown>))]
            : [kind, payload],
      );
    const changes: [RegExp, (parts: Part[]) => Part[]][] = [
      [/should have \d+ rows/, (parts) => parts.filter(([kind], i) => kind !== 'D' || parts[i - 1]?.[0] !== 'T')],
      [/end is missing/, (parts) => parts.slice(0, -1)],
      [/behind its end/, (parts) => [...parts, ['Z', json({ tables: 0, rows: 0 })]]],
      [/newer/, manifestWith((m) => ({ ...m, migrations: [{ name: '2999-01-01-01-later.sql', digest: '' }] }))],
      [
        /not the one/,
        manifestWith((m) => ({ ...m, migrations: (m.migrations as object[]).map((x) => ({ ...x, digest: 'other' })) })),
      ],
      [/checkpoint does not fit/, manifestWith((m) => ({ ...m, ledger: { ...(m.ledger as object), size: 3 } }))],
      [/manifest cannot be read/, manifestWith(() => ({}))],
      [
        /keys cannot be read/,
        (parts) => parts.map(([kind, p]): Part => (kind === 'K' ? [kind, json({ '../x.key': 'y' })] : [kind, p])),
      ],
    ];
    const changed = path.join(folder, 'changed.kinga');
    const before = await contentOf(occupied.databaseUrl);
    for (const [why, change] of changes) {
      await rewrite(file, changed, { unlock, lock }, change);
      await expect(restore(changed, unlock, occupied, { erasures: 'none', replace: true })).rejects.toThrow(why);
    }
    expect(await contentOf(occupied.databaseUrl)).toEqual(before);
  });

  it('against a checkpoint from outside tells a ledger that was rewritten', async () => {
    const other = await testHouse();
    const dataDir = await temporaryFolder();
    await layOutKeys(dataDir, other.keys);
    try {
      await withOwner(other.ownerUrl, (client) => client.query(`update platform.act set content = content || ' '`));
      const tampered = path.join(dataDir, 'tampered.kinga');
      await backup({ db: other.db, ownerUrl: other.ownerUrl, dataDir }, operator, tampered, lock);
      await refused(tampered, { erasures: 'none', replace: true }, /does not verify .* was changed after/);
      const report: RestoreReport = await restore(tampered, unlock, await target(), {
        erasures: 'none',
        acceptFindings: true,
      });
      expect(report.findings.length).toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  });

  it('of an older version makes its tables, fills them, and brings them up to date', async () => {
    const old = await target();
    const first = '2026-11-23-01-platform.sql';
    await withOwner(old.databaseUrl, async (client) => {
      const { rows } = await client.query<{ schema: string }>(
        `select nspname as schema from pg_namespace where nspname !~ '^(pg_|information_schema|public)'`,
      );
      for (const { schema } of rows) await client.query(`drop schema ${schema} cascade`);
      await client.query(await readFile(path.join('migrations', first), 'utf8'));
      await client.query('delete from public.kinga_migration where name <> $1', [first]);
    });
    await initialise(old.databaseUrl, { kind: 'system' });
    const keys = await openKeys(old.dataDir);
    const db = openDatabase({ url: old.databaseUrl, clock: house.clock, keys });
    const name = path.join(old.dataDir, 'old.kinga');
    await backup({ db, ownerUrl: old.databaseUrl, dataDir: old.dataDir }, operator, name, lock);
    await db.close();
    const to = await target();
    const { manifest } = await restore(name, unlock, to, { erasures: 'none' });
    expect(manifest.migrations.map((migration) => migration.name)).toEqual([first]);
    const migrations = 'select name, digest from public.kinga_migration order by name';
    const [is, should] = [to.databaseUrl, house.ownerUrl].map((url) =>
      withOwner(url, async (client) => (await client.query(migrations)).rows),
    );
    expect(await is).toEqual(await should);
    expect((await contentOf(to.databaseUrl))['incidents.core']).toEqual([]);
  });
});

describe('a person who was erased', () => {
  it('does not come back with a backup from before, and the restore demands the current list', async () => {
    const [subject] = await erasePeople(house.db, officer, erased, 'asked by the person');
    const after = path.join(folder, 'after.kinga');
    await backup(source(), operator, after, lock);
    expect((await readErasures(folder))?.map((line) => line.subject)).toEqual([subject]);

    const to = await target();
    await expect(restore(file, unlock, to)).rejects.toThrow('The erasure list');
    const list = path.join(folder, 'erasures.jsonl');
    const report = await restore(file, unlock, to, { erasures: { file: list } });
    expect(report.erased).toEqual([subject]);
    const { rows } = await withOwner(to.databaseUrl, (client) =>
      client.query('select subject from platform.subject_key'),
    );
    expect(rows).toHaveLength(1);
    expect(rows).not.toContainEqual({ subject });
    expect((await verifyLedger(to.databaseUrl, { keys: [house.keys.ledger] })).findings).toEqual([]);
    // The next restore finds the list where it belongs.
    expect(await readErasures(to.dataDir)).toEqual(await readErasures(folder));
    // Not even an operator who says that there is no list brings back whom the folder's own list names.
    const again = await restore(file, unlock, to, { erasures: 'none', replace: true });
    expect(again.erased).toEqual([subject]);

    const empty = path.join(folder, 'empty.jsonl');
    await writeFile(empty, '');
    await expect(restore(after, unlock, await target(), { erasures: { file: empty } })).rejects.toThrow(
      'not the current one',
    );
  });
});
