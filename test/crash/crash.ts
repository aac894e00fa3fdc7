/**
 * G1: the server, and often its database, are killed at random moments while programs record. What was acknowledged must
 * be there exactly once with the same content, and the ledger must be whole. Files are imported meanwhile: what a kill
 * breaks off is resumed, and the same file again brings what is missing and nothing twice.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Rng } from '../../src/demo/tamrin/rng.ts';
import { openInstallation } from '../../src/platform/installation.ts';
import { addKeeper, type Keeper, newMission } from '../support/real-house.ts';
import { killDatabase, program, type RealServer, startServer } from '../support/real-server.ts';
import { type Bringer, bringer } from './bringer.ts';
import { inspect } from './inspect.ts';
import { type Sender, sender } from './sender.ts';

const PROGRAMS = 8;
/** A file comes in each cycle of this number, unless one is still at work; the others are for records alone. */
const FILE_EVERY = 3;

export interface CrashOptions {
  cycles: number;
  seed: number;
  /** Milliseconds of work before a kill: at least and at most. */
  work: readonly [least: number, most: number];
  log?: (sentence: string) => void;
}

export interface CrashReport {
  cycles: number;
  /** Cycles in which PostgreSQL was killed as well. */
  databaseKills: number;
  acknowledged: number;
  /** Acknowledged records sent again, and answered as before. */
  repeated: number;
  /** Records never acknowledged that were there nevertheless, wholly; and that were wholly absent. */
  unacknowledged: { there: number; absent: number };
  /** Files that were imported meanwhile, their rows, and the kills that met an import before its end. */
  imports: { files: number; rows: number; interrupted: number };
  /** Milliseconds from each restart until `/health` answered, in order of the cycles. */
  backIn: readonly number[];
  /** Broken promises, a sentence each; empty when all were kept. */
  failures: readonly string[];
}

/** Runs the cycles in a folder of its own and removes it. @throws when the server does not come back */
export async function crashCampaign({ cycles, seed, work, log = () => undefined }: CrashOptions): Promise<CrashReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinga-crash-'));
  // Under root the database runs as another user, who must pass through.
  await chmod(folder, 0o711);
  const dataDir = path.join(folder, 'data');
  const failures: string[] = [];
  const backIn: number[] = [];
  const unacknowledged = { there: 0, absent: 0 };
  const keeper = await prepare(dataDir);
  const senders = Array.from({ length: PROGRAMS }, (_, n) => sender(seed, n, (s) => failures.push(s)));
  const files = bringer(seed, keeper.token, (s) => failures.push(s));
  const rng = Rng.of(seed, 'crash');
  let databaseKills = 0;
  let server = await startServer(dataDir);
  try {
    for (let cycle = 1; cycle <= cycles; cycle++) {
      const withDatabase = rng.chance(0.5);
      if (cycle % FILE_EVERY === 1) await files.keepBusy(server.address);
      await sendUntilKilled(server, keeper, senders, rng.range(...work), withDatabase ? dataDir : null);
      if (withDatabase) databaseKills += 1;
      server = await startServer(dataDir);
      backIn.push(server.startedIn);
      await files.afterRestart(server.address);
      await settleAll(server, keeper, senders, unacknowledged);
      log(`cycle ${cycle} of ${cycles}: back in ${Math.round(server.startedIn)} ms, ${total(senders)} acknowledged`);
    }
    await files.conclude(server.address);
    await server.stop();
    const acknowledged = new Map(senders.flatMap((s) => [...s.acknowledged]));
    for (const sentence of await inspect(dataDir, keeper.who, acknowledged, files.rows())) failures.push(sentence);
  } finally {
    await server.kill();
    // Whoever opens a data folder last stops its database.
    await openInstallation(dataDir).then((installation) => installation.close());
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const repeated = senders.reduce((sum, s) => sum + s.repeated(), 0);
  const acknowledged = total(senders);
  return { cycles, databaseKills, acknowledged, repeated, unacknowledged, imports: tally(files), backIn, failures };
}

const total = (senders: readonly Sender[]): number => senders.reduce((sum, s) => sum + s.acknowledged.size, 0);

const tally = (files: Bringer): CrashReport['imports'] => ({
  files: files.brought(),
  rows: files.rows(),
  interrupted: files.interrupted(),
});

async function prepare(dataDir: string): Promise<Keeper> {
  const installation = await openInstallation(dataDir);
  try {
    return await addKeeper(installation, await newMission(installation));
  } finally {
    await installation.close();
  }
}

/** @param dataDir the folder whose database dies too; `null` leaves it running for the next server to adopt */
async function sendUntilKilled(
  server: RealServer,
  { token }: Keeper,
  senders: readonly Sender[],
  after: number,
  dataDir: string | null,
): Promise<void> {
  let dying = false;
  const programs = senders.map((_, n) => program(server.address, token, n));
  const sending = Promise.all(senders.map((s, n) => s.send(programs[n]?.ask ?? refuse, () => dying)));
  try {
    await Promise.race([sleep(after), sending]);
    dying = true;
    if (dataDir) await killDatabase(dataDir);
    await server.kill();
    await sending;
  } finally {
    dying = true;
    for (const one of programs) one.close();
  }
}

async function settleAll(
  server: RealServer,
  { token }: Keeper,
  senders: readonly Sender[],
  count: { there: number; absent: number },
): Promise<void> {
  const one = program(server.address, token, PROGRAMS);
  try {
    for (const s of senders) {
      if (!s.unanswered()) continue;
      if (await s.settle(one.ask)) count.there += 1;
      else count.absent += 1;
    }
  } finally {
    one.close();
  }
}

const refuse = (): never => {
  throw new Error('There is no such program.');
};
