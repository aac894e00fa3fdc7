import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKS } from './asks.ts';
import { miscounted } from './counts.ts';
import { askAll, type Told } from './matrix.ts';
import { GONE, NOT_PLANTED, skipped } from './plant-records.ts';
import { guardedTables, rowsFor, without } from './sabotage.ts';
import { wronglyTold } from './told.ts';
import { SEES_ALL, type Watcher } from './watchers.ts';
import { makeWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
}, 60_000);
afterAll(() => world.close());

/** The same for all who are in the house, whatever they may see: its own size and address, and which events were handled. */
const FOR_ALL = [
  ...['platform.installation', 'platform.ledger_head', 'platform.ledger_tile', 'platform.commit_point'],
  ...['platform.checkpoint', 'platform.event_handled'],
];

const addressOf = ({ method, url }: { method: string; url: string }) => `${method} ${url}`;

// Before anybody writes: then what is expected is what was planted.
it('counts for each what they can list, and answers a hidden word as a word that is nowhere', async () => {
  expect(await miscounted(world)).toEqual([]);
}, 300_000);

it('tells each of what happened to records whose comments they may see, and of no other', async () => {
  expect(await wronglyTold(world)).toEqual([]);
});

describe('the leak matrix', () => {
  let told: Told;
  beforeAll(async () => {
    told = await askAll(world);
  }, 600_000);

  it('has an entry for every address of the house, and none for what is gone', () => {
    expect(Object.keys(ASKS).sort()).toEqual(world.routes.map(addressOf).sort());
  });

  it('has every address that the server documents', () => {
    const { paths = {} } = world.served.app.swagger() as { paths?: Record<string, Record<string, unknown>> };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace('/api/v1', '').replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    expect(documented.sort()).toEqual(Object.keys(ASKS).sort());
  });

  it('plants every text of a record, but those of a fixed form', () => {
    expect([...skipped].sort()).toEqual([...NOT_PLANTED].sort());
    expect(world.records.length).toBeGreaterThan(45);
  });

  it('shows nobody what they must not see, and ends no request in an internal error', () => {
    const by = Map.groupBy(told.findings, (f) => `${f.who}: ${f.asked.split('?')[0]}`);
    const sentences = [...by].map(
      ([where, all]) => `${where} → ${[...new Set(all.map((f) => f.found))].slice(0, 5).join(' | ')}`,
    );
    expect(sentences).toEqual([]);
  });

  it('shows each thing to somebody who may: what is not found can be found', () => {
    const everything = world.canaries
      .all()
      .filter((canary) => world.watched.some(({ watcher }) => canary.sees(watcher)));
    expect(
      everything
        .filter((canary) => !told.seen.has(canary.word) && !GONE.test(canary.what))
        .map((canary) => canary.what),
    ).toEqual([]);
    expect(world.canaries.all().filter((canary) => canary.sees(SEES_ALL)).length).toBeGreaterThan(1000);
  });

  it('keeps every planted word, and every word that was searched for, out of the log', () => {
    const { logged } = world.served;
    expect(logged.length).toBeGreaterThan(told.requests);
    expect(logged.flatMap((line) => world.canaries.in(line).map((canary) => `${canary.what}: ${line}`))).toEqual([]);
  });
});

describe('without the policy', () => {
  /** Records by HTTP alone: what commands check besides must not be what saves us. */
  const RECORDS = ['incidents.core', 'incidents.account', 'incidents.protected', 'incidents.held', 'platform.job_run'];
  const narrow = ['reader of what is public', 'analyst of one province', 'military_liaison'];
  const routes = /^GET .*\/(incidents\/:id|incidents\/held|jobs)$/;

  const choice = {
    routes: (route: string) => routes.test(route),
    watched: ({ watcher }: { watcher: Watcher }) => narrow.includes(watcher.name),
  };

  it('of no table nothing is found', async () => {
    expect((await askAll(world, choice)).findings).toEqual([]);
  });

  it.each(RECORDS)('of %s the matrix turns red', async (table) => {
    const { findings } = await without(world, table, () => askAll(world, choice));
    expect(findings.length).toBeGreaterThan(0);
  });

  it('of any other table, somebody who asks the database gets rows that are not theirs', async () => {
    const unnoticed: string[] = [];
    const tables = (await guardedTables(world)).filter((table) => !FOR_ALL.includes(table));
    for (const table of tables) {
      const before = await rowsFor(world, table);
      const after = await without(world, table, () => rowsFor(world, table));
      if (!after.some((n, i) => n > (before[i] ?? 0))) unnoticed.push(table);
    }
    expect(unnoticed).toEqual([]);
    expect(tables).toEqual(expect.arrayContaining([...RECORDS, 'platform.event', 'places.area', 'platform.act']));
  });
});
