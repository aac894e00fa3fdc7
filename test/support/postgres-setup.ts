import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/database/migrate.ts';
import { adoptEmbedded, type EmbeddedServer, startEmbedded } from '../../src/platform/database/server.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { databaseUrl, TEMPLATE } from './postgres.ts';

/** A run's folder carries the number of its vitest process, so that a later run can tell it was left behind. */
const FOLDER = /^kinga-test-run-(\d+)-/;

/** vitest's global setup: one server for the whole run, with the migrated template of all test databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `kinga-test-run-${process.pid}-`));
  // Under root the server runs as another user, who must pass through.
  await chmod(folder, 0o711);
  let server: EmbeddedServer | undefined;
  const teardown = async () => {
    if (server) await end(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    server = await startEmbedded(folder, undefined, { durable: false });
    await makeTemplate(server.ownerUrl);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('ownerUrl', server.ownerUrl);
  return teardown;
}

async function makeTemplate(ownerUrl: string): Promise<void> {
  await withOwner(ownerUrl, (owner) => owner.query(`create database ${TEMPLATE}`));
  await migrate(databaseUrl(ownerUrl, TEMPLATE));
  // A template that somebody is connected to cannot be copied.
  await withOwner(ownerUrl, (owner) =>
    owner.query(`alter database ${TEMPLATE} with is_template true allow_connections false`),
  );
}

/** Stops a test server, whatever tests left connected to it. */
async function end(server: EmbeddedServer): Promise<void> {
  await withOwner(server.ownerUrl, (owner) =>
    owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    ),
  );
  await server.stop();
}

/** Ends the servers and removes the folders of runs that were killed. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1] ?? 0);
    const folder = join(tmpdir(), name);
    if (pid === 0 || isAlive(pid)) continue;
    const owner = (await stat(folder).catch(() => undefined))?.uid;
    if (owner !== (process.getuid?.() ?? 0)) continue;
    const orphan = await adoptEmbedded(folder);
    if (orphan) await end(orphan);
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
