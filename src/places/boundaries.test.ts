import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { BoundaryFileError, readBoundarySet } from './boundaries.ts';

const box = (w: number, s: number, e: number, n: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
});
const file = (...features: { id?: string; properties: object; geometry: unknown }[]) =>
  JSON.stringify({ type: 'FeatureCollection', features: features.map((f) => ({ type: 'Feature', ...f })) });
const read = (text: string) => readBoundarySet([{ text }], 'test');

describe('readBoundarySet', () => {
  it.each([
    [
      'OCHA, older columns',
      { ADM0_PCODE: 'CF', ADM1_PCODE: 'CF11', ADM1_FR: 'Ombella M’Poko', ADM1_AR: 'أومبيلا مبوكو', ADM0_FR: 'RCA' },
      { level: 1, code: 'CF11', name: 'Ombella M’Poko', parentCode: 'CF' },
    ],
    [
      'OCHA, newer columns',
      { adm2_name: 'Bimbo', adm2_pcode: 'CF111', adm1_name: 'Ombella', adm1_pcode: 'CF11', adm0_pcode: 'CF' },
      { level: 2, code: 'CF111', name: 'Bimbo', parentCode: 'CF11' },
    ],
    [
      'geoBoundaries',
      { shapeName: 'Vakaga', shapeISO: 'CF-VK', shapeID: '123B45', shapeGroup: 'CAF', shapeType: 'ADM1' },
      { level: 1, code: '123B45', name: 'Vakaga', parentCode: 'CAF' },
    ],
    [
      'GADM',
      { GID_0: 'CAF', COUNTRY: 'Central African Republic', GID_1: 'CAF.1_1', NAME_1: 'Bamingui-Bangoran', GID_2: '' },
      { level: 1, code: 'CAF.1_1', name: 'Bamingui-Bangoran', parentCode: 'CAF' },
    ],
    [
      'Natural Earth, countries',
      { ADM0_A3: 'CAF', NAME: 'Central African Rep.', NAME_FR: 'République centrafricaine', ISO_A3: '-99' },
      { level: 0, code: 'CAF', name: 'Central African Rep.', parentCode: null },
    ],
    ['plain', { name: 'Lobaye', code: 'LB' }, { level: 1, code: 'LB', name: 'Lobaye', parentCode: null }],
  ])('understands %s', (_, properties, expected) => {
    const { areas, refused } = read(file({ properties, geometry: box(0, 0, 1, 1) }));
    expect(areas).toMatchObject([{ ...expected, bbox: [0, 0, 1, 1], source: 'test' }]);
    expect(refused).toEqual([]);
  });

  it('reads several files as one set, ties areas to parents in another file, and says which file it refuses from', () => {
    const first = file({ properties: { adm1_pcode: 'A', adm1_name: 'North' }, geometry: box(0, 0, 2, 2) });
    const second = file(
      { properties: { name: 'Kaga', code: 'K' }, geometry: box(0, 0, 1, 1) },
      { properties: { name: 'Nowhere' }, geometry: null },
    );
    const { areas, refused } = readBoundarySet([{ text: first }, { text: second, level: 2 }], 'test');
    expect(areas.map(({ code, level, parentCode }) => [code, level, parentCode])).toEqual([
      ['A', 1, null],
      ['K', 2, 'A'],
    ]);
    expect(refused).toEqual([{ feature: 2, reason: 'Nowhere (feature 2 of file 2) has no shape.' }]);
  });

  it('keeps names by language', () => {
    const properties = { ADM1_PCODE: 'CF11', ADM1_FR: 'Ouaka', ADM1_AR: 'واكا', ADM1_EN: 'Ouaka' };
    const [area] = read(file({ properties, geometry: box(0, 0, 1, 1) })).areas;
    expect(area?.names).toEqual({ fr: 'Ouaka', ar: 'واكا', en: 'Ouaka' });
  });

  it('ties areas to parents by the code they name, by where they lie, or by the beginning of their own code', () => {
    const { areas } = read(
      file(
        { properties: { level: 2, name: 'lies in it', code: 'Z9' }, geometry: box(6, 1, 7, 2) },
        { properties: { level: 2, name: 'begins alike', code: 'A1x' }, geometry: box(16, 3, 17, 4) },
        { properties: { adm2_pcode: 'Q', adm2_name: 'names it', adm1_pcode: 'A1' }, geometry: box(6, 5, 7, 6) },
        { properties: { level: 1, name: 'West', code: 'A1' }, geometry: box(0, 0, 5, 10) },
        { properties: { level: 1, name: 'East', code: 'B2' }, geometry: box(5, 0, 10, 10) },
        { properties: { level: 0, name: 'All', code: 'ALL' }, geometry: box(0, 0, 10, 10) },
      ),
    );
    expect(areas.map((a) => [a.name, a.parentCode])).toEqual([
      ['All', null],
      ['West', 'ALL'],
      ['East', 'ALL'],
      ['lies in it', 'B2'],
      ['begins alike', 'A1'],
      ['names it', 'A1'],
    ]);
  });

  it('keeps the rest when a feature is unusable, and says which and why', () => {
    const { areas, refused } = read(
      file(
        { properties: { name: 'Good', code: 'G' }, geometry: box(0, 0, 1, 1) },
        { properties: {}, geometry: box(0, 0, 1, 1) },
        { properties: { name: 'Dot' }, geometry: { type: 'Point', coordinates: [0, 0] } },
        { properties: { name: 'Nowhere' }, geometry: null },
      ),
    );
    expect(areas.map((a) => a.name)).toEqual(['Good']);
    expect(refused).toEqual([
      { feature: 2, reason: 'Feature 2 has neither a name nor a code.' },
      { feature: 3, reason: 'Dot (feature 3) is a Point, where an area needs a Polygon or MultiPolygon.' },
      { feature: 4, reason: 'Nowhere (feature 4) has no shape.' },
    ]);
  });

  it('adds the name to a code that stands for several areas, and says so', () => {
    const feature = (name: string) => ({ id: 'CD.', properties: { name }, geometry: box(0, 0, 1, 1) });
    const { areas, notes } = read(file(feature('Maniema'), feature('Nord-Kivu'), feature('Maniema')));
    expect(areas.map((a) => a.code)).toEqual(['CD.-maniema', 'CD.-nord-kivu', 'CD.-maniema-2']);
    expect(notes[0]).toBe(
      'The code CD. stands for 3 areas (Maniema, Nord-Kivu, Maniema): their names were added to it.',
    );
  });

  it.each([
    ['{', /^The file is not JSON/],
    ['[]', /neither a GeoJSON feature collection nor a TopoJSON topology/],
    ['null', /neither a GeoJSON/],
    ['{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[7]]}},"arcs":[]}', /topology is damaged/],
    ['{"type":"FeatureCollection","features":[],"crs":{"properties":{"name":"EPSG:32634"}}}', /drawn in EPSG:32634/],
  ])('refuses %s as a whole', (text, sentence) => {
    expect(() => read(text)).toThrow(BoundaryFileError);
    expect(() => read(text)).toThrow(sentence);
  });

  it('accounts for every feature, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (features) => {
        const { areas, refused } = read(JSON.stringify({ type: 'FeatureCollection', features }));
        expect(areas.length + refused.length).toBe(features.length);
      }),
    );
  });
});

const folder = fileURLToPath(new URL('../../../shared/data/geo/adm1/', import.meta.url));
const present = existsSync(folder);

describe.skipIf(!present)(`real TopoJSON files${present ? '' : ' (skipped: no ../shared/data here)'}`, () => {
  it.each([
    ['caf', 17],
    ['cod', 11],
    ['mli', 9],
    ['sds', 10],
  ])('%s: %i areas, none refused, codes apart', (name, count) => {
    const { areas, refused } = read(readFileSync(`${folder}${name}.topo.json`, 'utf8'));
    expect([areas.length, refused.length]).toEqual([count, 0]);
    expect(new Set(areas.map((a) => a.code)).size).toBe(count);
  });
});
