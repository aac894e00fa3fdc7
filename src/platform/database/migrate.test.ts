import { randomBytes } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { databaseUrl } from '../../../test/support/postgres.ts';
import { migrate } from './migrate.ts';
import { withOwner } from './server-probe.ts';

it('an owner who is no superuser is told which role is missing, and needs no more than that', async () => {
  const server = inject('ownerUrl');
  const name = `plain_${randomBytes(6).toString('hex')}`;
  const url = databaseUrl(server, name, name);
  await withOwner(server, async (superuser) => {
    await superuser.query(`create role ${name} login`);
    await superuser.query(`create database ${name} owner ${name}`);
    try {
      await expect(migrate(url)).rejects.toThrow(`grant kinga_app to ${name};`);
      await superuser.query(`grant kinga_app to ${name}`);
      expect((await migrate(url)).applied.length).toBeGreaterThan(0);
      expect((await migrate(url)).applied).toEqual([]);
    } finally {
      await superuser.query(`drop database ${name} with (force)`);
      await superuser.query(`drop role ${name}`);
    }
  });
});
