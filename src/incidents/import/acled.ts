/**
 * ACLED, by its documented columns; older releases lack some. Its rows are later changed and withdrawn: the key is the
 * event's id, so a changed row finds its record. A date is ACLED's own, with ACLED's precision beside it: no range is
 * made up around it. Fatalities are never split: which of the dead were civilians the data set does not say.
 */
import { parseDate } from '../../platform/files/dates.ts';
import { foldName } from '../../places/index.ts';
import type { FileRow } from '../../platform/files/types.ts';
import type { PlacePrecision, TimePrecision } from '../../vocabulary/codes.ts';
import type { Source } from '../contract.ts';
import { acledParties } from './acled-parties.ts';
import { acledType } from './acled-types.ts';
import { CellRefused, columnFinder, countOf, only, orNull, orRefused, remembered, textOf, within } from './cells.ts';
import { keyFromId } from './identity.ts';
import { readPoint } from './point.ts';
import { type Adapted, type Adapter, type ImportContext, INTERNAL_LEVELS } from './types.ts';

const TIMES: readonly TimePrecision[] = ['day', 'week', 'month'];
const PLACES: readonly PlacePrecision[] = ['exact', 'near', 'adm1'];

function columnsOf(headers: readonly string[]) {
  const find = columnFinder(headers);
  return {
    id: find('event_id_cnty', 'data_id', 'event_id_no_cnty'),
    date: find('event_date'),
    year: find('year'),
    timePrecision: find('time_precision'),
    eventType: find('event_type'),
    subEventType: find('sub_event_type'),
    actor1: find('actor1'),
    inter1: find('inter1'),
    actor2: find('actor2'),
    inter2: find('inter2'),
    country: find('country'),
    adm1: find('admin1'),
    adm2: find('admin2'),
    place: find('location'),
    latitude: find('latitude'),
    longitude: find('longitude'),
    placePrecision: find('geo_precision'),
    source: find('source'),
    notes: find('notes'),
    fatalities: find('fatalities'),
  };
}

export function acledAdapter(context: ImportContext): Adapter {
  const columns = columnsOf(context.headers);
  const find = columnFinder(context.headers);
  const kept = {
    associates1: find('assoc_actor_1', 'ally_actor_1'),
    associates2: find('assoc_actor_2', 'ally_actor_2'),
    targeting: find('civilian_targeting'),
    tags: find('tags'),
  };
  const held = new Set(Object.values(columns));
  const others = context.headers.filter((header) => !held.has(header));
  const iso3 = remembered(context.iso3FromName);
  const day = remembered((text: string) => parseDate(text));
  const levels = context.levels ?? INTERNAL_LEVELS;

  function adapt({ cells }: FileRow): Adapted {
    const text = (header: string | undefined) => textOf(cells, header);
    const id = text(columns.id);
    if (id === '') throw new CellRefused(`${columns.id}: the row has no id.`);
    const date = day(text(columns.date));
    if (date.kind !== 'value') {
      throw new CellRefused(`${columns.date}: ${date.kind === 'empty' ? 'the row has no date.' : date.reason}`);
    }
    const { kind, type, exact } = acledType(text(columns.eventType), text(columns.subEventType));
    const sourceType = [text(columns.eventType), text(columns.subEventType)].filter(Boolean).join(': ');
    const targeting = /^violence against civilians/i.test(text(columns.eventType)) || text(kept.targeting) !== '';
    const { parties, warnings } = acledParties(
      [
        { actor: text(columns.actor1), associates: text(kept.associates1), inter: text(columns.inter1) },
        { actor: text(columns.actor2), associates: text(kept.associates2), inter: text(columns.inter2) },
      ],
      kind === 'incident' ? (type as Parameters<typeof acledParties>[1]) : 'other_event',
      targeting,
    );
    if (!exact) warnings.push(`“${within(sourceType, 100)}” is not a type that we know of ACLED; recorded as ${type}.`);
    const countryName = text(columns.country);
    const fatalities = countOf(cells, columns.fatalities);
    const sources = sourcesOf(text(columns.source));
    const tags = text(kept.tags).split(';').map((tag) => tag.trim()).filter((tag) => tag !== '' && tag.length <= 60);
    const extra: Record<string, string> = {};
    const keep = (header: string | undefined) => {
      const verbatim = header === undefined ? undefined : cells[header];
      if (header !== undefined && verbatim) extra[header] = verbatim;
    };
    for (const header of others) keep(header);
    // A party's type does not tell which of ACLED's kinds it was: two of them are crowds.
    keep(columns.inter1);
    keep(columns.inter2);
    if (text(columns.date) !== date.value.from) keep(columns.date);
    if (text(columns.year) !== date.value.from.slice(0, 4)) keep(columns.year);
    if (sources.map((source) => source.name).join('; ') !== cells[columns.source ?? '']) keep(columns.source);
    return {
      externalKey: keyFromId(id),
      warnings,
      input: {
        core: {
          kind,
          type,
          title: null,
          when: {
            from: date.value.from,
            to: date.value.to,
            at: null,
            precision: coded(TIMES, text(columns.timePrecision), 'day', 'time_precision', warnings),
          },
          where: {
            point: readPoint(text(columns.latitude), text(columns.longitude)),
            precision: coded(PLACES, text(columns.placePrecision), 'unknown', 'geo_precision', warnings),
            name: orNull(within(text(columns.place), 500)),
            description: null,
            country: countryName === '' ? null : iso3(countryName),
            countryName: orNull(within(countryName, 200)),
            adm1: orNull(within(text(columns.adm1), 200)),
            adm2: orNull(within(text(columns.adm2), 200)),
            adm1Code: null,
            adm2Code: null,
          },
          parties,
          hypotheses: [],
          figures: fatalities === null ? [] : [{ harm: 'killed', group: 'all', total: only(fatalities), bySexAge: {} }],
          means: [],
          damage: [],
          tags: tags.slice(0, 30),
          links: [],
          sourceCount: sources.length,
          independentSources: new Set(sources.map((source) => source.originKey)).size,
          origin: { dataset: context.dataset, externalId: within(id, 200), sourceType: orNull(within(sourceType, 300)) },
          operational: 'unconfirmed',
          humanRights: 'not_examined',
        },
        account: {
          narrative: orNull(cells[columns.notes ?? ''] ?? ''),
          narrativeLanguage: text(columns.notes) === '' ? null : 'en',
          sources,
          evidence: [],
          notes: null,
          extra,
        },
        protected: null,
        levels,
        compartments: [...(context.compartments ?? [])],
      },
    };
  }
  return { notes: [], adapt: (row) => orRefused(() => adapt(row)) };
}

/** `Source A; Source B`. */
function sourcesOf(text: string): Source[] {
  const names = text.split(';').map((name) => name.trim()).filter(Boolean);
  return names.slice(0, 500).map((name, index) => ({
    id: `s${index + 1}`,
    kind: 'media',
    name: within(name, 500),
    title: null,
    date: null,
    reference: null,
    sourceGrade: null,
    informationGrade: null,
    originKey: (foldName(name) || name).slice(0, 200),
    civilianStatus: 'not_stated',
    supports: [],
  }));
}

function coded<T extends string>(codes: readonly T[], text: string, otherwise: T, column: string, warnings: string[]): T {
  const code = codes[Number(text) - 1];
  if (code !== undefined) return code;
  if (text !== '') warnings.push(`${column}: “${within(text, 60)}” is no code of ACLED; recorded as ${otherwise}.`);
  return otherwise;
}
