/** Lists of place names: GeoNames dumps and tables of one's own, read as streams, row by row. */
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { PlaceKind } from './contract.ts';
import { iso3FromIso2, iso3FromName } from './countries.ts';
import { foldName } from './names.ts';

export interface Place {
  /** `geonames:2384618` or the table's own id. */
  id: string;
  name: string;
  altNames: string[];
  /** [longitude, latitude], degrees. */
  point: [number, number];
  kind: PlaceKind;
  countryIso3: string | null;
  /** Codes or names of the divisions, as the list has them. */
  adm1: string | null;
  adm2: string | null;
  population: number | null;
}

/** A row of the list: a place, or a sentence that says why it is none. `line` counts from 1. */
export type GazetteerRow = { line: number; place: Place } | { line: number; refused: string };

const GEONAMES_KINDS: Readonly<Record<string, PlaceKind>> = {
  A: 'admin',
  H: 'water',
  L: 'area',
  P: 'settlement',
  R: 'road',
  S: 'facility',
  T: 'terrain',
  U: 'water',
  V: 'terrain',
};

/** Words for kinds in tables of one's own, folded. */
const OWN_KINDS: readonly [PlaceKind, RegExp][] = [
  ['settlement', /settlement|village|town|city|hamlet|quarter|camp|localite|ville|quartier|قرية|مدينة/],
  ['facility', /facility|school|hospital|clinic|base|market|airstrip|church|mosque|ecole|hopital|marche/],
  ['admin', /admin|province|prefecture|region|district|county|commune/],
  ['water', /water|river|lake|stream|well|riviere|fleuve|lac/],
  ['road', /road|bridge|crossing|route|pont/],
  ['terrain', /mountain|hill|forest|valley|plain|desert|terrain|foret|vallee/],
  ['area', /area|park|reserve|zone|field/],
];

/** Column names of tables of one's own, folded, best first. */
const COLUMNS = {
  id: ['id', 'code', 'pcode', 'place id'],
  name: ['name', 'nom', 'place', 'place name', 'village', 'town', 'settlement', 'localite', 'location'],
  lat: ['lat', 'latitude', 'y', 'lat dd'],
  lon: ['lon', 'lng', 'long', 'longitude', 'x', 'lon dd'],
  altNames: [
    'alt names',
    'altnames',
    'alternatenames',
    'alternate names',
    'alternative names',
    'aliases',
    'other names',
  ],
  kind: ['kind', 'type', 'class', 'feature'],
  country: ['country', 'iso3', 'pays', 'country code'],
  adm1: ['adm1', 'admin1', 'adm1 pcode', 'adm1 code', 'admin1 code', 'province', 'prefecture', 'region'],
  adm2: ['adm2', 'admin2', 'adm2 pcode', 'adm2 code', 'admin2 code', 'district', 'sub prefecture'],
  population: ['population', 'pop'],
} as const;
type Column = keyof typeof COLUMNS;

/** Decimal points and commas; anything else is no number. */
function readNumber(text: string | undefined): number | null {
  const plain = (text ?? '').trim().replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

function readPoint(lon: string | undefined, lat: string | undefined): [number, number] | string {
  const [x, y] = [readNumber(lon), readNumber(lat)];
  if (x === null || y === null) return `has no readable position ("${lat ?? ''}", "${lon ?? ''}")`;
  if (Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90)
    return `has latitude ${y}, which is beyond 90: latitude and longitude seem to be swapped`;
  if (Math.abs(y) > 90 || Math.abs(x) > 180) return `lies at ${y}, ${x}, which is not on the globe`;
  return [x, y];
}

/** More people than the Earth has: a slip, and no number of people. */
const MOST_PEOPLE = 1e10;

const textOrNull = (text: string | undefined) => text?.trim() || null;
const countOrNull = (text: string | undefined) => {
  const count = readNumber(text?.replace(/[\s']/g, ''));
  return count !== null && count > 0 && count < MOST_PEOPLE ? Math.round(count) : null;
};
const splitNames = (text: string | undefined, name: string, by: RegExp) => [
  ...new Set((text ?? '').split(by).flatMap((alt) => (alt.trim() && alt.trim() !== name ? [alt.trim()] : []))),
];

function placeFromGeonames(row: readonly string[]): Place | string {
  if (row.length !== 19) return `has ${row.length} columns where a GeoNames row has 19`;
  const [id = '', name = '', ascii = '', alternates, lat, lon, kind = '', , country = '', , adm1, adm2] = row;
  if (name.trim() === '') return 'has no name';
  const point = readPoint(lon, lat);
  if (typeof point === 'string') return point;
  return {
    id: `geonames:${id}`,
    name,
    altNames: splitNames(`${ascii},${alternates ?? ''}`, name, /,/).filter((alt) => !/^https?:/.test(alt)),
    point,
    kind: GEONAMES_KINDS[kind] ?? 'other',
    countryIso3: iso3FromIso2(country),
    adm1: textOrNull(adm1),
    adm2: textOrNull(adm2),
    population: countOrNull(row[14]),
  };
}

function ownKind(text: string | null): PlaceKind {
  if (text === null) return 'settlement';
  const folded = `${text.toLowerCase()} ${foldName(text)}`;
  return OWN_KINDS.find(([, words]) => words.test(folded))?.[0] ?? 'other';
}

function placeFromTable(cell: (column: Column) => string | undefined, line: number): Place | string {
  const name = cell('name')?.trim() ?? '';
  if (name === '') return 'has no name';
  const point = readPoint(cell('lon'), cell('lat'));
  if (typeof point === 'string') return point;
  const country = textOrNull(cell('country'));
  return {
    id: textOrNull(cell('id')) ?? `line-${line}`,
    name,
    altNames: splitNames(cell('altNames'), name, /[;|,]/),
    point,
    kind: ownKind(textOrNull(cell('kind'))),
    countryIso3: country && (iso3FromName(country) ?? (country.length === 2 ? iso3FromIso2(country) : null)),
    adm1: textOrNull(cell('adm1')),
    adm2: textOrNull(cell('adm2')),
    population: countOrNull(cell('population')),
  };
}

const LONGEST_ID = 80;

/** What a place's words cannot be, whichever list they come from. */
function objection({ id, name }: Place): string | null {
  if (id.length > LONGEST_ID) return `has an id longer than ${LONGEST_ID} characters`;
  if (`${id}${name}`.includes('\uFFFD')) return `has letters that cannot be read ("${name}"): save the list in UTF-8`;
  return null;
}

/** A table without a name or a position in its head cannot be read at all; the message says what is missing. */
export class GazetteerError extends Error {}

function findColumns(head: readonly string[]): Map<Column, number> {
  const folded = head.map(foldName);
  const found = new Map<Column, number>();
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const at = COLUMNS[column].map((name) => folded.indexOf(name)).find((i) => i >= 0);
    if (at !== undefined) found.set(column, at);
  }
  const missing = (['name', 'lat', 'lon'] as const).filter((column) => !found.has(column));
  if (missing.length > 0)
    throw new GazetteerError(
      `The table's first line (${head.join(', ')}) has no column for ${missing.join(', ')}. Expected ${missing
        .map((column) => COLUMNS[column].join(' or '))
        .join('; ')}.`,
    );
  return found;
}

/** What has been read of a stream up to the end of its first line, and the stream as if nothing had been read. */
async function peekLine(input: Readable): Promise<{ line: string; whole: Readable }> {
  const chunks: AsyncIterator<Buffer | string> = input[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  while (!seen.at(-1)?.includes('\n')) {
    const next = await chunks.next();
    if (next.done) break;
    seen.push(Buffer.from(next.value));
  }
  async function* whole() {
    yield* seen;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  const [line = ''] = Buffer.concat(seen).toString('utf8').split(/\r?\n/, 1);
  return { line, whole: Readable.from(whole()) };
}

/** The sign that the head uses most: within the rows, commas may be decimal. */
const separatorOf = (head: string) =>
  [',', ';', '\t'].reduce((best, sign) => (head.split(sign).length > head.split(best).length ? sign : best));

/**
 * Reads a gazetteer: `geonames` (tab-separated, 19 columns, no head) or `csv` (own table with a head; separated by
 * commas, semicolons or tabs). UTF-8. Each row comes back as a place or refused in words; throws `GazetteerError` when
 * the head lacks a name or a position.
 */
export async function* readGazetteer(input: Readable, format: 'geonames' | 'csv'): AsyncGenerator<GazetteerRow> {
  const { line: head, whole } = await peekLine(input);
  const dialect =
    format === 'geonames' ? { delimiter: '\t', quote: null } : { delimiter: separatorOf(head), relax_quotes: true };
  const rows = parse({ ...dialect, bom: true, relax_column_count: true, skip_empty_lines: true, info: true });
  // An error of the source destroys `rows` and so comes out of the loop below.
  pipeline(whole, rows, () => {});
  let columns: Map<Column, number> | null = null;
  for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const line = info.lines;
    if (format === 'csv' && columns === null) {
      columns = findColumns(record);
      continue;
    }
    const place =
      columns === null
        ? placeFromGeonames(record)
        : placeFromTable((column) => record[columns?.get(column) ?? -1], line);
    const refused = typeof place === 'string' ? place : objection(place);
    yield typeof place === 'string' || refused !== null
      ? { line, refused: `Line ${line} ${refused}.` }
      : { line, place };
  }
}
