import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalog } from '../../scripts/house/catalog.ts';
import { findDatabaseFaults } from '../../scripts/house/database-faults.ts';
import { schemaDocument } from '../../scripts/house/schema-doc.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Runs a change in a transaction that is taken back, and answers the faults in between. */
const faultsAfter = (change: string) =>
  withOwner(database.ownerUrl, async (owner) => {
    await owner.query('begin');
    await owner.query(change);
    const faults = await findDatabaseFaults(owner);
    await owner.query('rollback');
    return faults;
  });

describe('the migrated database', () => {
  it('has an index for every foreign key, and row-level security and a policy for every table', async () => {
    expect(await withOwner(database.ownerUrl, findDatabaseFaults)).toEqual([]);
  });

  it.each([
    [
      'create table platform.late (id int primary key, mission int references platform.mission)',
      'platform.late (mission) refers to another table and has no index',
    ],
    ['drop index platform.session_person', 'platform.session (person) refers to another table and has no index'],
    [
      'drop index platform.act_mission; create index on platform.act (mission) where version > 1',
      'platform.act (mission) refers to another table and has no index',
    ],
    ['alter table platform.act disable row level security', 'platform.act has no row-level security'],
    ['drop policy self on platform.session', 'platform.session has no policy'],
    ['grant truncate on platform.ledger to kinga_app', 'kinga_app may do more with platform.ledger than it needs'],
    ['alter role kinga_app bypassrls', 'kinga_app is more than an ordinary role'],
  ])('is found out: %s', async (change, fault) => {
    expect(await faultsAfter(change)).toContain(fault);
  });

  it('changes the document when it changes', async () => {
    const [before, after] = await withOwner(database.ownerUrl, async (owner) => {
      const first = schemaDocument(await readCatalog(owner));
      await owner.query('begin');
      await owner.query('revoke delete on platform.subject_key from kinga_app');
      const second = schemaDocument(await readCatalog(owner));
      await owner.query('rollback');
      return [first, second];
    });
    expect(after).not.toBe(before);
  });
});
