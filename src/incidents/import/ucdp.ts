/**
 * UCDP Georeferenced Event Dataset, from 12 columns to all 49. Its figures are kept exactly as they stand, also where a
 * row contradicts itself (some have a low above the high): they are UCDP's to correct, and sums must equal the file's.
 */
import { foldName } from '../../places/index.ts';
import type { FileRow } from '../../platform/files/types.ts';
import type { EventType, PlacePrecision, TimePrecision } from '../../vocabulary/codes.ts';
import type { Figure } from '../contract.ts';
import {
  CellRefused,
  columnFinder,
  countOf,
  dayOf,
  isPlainDay,
  only,
  orNull,
  orRefused,
  remembered,
  textOf,
  within,
} from './cells.ts';
import { keyFromId } from './identity.ts';
import { readPoint } from './point.ts';
import { type Adapted, type Adapter, type ImportContext, PUBLIC_LEVELS } from './types.ts';
import { governmentReader, partiesOf, type ViolenceType, violenceType } from './ucdp-parties.ts';
import { readSources, rebuiltColumns, splitArticles } from './ucdp-sources.ts';

const TYPES: Record<ViolenceType, EventType> = {
  state_based: 'armed_clash',
  non_state: 'armed_clash',
  one_sided: 'attack_on_civilians',
};
/** `date_prec` 1–5. */
const TIMES: readonly TimePrecision[] = ['day', 'days_2_6', 'week', 'month', 'longer'];
/** `where_prec` 1–7. */
const PLACES: readonly PlacePrecision[] = ['exact', 'near', 'adm2', 'adm1', 'vague_feature', 'country', 'international'];

/** The columns that fields of ours hold; what is not among them goes to `extra`. */
function columnsOf(headers: readonly string[]) {
  const find = columnFinder(headers);
  return {
    id: find('id', 'event_id'),
    year: find('year'),
    type: find('type_of_violence'),
    sideA: find('side_a'),
    sideB: find('side_b'),
    sourceCount: find('number_of_sources'),
    article: find('source_article'),
    office: find('source_office'),
    articleDate: find('source_date'),
    headline: find('source_headline'),
    wherePrecision: find('where_prec'),
    place: find('where_coordinates'),
    placeDescription: find('where_description'),
    adm1: find('adm_1', 'adm1'),
    adm2: find('adm_2', 'adm2'),
    latitude: find('latitude', 'lat'),
    longitude: find('longitude', 'lon'),
    wkt: find('geom_wkt'),
    country: find('country'),
    datePrecision: find('date_prec'),
    from: find('date_start'),
    to: find('date_end'),
    deathsA: find('deaths_a'),
    deathsB: find('deaths_b'),
    civilians: find('deaths_civilians'),
    unknown: find('deaths_unknown'),
    best: find('best', 'best_death', 'best_est'),
    high: find('high', 'high_death', 'high_est'),
    low: find('low', 'low_death', 'low_est'),
  };
}
type Columns = ReturnType<typeof columnsOf>;

export function ucdpAdapter(context: ImportContext): Adapter {
  const columns = columnsOf(context.headers);
  const held = new Set(Object.values(columns));
  const others = context.headers.filter((header) => !held.has(header));
  const iso3 = remembered(context.iso3FromName);
  const governmentOf = remembered(governmentReader(context.iso3FromName));
  const originOf = remembered((office: string) => foldName(office) || office);
  const levels = context.levels ?? PUBLIC_LEVELS;

  function adapt({ cells }: FileRow): Adapted {
    const warnings: string[] = [];
    const id = textOf(cells, columns.id);
    if (id === '') throw new CellRefused(`${columns.id}: the row has no id.`);
    const typeText = textOf(cells, columns.type);
    const violence = violenceType(typeText);
    if (!violence) throw new CellRefused(`${columns.type}: “${within(typeText, 60)}” is no type of violence of UCDP.`);
    const from = dayOf(cells, columns.from);
    if (!from) throw new CellRefused(`${columns.from}: the row has no date.`);
    const to = dayOf(cells, columns.to) ?? from;
    if (to < from) throw new CellRefused(`${columns.to}: ${to} is before ${columns.from}, ${from}.`);
    const countryName = textOf(cells, columns.country);
    const country = countryName === '' ? null : iso3(countryName);
    const articleText = textOf(cells, columns.article);
    const sources = readSources(splitArticles(articleText), originOf);
    const counted = Number(textOf(cells, columns.sourceCount));
    const sourceCount = Number.isInteger(counted) && counted > 0 ? counted : sources.length;
    const point = readPoint(textOf(cells, columns.latitude), textOf(cells, columns.longitude));
    const extra: Record<string, string> = {};
    const keep = (header: string | undefined) => {
      const text = header === undefined ? undefined : cells[header];
      if (header !== undefined && text) extra[header] = text;
    };
    for (const header of others) keep(header);
    keepUnlessHeld(cells, columns, { from, to, point, sourceCount }, keep);
    const rebuilt = rebuiltColumns(sources, articleText.startsWith('"'));
    if (rebuilt.source_article !== cells[columns.article ?? '']) keep(columns.article);
    if (rebuilt.source_office !== cells[columns.office ?? '']) keep(columns.office);
    if (rebuilt.source_date !== cells[columns.articleDate ?? '']) keep(columns.articleDate);
    if (rebuilt.source_headline !== cells[columns.headline ?? '']) keep(columns.headline);
    const place = textOf(cells, columns.place);
    const description = textOf(cells, columns.placeDescription);
    if (place.length > 500) keep(columns.place);
    if (description.length > 2000) keep(columns.placeDescription);
    return {
      externalKey: keyFromId(id),
      warnings,
      input: {
        core: {
          kind: 'incident',
          type: TYPES[violence],
          title: null,
          when: { from, to, at: null, precision: codeAt(TIMES, cells, columns.datePrecision, 'day', warnings) },
          where: {
            point,
            precision: codeAt(PLACES, cells, columns.wherePrecision, 'unknown', warnings),
            name: orNull(within(place, 500)),
            description: orNull(within(description, 2000)),
            country,
            countryName: orNull(within(countryName, 200)),
            adm1: orNull(within(textOf(cells, columns.adm1), 200)),
            adm2: orNull(within(textOf(cells, columns.adm2), 200)),
            adm1Code: null,
            adm2Code: null,
          },
          parties: partiesOf(violence, textOf(cells, columns.sideA), textOf(cells, columns.sideB), country, governmentOf),
          hypotheses: [],
          figures: figuresOf(cells, columns, warnings),
          means: [],
          damage: [],
          tags: [],
          links: [],
          sourceCount,
          independentSources: new Set(sources.map((source) => source.originKey)).size,
          origin: { dataset: context.dataset, externalId: within(id, 200), sourceType: within(typeText, 300) },
          operational: 'unconfirmed',
          humanRights: 'not_examined',
        },
        account: { narrative: null, narrativeLanguage: null, sources, evidence: [], notes: null, extra },
        protected: null,
        levels,
        compartments: [...(context.compartments ?? [])],
      },
    };
  }
  return { notes: notesOn(columns), adapt: (row) => orRefused(() => adapt(row)) };
}

function notesOn(columns: Columns): string[] {
  const notes: string[] = [];
  if (!columns.datePrecision) notes.push('The file does not say how precise its dates are: they are taken as days.');
  if (!columns.to) notes.push('The file has no end dates: each event is taken as one day.');
  if (!columns.wherePrecision) notes.push('The file does not say how precise its places are: recorded as unknown.');
  if (!columns.civilians) notes.push('The file has no count of civilians: it stays unknown, which is not zero.');
  return notes;
}

/** Columns that a field of ours usually says in full, kept where it does not. */
function keepUnlessHeld(
  cells: Record<string, string>,
  columns: Columns,
  read: { from: string; to: string; point: [number, number] | null; sourceCount: number },
  keep: (header: string | undefined) => void,
): void {
  if (!isPlainDay(textOf(cells, columns.from), read.from)) keep(columns.from);
  if (columns.to && !isPlainDay(textOf(cells, columns.to), read.to)) keep(columns.to);
  if (textOf(cells, columns.year) !== read.from.slice(0, 4)) keep(columns.year);
  if (textOf(cells, columns.sourceCount) !== String(read.sourceCount)) keep(columns.sourceCount);
  const wkt = read.point ? `POINT (${read.point[0]} ${read.point[1]})` : '';
  if (textOf(cells, columns.wkt) !== wkt) keep(columns.wkt);
}

function codeAt<T extends string>(
  codes: readonly T[],
  cells: Record<string, string>,
  header: string | undefined,
  otherwise: T,
  warnings: string[],
): T {
  const text = textOf(cells, header);
  const code = codes[Number(text) - 1];
  if (code !== undefined) return code;
  if (header !== undefined) warnings.push(`${header}: “${within(text, 60)}” is no code of UCDP; recorded as ${otherwise}.`);
  return otherwise;
}

/** A row for everybody killed, and one for each group that the file counts. A column that is absent makes no zero. */
function figuresOf(cells: Record<string, string>, columns: Columns, warnings: string[]): Figure[] {
  const low = countOf(cells, columns.low);
  const best = countOf(cells, columns.best);
  const high = countOf(cells, columns.high);
  if (low !== null && high !== null && best !== null && (low > best || best > high)) {
    warnings.push(`The file says low ${low}, best ${best}, high ${high}, which is not in order; kept as it stands.`);
  }
  const figures: Figure[] = [];
  if (low !== null || best !== null || high !== null) {
    figures.push({ harm: 'killed', group: 'all', total: { low, best, high }, bySexAge: {} });
  }
  const groups = [
    ['civilians', columns.civilians],
    ['side_a', columns.deathsA],
    ['side_b', columns.deathsB],
    ['status_unknown', columns.unknown],
  ] as const;
  for (const [group, header] of groups) {
    const count = countOf(cells, header);
    if (count !== null) figures.push({ harm: 'killed', group, total: only(count), bySexAge: {} });
  }
  return figures;
}
