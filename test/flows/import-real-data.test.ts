import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importIncidents } from '../../src/incidents/commands/import-incidents.ts';
import type { ImportResult } from '../../src/incidents/import/contract.ts';
import { openFile } from '../../src/platform/files/index.ts';
import { runHere } from '../../src/platform/jobs/runner.ts';
import type { Principal } from '../../src/platform/principal.ts';
import { sharedData } from '../support/data.ts';
import { type TestHouse, testHouse } from '../support/house.ts';

let house: TestHouse;
let analyst: Principal;
let folder: string;

beforeAll(async () => {
  house = await testHouse();
  analyst = await house.member(['analyst'], { level: 'confidential' });
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-import-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const bring = async (file: string, more: object = {}): Promise<ImportResult> =>
  (await runHere(
    house.db,
    analyst,
    'incidents.import',
    async (job) => ({ ...(await importIncidents(job, folder)) }),
    { path: file, ...more },
    () => undefined,
  )) as ImportResult;

async function count(dataset: string): Promise<number> {
  return house.db.read(analyst, async (tx) => {
    const { rows } = await tx.client.query(
      'select count(*)::int as n from incidents.core where dataset = $1 and known_to = 9223372036854775807',
      [dataset],
    );
    return rows[0].n as number;
  });
}

const car = sharedData('ucdp/ged231_car_to_2020.csv.gz');

describe.skipIf(!car)('UCDP GED, Central African Republic (skipped where ../shared/data is absent)', () => {
  const file = car ?? '';

  it('comes in whole: figures, dates, places and precision equal the file’s', async () => {
    const result = await bring(file);
    expect(result).toMatchObject({
      dataset: 'ucdp-ged',
      read: 1576,
      added: 1576,
      changed: 0,
      unchanged: 0,
      refused: 0,
      refusedFile: null,
    });
    const opened = await openFile(file);
    const theirs = new Map<string, Record<string, string>>();
    for await (const row of opened.rows()) if (!row.refused) theirs.set(row.cells.id ?? '', row.cells);
    const ours = await house.db.read(
      analyst,
      async (tx) =>
        (
          await tx.client.query(
            `select body::json -> 'origin' ->> 'externalId' as id, killed_best, killed_low, killed_high, civilians_best, day_from, day_to, lon, lat, time_precision, place_precision
       from incidents.core where dataset = 'ucdp-ged'`,
          )
        ).rows,
    );
    expect(ours).toHaveLength(1576);
    const places = ['', 'exact', 'near', 'adm2', 'adm1', 'vague_feature', 'country', 'international'];
    const times = ['', 'day', 'days_2_6', 'week', 'month', 'longer'];
    for (const our of ours) {
      const their = theirs.get(our.id) ?? {};
      expect([our.killed_best, our.killed_low, our.killed_high, our.civilians_best]).toEqual(
        [their.best, their.low, their.high, their.deaths_civilians].map(Number),
      );
      expect([our.day_from, our.day_to]).toEqual([their.date_start, their.date_end]);
      expect([our.lon, our.lat]).toEqual([Number(their.longitude), Number(their.latitude)]);
      expect(our.place_precision).toBe(places[Number(their.where_prec)]);
      expect(our.time_precision).toBe(times[Number(their.date_prec)]);
    }
  });

  it('again changes nothing', async () => {
    expect(await bring(file)).toMatchObject({ read: 1576, added: 0, changed: 0, unchanged: 1576, refused: 0 });
    expect(await count('ucdp-ged')).toBe(1576);
  });
});

const others = [
  ['ucdp/ged_sample_49_columns.csv.gz', 1000],
  ['insecurity-insight/protection.json', 1414],
  ['ucdp/ged211_africa_to_2019.csv.gz', 33_679],
] as const;

describe.each(others)('%s', (name, rows) => {
  const file = sharedData(name);
  it.skipIf(!file)(
    'comes in whole, or each refused row with its reason (skipped where ../shared/data is absent)',
    async () => {
      const result = await bring(file ?? '', { dataset: name.replaceAll(/[^a-z0-9]+/g, '-') });
      expect(result.read).toBe(rows);
      expect(result.added + result.changed + result.unchanged + result.refused).toBe(rows);
      expect(result.refused).toBe(0);
    },
    120_000,
  );
});
