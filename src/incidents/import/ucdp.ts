/**
 * UCDP Georeferenced Event Dataset, from 12 columns to all 49. Its figures are kept exactly as they stand, also where a
 * row contradicts itself (some have a low above the high): they are UCDP's to correct, and sums must equal the file's.
 */
import { foldName } from '../../places/index.ts';
import type { FileRow } from '../../platform/files/index.ts';
import { fromUcdp, parseUcdpViolence, placePrecisionFromUcdp, timePrecisionFromUcdp } from '../../vocabulary/index.ts';
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
  quoted,
  remembered,
  textOf,
  within,
} from './cells.ts';
import { draftOf, extraOf, numberedCode, numberedFrom } from './draft.ts';
import { keyFromId } from './identity.ts';
import { readPoint } from './point.ts';
import { type Adapted, type Adapter, type ImportContext, PUBLIC_LEVELS } from './types.ts';
import { governmentReader, partiesOf } from './ucdp-parties.ts';
import { readSources, rebuiltColumns, splitArticles } from './ucdp-sources.ts';

const TIMES = numberedFrom(5, timePrecisionFromUcdp);
const TYPES = { 1: fromUcdp(1).code, 2: fromUcdp(2).code, 3: fromUcdp(3).code };
const PLACES = numberedFrom(7, placePrecisionFromUcdp);

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
  const violenceOf = remembered(parseUcdpViolence);
  const originOf = remembered((office: string) => foldName(office) || office);

  function adapt({ cells }: FileRow): Adapted {
    const warnings: string[] = [];
    const text = (header: string | undefined) => textOf(cells, header);
    const code = <T extends string>(codes: readonly T[], header: string | undefined, otherwise: T) =>
      numberedCode(codes, text(header), otherwise, header ?? '', warnings);
    const id = text(columns.id);
    if (id === '') throw new CellRefused(`${columns.id}: the row has no id.`);
    const typeText = text(columns.type);
    const violence = violenceOf(typeText);
    if (!violence) throw new CellRefused(`${columns.type}: ${quoted(typeText)} is no type of violence of UCDP.`);
    const from = dayOf(cells, columns.from);
    if (!from) throw new CellRefused(`${columns.from}: the row has no date.`);
    const to = dayOf(cells, columns.to) ?? from;
    if (to < from) throw new CellRefused(`${columns.to}: ${to} is before ${columns.from}, ${from}.`);
    const countryName = text(columns.country);
    const country = countryName === '' ? null : iso3(countryName);
    const articleText = text(columns.article);
    const sources = readSources(splitArticles(articleText), originOf);
    const counted = Number(text(columns.sourceCount));
    const sourceCount = Number.isInteger(counted) && counted > 0 ? counted : sources.length;
    const point = readPoint(text(columns.latitude), text(columns.longitude));
    const { extra, keep } = extraOf(cells, others);
    keepUnlessHeld(cells, columns, { from, to, point, sourceCount }, keep);
    const rebuilt = rebuiltColumns(sources, articleText.startsWith('"'));
    if (rebuilt.source_article !== cells[columns.article ?? '']) keep(columns.article);
    if (rebuilt.source_office !== cells[columns.office ?? '']) keep(columns.office);
    if (rebuilt.source_date !== cells[columns.articleDate ?? '']) keep(columns.articleDate);
    if (rebuilt.source_headline !== cells[columns.headline ?? '']) keep(columns.headline);
    const place = text(columns.place);
    const description = text(columns.placeDescription);
    if (place.length > 500) keep(columns.place);
    if (description.length > 2000) keep(columns.placeDescription);
    return {
      externalKey: keyFromId(id),
      warnings,
      input: draftOf(
        context,
        PUBLIC_LEVELS,
        {
          kind: 'incident',
          type: TYPES[violence],
          when: { from, to, at: null, precision: code(TIMES, columns.datePrecision, 'day') },
          where: {
            point,
            precision: code(PLACES, columns.wherePrecision, 'unknown'),
            name: orNull(within(place, 500)),
            description: orNull(within(description, 2000)),
            country,
            countryName: orNull(within(countryName, 200)),
            adm1: orNull(within(text(columns.adm1), 200)),
            adm2: orNull(within(text(columns.adm2), 200)),
            adm1Code: null,
            adm2Code: null,
          },
          parties: partiesOf(violence, text(columns.sideA), text(columns.sideB), country, governmentOf),
          figures: figuresOf(cells, columns),
          sourceCount,
          origin: { dataset: context.dataset, externalId: within(id, 200), sourceType: within(typeText, 300) },
        },
        { sources, extra },
      ),
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

/** A row for everybody killed, and one for each group that the file counts. A column that is absent makes no zero. */
function figuresOf(cells: Record<string, string>, columns: Columns): Figure[] {
  const low = countOf(cells, columns.low);
  const best = countOf(cells, columns.best);
  const high = countOf(cells, columns.high);
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
