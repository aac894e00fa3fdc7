/** The public data sets come in whole, with the sums of their files. They are not in the repository. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countryLocator, iso3FromName } from '../../places/index.ts';
import { openFile } from '../../platform/files/index.ts';
import { accepted, contextFor, contractSays } from './context.test-help.ts';
import { makeImporter } from './importer.ts';
import { recognise } from './schemas.ts';
import type { Draft } from './types.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../shared/data');
const there = existsSync(DATA);
if (!there) console.warn('Skipped: ../shared/data is not there, so no real file was imported.');

interface Taken {
  cells: Record<string, string>;
  draft: Draft;
}

/** @param validateEvery how many rows one is held against the contract for; large files are not looked up on the map */
async function importAll(file: string, validateEvery: number) {
  const opened = await openFile(path.join(DATA, file));
  const { schema, dataset } = recognise(opened.headers, opened.hxlTags);
  const { locator: _invented, ...context } = contextFor(opened.headers, { dataset, iso3FromName });
  const importer = makeImporter(schema, validateEvery === 1 ? { ...context, locator: countryLocator() } : context);
  const taken: Taken[] = [];
  const refusals: string[] = [];
  const complaints: string[] = [];
  const warnings = new Map<string, number>();
  const keys = new Set<string>();
  for await (const row of opened.rows()) {
    const adapted = row.refused ? { refused: row.reason } : importer.adapt(row);
    if (adapted.refused !== undefined || row.refused) {
      refusals.push(adapted.refused ?? '');
      continue;
    }
    keys.add(adapted.externalKey);
    for (const warning of adapted.warnings) {
      const kind = warning.replaceAll(/[\d.,-]+|“[^”]*”|[A-Z]{3}|in \p{Lu}[\p{L} ]+/gu, '…');
      warnings.set(kind, (warnings.get(kind) ?? 0) + 1);
    }
    taken.push({ cells: row.cells, draft: accepted(adapted).input });
    if (taken.length % validateEvery === 0) {
      const complaint = contractSays(adapted);
      if (complaint !== null) complaints.push(complaint);
    }
  }
  console.log(`${file}: ${taken.length} taken, ${refusals.length} refused`, Object.fromEntries(warnings));
  return { schema, taken, refusals, complaints, keys };
}

const sum = (rows: readonly Taken[], of: (row: Taken) => number | null | undefined) =>
  rows.reduce((total, row) => total + (of(row) ?? 0), 0);
const killed = (group: string, part: 'low' | 'best' | 'high') => (row: Taken) =>
  row.draft.core.figures.find((f) => f.harm === 'killed' && f.group === group)?.total[part];
const column = (name: string) => (row: Taken) => Number(row.cells[name]);

describe.runIf(there)('UCDP', () => {
  it('CAR: 1,576 events; figures, dates, places and precision equal the file’s', async () => {
    const { schema, taken, refusals, complaints, keys } = await importAll('ucdp/ged231_car_to_2020.csv.gz', 1);
    expect({ schema, refusals, complaints, rows: taken.length, keys: keys.size }).toEqual({
      schema: 'ucdp',
      refusals: [],
      complaints: [],
      rows: 1576,
      keys: 1576,
    });
    for (const part of ['low', 'best', 'high'] as const) {
      expect(sum(taken, killed('all', part)), part).toBe(sum(taken, column(part)));
    }
    expect(sum(taken, killed('civilians', 'best'))).toBe(sum(taken, column('deaths_civilians')));
    const dates = ['day', 'days_2_6', 'week', 'month', 'longer'];
    const places = ['exact', 'near', 'adm2', 'adm1', 'vague_feature', 'country', 'international'];
    for (const { cells, draft } of taken) {
      const { when, where, sourceCount } = draft.core;
      expect([when.from, when.to, when.precision]).toEqual([
        cells.date_start,
        cells.date_end,
        dates[Number(cells.date_prec) - 1],
      ]);
      expect([...(where.point ?? []), where.precision]).toEqual([
        Number(cells.longitude),
        Number(cells.latitude),
        places[Number(cells.where_prec) - 1],
      ]);
      if (Number(cells.number_of_sources) > 0) {
        expect(draft.account?.sources).toHaveLength(Number(cells.number_of_sources));
        expect(sourceCount).toBe(Number(cells.number_of_sources));
      }
    }
  });

  it.each([
    ['ucdp/ged_sample_49_columns.csv.gz', 1_000, 1, ['low', 'best', 'high']],
    ['ucdp/ged211_africa_to_2019.csv.gz', 33_679, 40, ['low_death', 'best_death', 'high_death']],
    ['ucdp/ged211_global_to_2019.csv.gz', 167_543, 200, ['low_death', 'best_death', 'high_death']],
  ])('%s comes in whole', { timeout: 60_000 }, async (file, rows, validateEvery, [low = '', best = '', high = '']) => {
    const { taken, refusals, complaints, keys } = await importAll(file, validateEvery);
    expect({ refusals, complaints, rows: taken.length, keys: keys.size }).toEqual({
      refusals: [],
      complaints: [],
      rows,
      keys: rows,
    });
    expect(sum(taken, killed('all', 'low'))).toBe(sum(taken, column(low)));
    expect(sum(taken, killed('all', 'best'))).toBe(sum(taken, column(best)));
    expect(sum(taken, killed('all', 'high'))).toBe(sum(taken, column(high)));
    expect(taken.every(({ cells, draft }) => draft.core.where.point?.[1] === Number(cells.latitude))).toBe(true);
  });
});

it.runIf(there)('Insecurity Insight: 1,414 incidents with the dead, taken and arrested of the file', async () => {
  const { schema, taken, refusals, complaints } = await importAll('insecurity-insight/protection.json', 1);
  expect({ schema, refusals, complaints, rows: taken.length }).toEqual({
    schema: 'insecurity-insight',
    refusals: [],
    complaints: [],
    rows: 1414,
  });
  const harmed = (harm: string) => (row: Taken) => row.draft.core.figures.find((f) => f.harm === harm)?.total.best;
  const columns =
    (...names: string[]) =>
    (row: Taken) =>
      names.reduce((total, name) => total + Number(row.cells[name]), 0);
  expect(sum(taken, harmed('killed'))).toBe(sum(taken, columns('Camp Resident Killed', 'Service Provider Killed')));
  expect(sum(taken, harmed('injured'))).toBe(sum(taken, columns('Camp Resident Injured')));
  expect(sum(taken, harmed('arrested'))).toBe(
    sum(taken, columns('Camp Residents Arrested', 'Service Provider Arrested')),
  );
  expect(taken.every(({ cells, draft }) => (draft.account?.narrative ?? '') === cells['Event Description'])).toBe(true);
});
