import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { asKnownFailure } from '../failures.ts';
import { systemPrincipal } from '../principal.ts';
import { withOwner } from './server-probe.ts';

let house: TestHouse;
const who = systemPrincipal('test');
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

const cut = (pid: number) =>
  withOwner(house.ownerUrl, (owner) => owner.query('select pg_terminate_backend($1, 5000)', [pid]));

it('a connection that is cut between two queries fails its own transaction, not the process', async () => {
  const failed = await house.db
    .write(who, async ({ client }) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const heard = new Promise((resolve) => client.once('error', resolve));
      await cut(rows[0]?.pid ?? 0);
      await heard;
      await client.query('select 1');
    })
    .catch((error: unknown) => error);
  expect(asKnownFailure(failed)?.code).toBe('database_away');
  expect(await house.db.read(who, async ({ client }) => (await client.query('select 1 as one')).rows)).toEqual([
    { one: 1 },
  ]);
});

it('a connection that is cut within a query is told as the database being away', async () => {
  const failed = await house.db
    .read(who, async ({ client }) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const long = client.query('select pg_sleep(60)').catch((error: unknown) => error);
      await cut(rows[0]?.pid ?? 0);
      throw await long;
    })
    .catch((error: unknown) => error);
  expect(asKnownFailure(failed)?.code).toBe('database_away');
});
