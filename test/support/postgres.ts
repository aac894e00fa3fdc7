import { randomBytes } from 'node:crypto';
import type {} from 'vitest';
import { withOwner } from '../../src/platform/database/server-probe.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's URL of the run's one test server; see postgres-setup.ts. */
    ownerUrl: string;
  }
}

/** The migrated, empty database that every test database is a copy of. */
export const TEMPLATE = 'kinga_template';

export interface TestDatabase {
  /** Connects as the superuser: past row-level security, for arranging and inspecting. */
  ownerUrl: string;
  /** Connects as `kinga_app`, with the rights the application has. */
  appUrl: string;
  /** Removes the database, closing whatever is still connected to it. */
  drop(): Promise<void>;
}

/** Makes a fresh migrated database of its own for a test file or a test. */
export async function testDatabase(): Promise<TestDatabase> {
  // Asked for here, so that campaigns, which bring a database, need no test runner.
  const server = (await import('vitest')).inject('ownerUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withOwner(server, (owner) => owner.query(`create database ${name} template ${TEMPLATE}`));
  return {
    ownerUrl: databaseUrl(server, name),
    appUrl: databaseUrl(server, name, 'kinga_app'),
    drop: async () => {
      await withOwner(server, (owner) => owner.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** The same server's URL for another database and, where given, another user. */
export function databaseUrl(serverUrl: string, database: string, user?: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  return url.href;
}
