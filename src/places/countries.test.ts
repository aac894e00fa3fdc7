import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../vocabulary/codes.ts';
import { readAtlas } from './atlas.ts';
import { ISO3_CODES, isHistoricalName, iso3FromAtlas, iso3FromIso2, iso3FromName, nameFromIso3 } from './countries.ts';

const data = (path: string) => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));

describe('country names', () => {
  it.each(LANGUAGES)('come back to their code in %s', (language) => {
    const wrong = ISO3_CODES.filter((code) => iso3FromName(nameFromIso3(code, language) ?? '') !== code);
    expect(wrong).toEqual([]);
    expect(ISO3_CODES.length).toBeGreaterThan(245);
  });

  it.each([
    ['DR Congo (Zaire)', 'COD'],
    ['Congo', 'COG'],
    ['Congo (Kinshasa)', 'COD'],
    ['Congo, Democratic Republic of (Zaire)', 'COD'],
    ['Yemen (North Yemen)', 'YEM'],
    ['Bosnia-Herzegovina', 'BIH'],
    ['Ivory Coast', 'CIV'],
    ['Madagascar (Malagasy)', 'MDG'],
    ['Zimbabwe (Rhodesia)', 'ZWE'],
    ['Cambodia (Kampuchea)', 'KHM'],
    ['Kingdom of eSwatini (Swaziland)', 'SWZ'],
    ['Myanmar (Burma)', 'MMR'],
    ['Russia (Soviet Union)', 'RUS'],
    ['Serbia (Yugoslavia)', 'SRB'],
    ['Macedonia, FYR', 'MKD'],
    ['Korea, Republic of', 'KOR'],
    ['St. Lucia', 'LCA'],
    ['République centrafricaine', 'CAF'],
    ['جمهورية أفريقيا الوسطى', 'CAF'],
    ['OPT', 'PSE'],
    ['Kosovo', 'XKX'],
    ['SSD', 'SSD'],
  ])('%s is %s', (name, code) => expect(iso3FromName(name)).toBe(code));

  it('do not give a state of the past or an unknown name a code of today', () => {
    expect([iso3FromName('Soviet Union'), isHistoricalName('Soviet Union')]).toEqual([null, true]);
    expect([iso3FromName('Atlantis'), isHistoricalName('Atlantis')]).toEqual([null, false]);
    expect(iso3FromName('XYZ')).toBeNull();
  });

  it('have a code for every shape of the atlas but the few that are nobody’s or disputed', () => {
    const shapes = (['10m', '50m'] as const).flatMap((scale) => readAtlas(scale).objects.countries.geometries);
    const without = shapes.flatMap(({ id, properties }) => {
      const name = properties && 'name' in properties ? properties.name : '';
      return iso3FromAtlas(id, name) === null ? [name] : [];
    });
    expect([...new Set(without)].sort()).toEqual([
      'Bajo Nuevo Bank',
      'Scarborough Reef',
      'Serranilla Bank',
      'Siachen Glacier',
      'Spratly Is.',
    ]);
    expect([iso3FromIso2('cf'), iso3FromIso2('XK'), iso3FromIso2('ZZ')]).toEqual(['CAF', 'XKX', null]);
  });
});

const FILES = [
  'ged231_car_to_2020.csv.gz',
  'ged211_africa_to_2019.csv.gz',
  'ged211_global_to_2019.csv.gz',
  'ged_sample_49_columns.csv.gz',
];
const present = existsSync(data('ucdp'));

describe.skipIf(!present)(`country names of UCDP GED${present ? '' : ' (skipped: no ../shared/data here)'}`, () => {
  it.each(FILES)('%s: every one is known', (file) => {
    const text = gunzipSync(readFileSync(data(`ucdp/${file}`))).toString('utf8');
    const names = new Set<string>();
    for (const row of parse<{ country: string }>(text, { columns: true, relax_column_count: true }))
      names.add(row.country);
    expect(names.size).toBeGreaterThan(0);
    expect([...names].filter((name) => iso3FromName(name) === null && !isHistoricalName(name))).toEqual([]);
  });
});
