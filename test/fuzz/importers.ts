/**
 * Injured rows for every importer (TRUST G10): a row becomes a record that the contract takes, or is refused with a
 * sentence. It never throws, never takes long, and what is taken holds the row's words as they stand.
 */
import { IncidentInput } from '../../src/incidents/contract.ts';
import { EXPORT_HEADERS, toRow } from '../../src/incidents/export-columns.ts';
import { SCHEMAS, type Schema } from '../../src/incidents/import/contract.ts';
import { makeImporter } from '../../src/incidents/import/importer.ts';
import { recognise } from '../../src/incidents/import/schemas.ts';
import { countryLocator, iso3FromName } from '../../src/places/index.ts';
import { incidentInput } from '../support/incidents.ts';
import { type Chance, chance, injure } from './files-random.ts';

/** A sound row of each kind, and the column whose words must come through. */
const SOUND: Record<Schema, { cells: Record<string, string>; words: string; tags?: Record<string, string> }> = {
  ucdp: {
    words: 'source_headline',
    cells: {
      ...{ id: '7', relid: 'CAR-1', year: '2020', type_of_violence: '3', side_a: 'LRA', side_b: 'Civilians' },
      ...{ source_article: '"Agence,2020-01-03,Attack"', source_office: 'Agence', source_date: '2020-01-03' },
      ...{ source_headline: 'Attack', where_prec: '1', where_description: 'Obo town', adm_1: 'Haut-Mbomou' },
      ...{ latitude: '5.4', longitude: '26.5', country: 'Central African Republic', date_prec: '1' },
      ...{ date_start: '2020-01-02', date_end: '2020-01-02', deaths_a: '0', deaths_b: '0', deaths_civilians: '3' },
      ...{ deaths_unknown: '0', best: '3', high: '4', low: '3' },
    },
  },
  acled: {
    words: 'notes',
    cells: {
      ...{ event_id_cnty: 'CAF7', event_date: '2020-01-02', year: '2020', time_precision: '1' },
      ...{ event_type: 'Violence against civilians', sub_event_type: 'Attack', actor1: 'Militia', inter1: '3' },
      ...{ actor2: 'Civilians', inter2: '7', country: 'Central African Republic', admin1: 'Ouaka' },
      ...{ location: 'Bambari', latitude: '5.76', longitude: '20.67', geo_precision: '1', source: 'Radio' },
      ...{ notes: 'What was said.', fatalities: '2', tags: '' },
    },
  },
  'insecurity-insight': {
    words: 'Event Description',
    cells: {
      ...{ Date: '2020-01-02', 'Event Description': 'What was said.', Country: 'Chad', 'Country ISO': 'TCD' },
      ...{ 'Admin 1': 'Ouaddai', Latitude: '13.8', Longitude: '20.8', 'Geo Precision': '(1) 25 km or less' },
      ...{ 'Reported Perpetrator Name': 'Unknown', 'Camp Resident Killed': '1', 'SiND ID': '7' },
    },
  },
  kinga: {
    words: 'narrative',
    cells: cellsOf(incidentInput({ killed: 2, person: 'Amina', account: { narrative: 'What was said.' } })),
  },
  hxl: {
    words: 'D',
    cells: { A: '2020-01-02', B: '5.4', C: '26.5', D: 'What was said.', E: '2', F: 'Obo' },
    tags: {
      ...{ A: '#date', B: '#geo+lat', C: '#geo+lon', D: '#description', E: '#affected+killed', F: '#loc+name' },
    },
  },
  generic: {
    words: 'description',
    cells: {
      ...{ id: 'V1', date: '2020-01-02', type: 'attack_on_civilians', place: 'Obo', lat: '5.4', lon: '26.5' },
      ...{ killed: '2', perpetrator: 'Unknown men', tags: 'road', description: 'What was said.' },
    },
  },
};

const NASTY = [
  ...['', ' ', '0', '-1', '1e309', 'NaN', '99999999999', '1,5', '١٢', '91', '-181', '03/04/2021', '2020-02-30'],
  ...[
    '0000-00-00',
    '=1+1',
    "'",
    '[',
    '[{}]',
    '{"a":',
    'null',
    '"',
    ';;;',
    '\u202e',
    '\ufffd',
    'é ل 🙂',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...['x'.repeat(501), 'y;'.repeat(3000), '"a,2020-01-01,b";'.repeat(700)],
] as [string, ...string[]];

export interface ImporterReport {
  inputs: number;
  taken: number;
  failures: string[];
}

/** @param inputs rows for this importer */
export function fuzzImporter(schema: Schema, inputs: number, seed: number): ImporterReport {
  const { cells: sound, words, tags } = SOUND[schema];
  const headers = Object.keys(sound);
  const known = recognise(headers, tags).schema;
  const report: ImporterReport = { inputs, taken: 0, failures: known === schema ? [] : [`is taken for ${known}`] };
  const random = chance(seed * 0x9e3779b1 + SCHEMAS.indexOf(schema));
  const context = {
    ...{ headers, dataset: 'fuzz', iso3FromName, locator: countryLocator(), today: '2026-06-30' },
    ...(tags && { hxlTags: tags }),
  };
  for (let n = 0; n < inputs; n++) {
    const cells = injured(sound, random);
    const began = process.threadCpuUsage();
    try {
      const adapted = makeImporter(schema, context, [sound]).adapt({ row: 2, cells });
      if (adapted.refused !== undefined) {
        if (!/\S{2,}.*\.$/s.test(adapted.refused)) report.failures.push(`${n}: refused without a sentence`);
        continue;
      }
      report.taken += 1;
      const read = IncidentInput.safeParse({ id: '00000000-0000-4000-8000-000000000000', ...adapted.input });
      if (!read.success) report.failures.push(`${n}: the contract does not take it: ${read.error.issues[0]?.message}`);
      const said = cells[words] ?? '';
      const told = adapted.warnings.some((sentence) => /was left out/.test(sentence));
      if (
        !told &&
        said.trim() !== '' &&
        !JSON.stringify(adapted.input).includes(JSON.stringify(said.trim()).slice(1, -1))
      )
        report.failures.push(`${n}: ${words} came out altered`);
    } catch (error) {
      report.failures.push(`${n}: ${error instanceof Error ? error.stack : error}`);
    }
    const { user, system } = process.threadCpuUsage(began);
    if (user + system > 2_000_000) report.failures.push(`${n}: took ${(user + system) / 1000} ms`);
  }
  return report;
}

/** Some cells are replaced by text that importers trip over, or hurt. */
function injured(sound: Record<string, string>, random: Chance): Record<string, string> {
  const cells = { ...sound };
  const names = Object.keys(sound) as [string, ...string[]];
  for (let times = random.int(5); times > 0; times--) {
    const name = random.pick(names);
    const hurt = () => injure(Buffer.from(cells[name] ?? ''), [',', ';', '"', '-', '{'], random).toString();
    // Readers refuse NUL and what is no text before an importer sees it.
    cells[name] = (random.int(2) === 0 ? random.pick(NASTY) : hurt()).replaceAll(/[\0\ufffd]/g, '');
  }
  return cells;
}

function cellsOf({ account, protected: names, ...input }: IncidentInput): Record<string, string> {
  const stamp = { version: 1, knownFrom: { seq: 1, at: '2031-01-01T00:00:00.000Z' }, knownTo: null, verb: 'x' };
  const incident = { ...input, ...stamp, ...(account && { account }), ...(names && { protected: names }) };
  const row = toRow({ ...incident, by: 'x', byName: null, erased: false });
  return Object.fromEntries(EXPORT_HEADERS.map((name) => [name, row[name] === null ? '' : String(row[name])]));
}
