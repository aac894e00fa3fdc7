/** Whatever stands in a file, a row becomes a record that the contract takes, or is refused with a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_HEADERS } from '../export-columns.ts';
import { accepted, contextFor, contractSays } from './context.test-help.ts';
import { FIELD_PATHS, type FieldPath, type Mapping, REPEATABLE } from './contract.ts';

import { makeImporter } from './importer.ts';

import { recognise } from './schemas.ts';

const HEADERS = {
  ucdp: 'id,relid,year,type_of_violence,side_a,side_b,number_of_sources,source_article,source_office,source_date,source_headline,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low'.split(
    ',',
  ),
  acled:
    'event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,civilian_targeting,country,admin1,admin2,location,latitude,longitude,geo_precision,source,notes,fatalities,tags'.split(
      ',',
    ),
  'insecurity-insight': [
    'Date',
    'Event Description',
    'Country',
    'Country ISO',
    'Admin 1',
    'Latitude',
    'Longitude',
    'Geo Precision',
    'Camp Name',
    'Reported Perpetrator',
    'Reported Perpetrator Name',
    'Weapon Carried/Used',
    'Protection Event Context',
    'Victim of Violence',
    'Number of Attacks on Camps Reporting Damaged',
    'Camp Resident Killed',
    'Service Provider Killed',
    'SiND ID',
  ],
  kinga: EXPORT_HEADERS,
} satisfies Record<string, readonly string[]>;

const long = fc.constantFrom('x'.repeat(600), 'y'.repeat(2500), 'a;'.repeat(400), '"a,2020-01-01,b";'.repeat(600));
const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('', '1', '2', '3', '0', '12', '2020-01-02', '4.5', '15', 'Aland', 'Civilians'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '-1',
      '1,5',
      '1.5',
      '999999999999',
      '91',
      '181',
      'NaN',
      '١٢',
      '03/04/2021',
      '0,0',
      '1e3',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: long },
);

function cellsFor(headers: readonly string[]) {
  return fc.record(Object.fromEntries(headers.map((header) => [header, cell])));
}

/** Cells that a row cannot do without, so that many rows get past the first checks. */
const SOUND: readonly [RegExp, fc.Arbitrary<string>][] = [
  [/^(id|sind id|event_id_cnty)$/i, fc.constantFrom('7', 'x'.repeat(600))],
  [/^type_of_violence$/, fc.constantFrom('1', '2', '3')],
  [/^(date_start|date_end|event_date|date)$/i, fc.constantFrom('2020-01-02', '2020-01-02T00:00:00Z')],
  [/^lat/i, fc.constantFrom('4.5', '15')],
  [/^lon/i, fc.constantFrom('4.5', '15')],
  [/^(deaths_|best|low|high|fatalities|camp res|service|number of att)/i, fc.constantFrom('', '0', '3', '12')],
];

function soundCells(headers: readonly string[]) {
  const sound = headers.flatMap((header) => {
    const arbitrary = SOUND.find(([pattern]) => pattern.test(header))?.[1];
    return arbitrary ? [[header, arbitrary] as const] : [];
  });
  return fc.record(Object.fromEntries(sound));
}

function check(adapt: () => ReturnType<ReturnType<typeof makeImporter>['adapt']>): 'taken' | 'refused' {
  const adapted = adapt();
  if (adapted.refused !== undefined) {
    expect(adapted.refused).toMatch(/\S{2,}.*\.$/s);
    return 'refused';
  }
  expect(contractSays(adapted)).toBeNull();
  expect(accepted(adapted).externalKey).not.toBe('');
  return 'taken';
}

describe.each(Object.entries(HEADERS))('%s', (schema, headers) => {
  it('gives valid records or reasons for any cells', () => {
    expect(recognise(headers).schema).toBe(schema);
    let taken = 0;
    fc.assert(
      fc.property(cellsFor(headers), soundCells(headers), fc.boolean(), (cells, sound, useSound) => {
        const importer = makeImporter(recognise(headers).schema, contextFor(headers));
        if (check(() => importer.adapt({ row: 2, cells: useSound ? { ...cells, ...sound } : cells })) === 'taken')
          taken++;
      }),
      { numRuns: 1000 },
    );
    // A test of refusals alone would prove nothing about records.
    if (schema !== 'kinga') expect(taken).toBeGreaterThan(100);
  });
});

describe('generic', () => {
  it('gives valid records or reasons for any cells and any mapping', () => {
    const columns = fc.array(fc.constantFrom(...FIELD_PATHS), { maxLength: 12 }).map((drawn) => {
      const fields: FieldPath[] = ['date', ...drawn];
      const allowed = fields.filter((field, i) => REPEATABLE.has(field) || fields.indexOf(field) === i);
      return allowed.map((field, i): [string, FieldPath] => [`c${i}`, field]);
    });
    let taken = 0;
    fc.assert(
      fc.property(
        columns,
        fc.constantFrom(null, 'dmy', 'mdy'),
        fc.constantFrom('own', 'other'),
        fc.infiniteStream(cell),
        (fields, dateOrder, dataset, stream) => {
          const mapping: Mapping = {
            columns: Object.fromEntries(fields),
            constants: {},
            dateOrder,
            decimalComma: null,
            types: {},
            actorTypes: {},
            timePrecisions: {},
            placePrecisions: {},
            places: {},
            figuresFrom: null,
          };
          const headers = [...fields.map(([header]) => header), 'rest'];
          const cells = Object.fromEntries(headers.map((header) => [header, stream.next().value ?? '']));
          cells.c0 = '2020-01-02';
          const importer = makeImporter('generic', contextFor(headers, { mapping, dataset }));
          if (check(() => importer.adapt({ row: 2, cells })) === 'taken') taken++;
        },
      ),
      { numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(30);
  });
});
