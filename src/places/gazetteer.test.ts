import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GazetteerError, type GazetteerRow, readGazetteer } from './gazetteer.ts';

async function read(text: string | Readable, format: 'geonames' | 'csv'): Promise<GazetteerRow[]> {
  const rows: GazetteerRow[] = [];
  const input = typeof text === 'string' ? Readable.from([Buffer.from(text)]) : text;
  for await (const row of readGazetteer(input, format)) rows.push(row);
  return rows;
}
const places = (rows: GazetteerRow[]) => rows.flatMap((row) => ('place' in row ? [row.place] : []));
const refusals = (rows: GazetteerRow[]) => rows.flatMap((row) => ('refused' in row ? [row.refused] : []));

/** An invented row in the 19 columns that GeoNames documents. */
const geonames = (change: Record<number, string> = {}) =>
  [1, 'Sélé "Nord"', 'Sele Nord', 'Sele,سيلي,https://x.example', '8.41', '20.65', 'P', 'PPLA', 'CF', '', '01', '0101']
    .concat(['', '', '11764', '', '500', 'Africa/Bangui', '2020-01-01'])
    .map((cell, i) => change[i] ?? String(cell))
    .join('\t');

describe('GeoNames', () => {
  it('reads a row, quotation marks and all', async () => {
    expect(await read(`${geonames()}\n`, 'geonames')).toEqual([
      {
        line: 1,
        place: {
          id: 'geonames:1',
          name: 'Sélé "Nord"',
          altNames: ['Sele Nord', 'Sele', 'سيلي'],
          point: [20.65, 8.41],
          kind: 'settlement',
          countryIso3: 'CAF',
          adm1: '01',
          adm2: '0101',
          population: 11764,
        },
      },
    ]);
  });

  it('says which row it refuses and why', async () => {
    const rows = ['1\tshort', geonames({ 4: 'x' }), geonames({ 4: '120', 5: '8' }), geonames({ 1: '' }), geonames()];
    const read5 = await read(rows.join('\n'), 'geonames');
    expect(refusals(read5)).toEqual([
      'Line 1 has 2 columns where a GeoNames row has 19.',
      'Line 2 has no readable position ("x", "20.65").',
      'Line 3 has latitude 120, which is beyond 90: latitude and longitude seem to be swapped.',
      'Line 4 has no name.',
    ]);
    expect(places(read5)).toHaveLength(1);
  });
});

describe('own tables', () => {
  it('finds the columns by their names, in any order and with decimal commas', async () => {
    const rows = await read(
      '\ufeffPopulation;Latitude;Longitude;Nom;Pays;Type;Alt names;Admin1\n1 200;8,41;20,65;Sélé;RCA;Village;Sele|سيلي;CF01\n',
      'csv',
    );
    expect(places(rows)).toEqual([
      {
        id: 'line-2',
        name: 'Sélé',
        altNames: ['Sele', 'سيلي'],
        point: [20.65, 8.41],
        kind: 'settlement',
        countryIso3: 'CAF',
        adm1: 'CF01',
        adm2: null,
        population: 1200,
      },
    ]);
  });

  it.each([
    ['Hôpital', 'facility'],
    ['river', 'water'],
    ['', 'settlement'],
    ['thing', 'other'],
  ])('calls "%s" a %s', async (type, kind) => {
    expect(places(await read(`name,lat,lon,type\nA,1,2,${type}`, 'csv')).map((p) => p.kind)).toEqual([kind]);
  });

  it('passes on that the file broke off', async () => {
    async function* broken() {
      yield Buffer.from('name,lat,lon\nA,1,2\n');
      throw new Error('the disk is gone');
    }
    await expect(read(Readable.from(broken()), 'csv')).rejects.toThrow('the disk is gone');
  });

  it('refuses a head without a position', async () => {
    await expect(read('name,lat\nA,1', 'csv')).rejects.toThrow(GazetteerError);
    await expect(read('name,lat\nA,1', 'csv')).rejects.toThrow('has no column for lon');
  });

  it('accounts for every row, whatever is in it', async () => {
    const cell = fc.stringMatching(/^[^\r\n\t,;"]*$/);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), async (cells) => {
        const rows = await read(['name,lat,lon', ...cells.map((c) => `x${c.join(',')}`)].join('\n'), 'csv');
        expect(rows).toHaveLength(cells.length);
      }),
    );
  });
});
