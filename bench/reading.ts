/**
 * Reading: the server as people run it, in a process of its own, asked by four clients at once. Beside it stands what the
 * database does without us: one row by its key, and the count of everything, asked by as many clients.
 */
import pg from 'pg';
import { openInstallation } from '../src/platform/installation.ts';
import { missionRef } from '../src/platform/missions/store.ts';
import { systemPrincipal } from '../src/platform/principal.ts';
import { addKeeper } from '../test/support/real-house.ts';
import { program, startServer } from '../test/support/real-server.ts';
import { type Bar, type Bench, figure, type Measured, quantile } from './bench.ts';
import { heldByServer, heldNote } from './held.ts';
import { memoryOfHouse } from './memory.ts';
import { tamrinOf } from './mission.ts';
import { besideOf, orderOf, type Question, questions } from './questions.ts';
import { readWorld, type World } from './world.ts';

const CLIENTS = 4;
/** Fewer where each takes long, so that the whole stays a matter of minutes. */
const questionsAt = (size: number): number => (size <= SMALL ? 2_000 : 800);
const MISSION = 'tamrin';
const BELOW = `/missions/${MISSION}/incidents`;
/** Up to this size the stricter bar holds; memory is promised there. */
const SMALL = 100_000;

export const reading: Bench = {
  title: `Reading with ${CLIENTS} clients`,
  sized: true,
  async run({ size, seed, folder, say, questions: asked = questionsAt(size) }) {
    const { dataDir } = await tamrinOf(folder, size, seed, say);
    const { token, ownerUrl, close } = await enter(dataDir);
    const held = await heldByServer(dataDir, size);
    const server = await startServer(dataDir, 'info');
    try {
      const clients = Array.from({ length: CLIENTS }, (_, i) => program(server.address, token, i));
      const world = await readWorld(ownerUrl, (clients[0] ?? program(server.address, token, 0)).ask, BELOW, seed);
      const memory = watchMemory(server.pid, dataDir);
      say('waiting until sums and maps are answered from memory');
      const readIn = await held();
      say('asking, each question new');
      const fresh = await askAll(clients, questions(world, seed, asked, true));
      say('asking, as it comes');
      const asItComes = await askAll(clients, questions(likePeople(world), seed, asked, false));
      const mb = await memory.stop();
      for (const client of clients) client.close();
      say('asking the database alone');
      const alone = await referenceTimes(ownerUrl);
      return result(size, fresh, asItComes, alone, mb, readIn);
    } finally {
      await server.stop();
      await close();
    }
  },
};

/** Colleagues look at the same places and days: then answers that were made are used again. */
const likePeople = (world: World): World => ({
  ...world,
  places: world.places.slice(0, 12),
  names: world.names.slice(0, 12),
});

/** A program that may read everything: what it asks is the most that anybody's question can cost. */
async function enter(dataDir: string): Promise<{ token: string; ownerUrl: string; close(): Promise<void> }> {
  const installation = await openInstallation(dataDir);
  try {
    const mission = await installation.db.read(systemPrincipal('bench'), (tx) => missionRef(tx, MISSION));
    if (!mission) throw new Error(`${dataDir} holds no Tamrin.`);
    const { token } = await addKeeper(installation, mission);
    return { token, ownerUrl: installation.ownerUrl, close: () => installation.close() };
  } catch (error) {
    await installation.close();
    throw error;
  }
}

type Times = Map<string, number[]>;

/** Each client takes the next question as soon as it has its answer. @throws when anything but an answer comes */
async function askAll(clients: readonly ReturnType<typeof program>[], series: readonly Question[]): Promise<Times> {
  const times: Times = new Map();
  let next = 0;
  await Promise.all(
    clients.map(async ({ ask }) => {
      for (let question = series[next++]; question; question = series[next++]) {
        const { status, body, ms } = await ask('GET', `${BELOW}${question.path}`);
        if (status !== 200) throw new Error(`${question.path} was answered with ${status}: ${body}`);
        times.set(question.kind, [...(times.get(question.kind) ?? []), ms]);
      }
    }),
  );
  return times;
}

function watchMemory(pid: number, dataDir: string): { stop(): Promise<number> } {
  let most = Number.NaN;
  const look = async () => {
    const mb = await memoryOfHouse(pid, dataDir);
    if (!(mb <= most)) most = mb;
  };
  const timer = setInterval(() => void look(), 1_000);
  return {
    async stop() {
      clearInterval(timer);
      await look();
      return most;
    },
  };
}

/** Middle times of the database alone, as its owner: past row-level security, with nothing before or after. */
async function referenceTimes(ownerUrl: string): Promise<{ row: number; count: number }> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: CLIENTS });
  try {
    const { rows } = await pool.query<{ id: string }>('select id from incidents.core order by mission, id limit 200');
    const row = await timesOf(
      pool,
      rows.map(({ id }) => ['select body from incidents.core where mission = 1 and id = $1', [id]]),
    );
    const count = await timesOf(
      pool,
      Array.from({ length: 24 }, () => [
        `select count(*) from incidents.core where known_to = 9223372036854775807`,
        [],
      ]),
    );
    return { row: quantile(row, 0.5), count: quantile(count, 0.5) };
  } finally {
    await pool.end();
  }
}

async function timesOf(pool: pg.Pool, asked: readonly (readonly [string, readonly string[]])[]): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let one = asked[next++]; one; one = asked[next++]) {
        const begun = performance.now();
        await pool.query(one[0], [...one[1]]);
        times.push(performance.now() - begun);
      }
    }),
  );
  return times;
}

function result(
  size: number,
  fresh: Times,
  asItComes: Times,
  alone: { row: number; count: number },
  mb: number,
  readIn: number | null,
): Measured {
  const atMost = size <= SMALL ? 300 : 1_000;
  const kinds = [...fresh].toSorted(([a], [b]) => orderOf(a) - orderOf(b));
  const bars: Bar[] = kinds.map(([kind, times]) => ({
    what: `${kind}: p95`,
    value: quantile(times, 0.95),
    atMost,
    unit: 'ms',
  }));
  if (size <= SMALL)
    bars.push({ what: 'memory of the server and PostgreSQL together', value: mb, atMost: 1_000, unit: 'MB' });
  const rows = kinds.map(([kind, times]) => {
    const middle = quantile(times, 0.5);
    const beside = besideOf(kind);
    const repeated = asItComes.get(kind) ?? [];
    return [
      ...[kind, String(times.length), figure(middle), figure(quantile(times, 0.95)), figure(Math.max(...times))],
      `${figure(middle / alone[beside])} × ${beside === 'row' ? 'one row' : 'the count'}`,
      ...[figure(quantile(repeated, 0.5)), figure(quantile(repeated, 0.95))],
    ];
  });
  return {
    bars,
    tables: [
      {
        head: [
          'kind',
          'asked',
          'p50 ms',
          'p95 ms',
          'most ms',
          'p50 beside the database alone',
          'p50 as it comes',
          'p95 as it comes',
        ],
        rows,
      },
    ],
    notes: [
      ...(readIn === null ? [] : [heldNote(figure(readIn))]),
      `The server and PostgreSQL together held at most ${figure(mb)} MB.`,
      `Each question is new to the server's memory of answers; *as it comes* repeats as colleagues do. The database alone, asked by ${CLIENTS} clients as its owner: one row by its key ${figure(alone.row)} ms, the count of all records known now ${figure(alone.count)} ms (middle times).`,
    ],
  };
}
