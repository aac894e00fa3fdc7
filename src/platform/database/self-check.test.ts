import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseUrl, type TestDatabase, testDatabase } from '../../../test/support/postgres.ts';
import { systemClock } from '../clock.ts';
import { throwAwayKeys } from '../vault/keys.ts';
import { openDatabase } from './database.ts';
import { selfCheck } from './self-check.ts';
import { withOwner } from './server-probe.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

/** What the check says when the application connects so; empty when it is content. */
async function complaint(url = database.appUrl): Promise<string> {
  const db = openDatabase({ url, clock: systemClock, keys: throwAwayKeys(), max: 1 });
  try {
    return await selfCheck(db).then(
      () => '',
      (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
    );
  } finally {
    await db.close();
  }
}

const asOwner = (statement: string) => withOwner(database.ownerUrl, (owner) => owner.query(statement));

it('is content with a database as the migrations make it', async () => {
  expect(await complaint()).toBe('');
});

it('refuses roles that row-level security does not bind', async () => {
  expect(await complaint(database.ownerUrl)).toMatch(/^unsafe_database: .*above row-level security/);
  // A role of its own: the application's is shared by all databases of the server.
  const role = `above_${randomBytes(4).toString('hex')}`;
  await asOwner(`create role ${role} login bypassrls in role kinga_app`);
  try {
    const url = databaseUrl(database.ownerUrl, new URL(database.ownerUrl).pathname.slice(1), role);
    expect(await complaint(url)).toContain(`the role ${role} is above row-level security`);
  } finally {
    await asOwner(`drop role ${role}`);
  }
});

it.each([
  ['has no row-level security', 'create table incidents.forgotten (id int)', 'incidents.forgotten'],
  ['has lost it', 'alter table incidents.core disable row level security', 'incidents.core'],
  ['is the application’s own', 'alter table platform.person owner to kinga_app', 'platform.person'],
  [
    'lets everybody read',
    `create table incidents.loose as select 1 as id; alter table incidents.loose enable row level security;
     create policy all_of_it on incidents.loose using (true); grant select on incidents.loose to kinga_app`,
    'incidents.loose',
  ],
  [
    'shows people to whoever asks',
    `insert into platform.person (id, name, email, created_at) values (gen_random_uuid(), 'A', 'a@example.org', now());
     create policy peep on platform.person for select using (true)`,
    'platform.person',
  ],
  [
    'is seen through a view with its owner’s eyes',
    'create view incidents.peephole as select * from incidents.core',
    'incidents.peephole',
  ],
])('refuses a table that %s', async (_, statement, named) => {
  await asOwner(statement);
  const said = await complaint();
  expect(said).toMatch(/^unsafe_database: /);
  expect(said).toContain(named);
});

it('refuses a database without tables', async () => {
  await asOwner(
    'drop schema briefs cascade; drop schema mandates cascade; drop schema platform cascade; drop schema incidents cascade; drop schema places cascade',
  );
  expect(await complaint()).toContain('run the migrations');
});
