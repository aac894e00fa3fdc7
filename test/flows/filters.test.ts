/** List, sums, time bar, map and export under random filters, now and as known before, against a filter without SQL. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  CoverageAnswer,
  Incident,
  IncidentInput,
  IncidentList,
  IncidentRow,
  IncidentSummary,
  Timeline,
} from '../../src/incidents/contract.ts';
import { type Memory, openMemory, writeMany } from '../../src/incidents/index.ts';
import { readVersions } from '../../src/incidents/store/read.ts';
import type { Principal } from '../../src/platform/principal.ts';
import { tileFeatures } from '../leak/texts.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { type Ask, incidentsOf, type Served, served } from '../support/served.ts';
import { at, get } from './flow.ts';
import { bars, clusters, fits, inOrder, reporting, rowOf, SORTS, seenAt, sums, type View } from './naive.ts';
import { anyQuestion, anyRecord, asked, type Question } from './pool.ts';

const RECORDS = 160;

let house: TestHouse;
/** The same room twice: answered from memory, and from the database. */
let servers: Record<From, Served>;
type From = (typeof FROM)[number];
const FROM = ['memory', 'database'] as const;
let database: Memory;
/** How many answers came from memory. */
let remembered = 0;
let versions: Incident[];
let lines: number[];
let members: Principal[];
let people: { view: View; asks: Record<From, Ask> }[];

beforeAll(async () => {
  house = await testHouse();
  database = openMemory(house.db, { from: Number.MAX_SAFE_INTEGER });
  servers = {
    memory: await served(house, incidentsOf({ memory: counting(house.memory) })),
    database: await served(house, incidentsOf({ memory: database })),
  };
  const views: View[] = [
    { level: 'strictly_confidential', areas: null },
    { level: 'internal', areas: null },
    { level: 'confidential', areas: ['North', 'Kaga'] },
  ];
  members = await Promise.all(views.map((view) => house.member(['analyst'], view as never)));
  people = await Promise.all(
    views.map(async (view, n) => {
      const who = members[n] as Principal;
      return { view, asks: { memory: await servers.memory.as(who), database: await servers.database.as(who) } };
    }),
  );
  [versions, lines] = await history(members[0] as Principal);
  await get(people[0]?.asks.memory as Ask, 'incidents/summary');
  await house.memory.settled();
}, 120_000);
afterAll(async () => {
  await servers.memory.close();
  await servers.database.close();
  await database.close();
  await house.close();
});

const counting = (memory: Memory): Memory => ({
  ...memory,
  async source(...asked) {
    const source = await memory.source(...asked);
    if (source.database !== source) remembered += 1;
    return source;
  },
});

/** Everything is recorded; then a half of it is written anew, twice. @returns all versions, and the lines between */
async function history(who: Principal): Promise<[Incident[], number[]]> {
  const records = fc.sample(anyRecord, { seed: 41, numRuns: RECORDS });
  const others = fc.sample(anyRecord, { seed: 43, numRuns: RECORDS });
  const known: number[] = [];
  const write = async (verb: string, inputs: IncidentInput[]) => {
    await house.db.write(who, (tx) =>
      writeMany(
        tx,
        inputs.map((input) => ({ verb, input })),
      ),
    );
    known.push((await get<IncidentList>(people[0]?.asks.database as Ask, 'incidents?limit=1')).asOf.seq);
  };
  await write('incident.record', records);
  for (const part of [0, 1])
    await write(
      'incident.edit',
      others
        .filter((_, n) => n % 4 === part)
        .map((input, n) => ({ ...input, id: records[n * 3 + part]?.id ?? input.id })),
    );
  const ids = [...new Set(records.map(({ id }) => id))];
  const all = await house.db.read(who, async (tx) => {
    const found: Incident[] = [];
    for (const id of ids) found.push(...(await readVersions(tx, id, Number.MAX_SAFE_INTEGER)));
    return found;
  });
  return [all, known];
}

const anyCase = fc.record({
  question: anyQuestion,
  who: fc.constantFrom(0, 1, 2),
  from: fc.constantFrom(...FROM),
  line: fc.constantFrom(0, 1, 2),
  sort: fc.constantFrom(...SORTS),
  limit: fc.constantFrom(1, 7, 200),
  bin: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
  zoom: fc.integer({ min: 0, max: 5 }),
});

/** All pages. */
async function listed(ask: Ask, question: Question, more: Record<string, unknown>): Promise<IncidentRow[]> {
  const rows: IncidentRow[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: IncidentList = await get(ask, `incidents?${asked(question, { ...more, cursor })}`);
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

it('answers every question as the contract reads, whoever asks and as of whichever line', async () => {
  let [found, empty] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ question, who, from, line, sort, limit, bin, zoom }) => {
      const { view, asks } = people[who] as (typeof people)[number];
      const ask = asks[from];
      const asOf = lines[line] as number;
      const seen = seenAt(versions, view, asOf);
      const expected = inOrder(
        seen.filter((i) => fits(i, question)),
        sort,
      );
      if (expected.length > 0) found += 1;
      else empty += 1;

      const rows = await listed(ask, question, { asOf, sort, limit: expected.length > 40 ? 200 : limit });
      expect(
        rows.map(({ id, version, from, to, dataset, killed }) => ({
          id,
          version,
          from,
          to,
          dataset,
          dead: killed.best,
        })),
      ).toEqual(expected.map(rowOf));
      expect((await get<IncidentSummary>(ask, `incidents/summary?${asked(question, { asOf })}`)).rows).toEqual(
        sums(expected),
      );
      expect((await get<Timeline>(ask, `incidents/timeline?${asked(question, { asOf, bin })}`)).bins).toEqual(
        bars(expected, bin),
      );

      const mapped = seen.filter((i) => fits(i, question, false));
      const [x, y] = [Math.floor(2 ** zoom * 0.559), Math.floor(2 ** zoom * 0.48)];
      const tile = await ask(at(`incidents/tiles/${zoom}/${x}/${y}.mvt?${asked(question, { asOf })}`));
      const byText = (all: object[]) => all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
      expect(byText(tileFeatures(tile.rawPayload))).toEqual(byText(clusters(mapped, zoom, x, y)));
    }),
    { numRuns: 240, seed: 7 },
  );
  expect(remembered).toBeGreaterThan(300);
  // Questions that nothing answers, or everything, would tell nothing.
  expect(found).toBeGreaterThan(50);
  expect(empty).toBeGreaterThan(10);
}, 240_000);

it('says where nobody reports from, as far as the asker sees and as was known then', async () => {
  const day = fc
    .integer({ min: 0, max: 500 })
    .map((n) => new Date(Date.UTC(2030, 0, 1 + n)).toISOString().slice(0, 10));
  const inOwn = fc.constantFrom(undefined, ['own']);
  let silent = 0;
  await fc.assert(
    fc.asyncProperty(
      anyCase,
      day,
      fc.option(day, { nil: undefined }),
      inOwn,
      async ({ who, line, from: source }, to, from, datasets) => {
        const { view, asks } = people[who] as (typeof people)[number];
        const ask = asks[source];
        const asOf = lines[line] as number;
        const asked = new URLSearchParams({
          to,
          asOf: String(asOf),
          ...(from && { from }),
          ...(datasets && { datasets: 'own' }),
        });
        const answer = await get<CoverageAnswer>(ask, `incidents/coverage?${asked}`);
        // Nothing can be known of days after the one as known on which it is asked.
        expect(answer.until).toBe([answer.asOf.at.slice(0, 10), to].toSorted()[0]);
        expect(answer.since <= answer.until).toBe(true);
        const { since, until } = answer;
        expect(answer.areas).toEqual(reporting(seenAt(versions, view, asOf), { since, until, datasets }));
        silent += answer.areas.filter(({ lately }) => lately === 0).length;
      },
    ),
    { numRuns: 60, seed: 5 },
  );
  expect(silent).toBeGreaterThan(20);
}, 120_000);

it('takes out what a list shows, in each format', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ question, who, line }) => {
      const { view, asks } = people[who] as (typeof people)[number];
      const ask = asks.database;
      const asOf = lines[line] as number;
      const expected = inOrder(
        seenAt(versions, view, asOf).filter((i) => fits(i, question)),
        'oldest',
      ).map(({ id, version }) => [id, String(version)]);
      const out = async (format: string) =>
        (await ask(at(`incidents/export?${asked(question, { asOf, format })}`))).rawPayload;
      const csv = parse(await out('csv'), { bom: true, columns: true }) as Record<string, string>[];
      expect(csv.map((row) => [row.kinga_id, row.kinga_version])).toEqual(expected);
      const { features } = JSON.parse(String(await out('geojson'))) as {
        features: { properties: Record<string, unknown> }[];
      };
      expect(features.map(({ properties: p }) => [p.kinga_id, String(p.kinga_version)])).toEqual(expected);
    }),
    { numRuns: 40, seed: 11 },
  );
}, 120_000);
