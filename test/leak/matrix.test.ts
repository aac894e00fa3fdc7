import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKS } from './asks.ts';
import { askAll, type Told } from './matrix.ts';
import { GONE, NOT_PLANTED, skipped } from './plant-records.ts';
import { SEES_ALL } from './watchers.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
let told: Told;

beforeAll(async () => {
  world = await makeWorld();
  told = await askAll(world);
}, 120_000);
afterAll(() => world.close());

const addressOf = ({ method, url }: { method: string; url: string }) => `${method} ${url}`;

describe('the leak matrix', () => {
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
