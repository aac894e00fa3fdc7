import { expect, test } from 'vitest';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { testDatabase } from './postgres.ts';

test('a test database is a migrated copy of its own, and the application connects without being the owner', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  await withOwner(one.ownerUrl, (owner) => owner.query('create table only_here (n int)'));
  const tables = (url: string) =>
    withOwner(url, async (client) => {
      const { rows } = await client.query(
        "select to_regclass('only_here') is not null as own, to_regclass('kinga_migration') is not null as migrated",
      );
      return rows[0];
    });
  expect(await tables(one.ownerUrl)).toEqual({ own: true, migrated: true });
  expect(await tables(two.ownerUrl)).toEqual({ own: false, migrated: true });
  const user = await withOwner(two.appUrl, async (client) => (await client.query('select current_user as name')).rows);
  expect(user).toEqual([{ name: 'kinga_app' }]);
  await Promise.all([one.drop(), two.drop()]);
  await expect(withOwner(one.ownerUrl, (owner) => owner.query('select 1'))).rejects.toThrow('does not exist');
});
