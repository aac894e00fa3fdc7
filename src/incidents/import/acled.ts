/**
 * ACLED, by its documented columns; older releases lack some. Its rows are later changed and withdrawn: the key is the
 * event's id, so a changed row finds its record. A date is ACLED's own, with ACLED's precision beside it: no range is
 * made up around it. Fatalities are never split: which of the dead were civilians the data set does not say.
 */
import { foldName } from '../../places/index.ts';
import { type FileRow, parseDate } from '../../platform/files/index.ts';
import { placePrecisionFromAcled, timePrecisionFromAcled } from '../../vocabulary/index.ts';
import type { Source } from '../contract.ts';
import { acledParties } from './acled-parties.ts';
import { acledTypes } from './acled-types.ts';
import {
  CellRefused,
  columnFinder,
  countOf,
  only,
  orNull,
  orRefused,
  quoted,
  remembered,
  textOf,
  within,
} from './cells.ts';
import { draftOf, extraOf, numberedCode, numberedFrom, placeOf, sourceOf } from './draft.ts';
import { keyFromId } from './identity.ts';
import { readPoint } from './point.ts';
import { type Adapted, type Adapter, type ImportContext, INTERNAL_LEVELS } from './types.ts';

const TIMES = numberedFrom(3, timePrecisionFromAcled);
const PLACES = numberedFrom(3, placePrecisionFromAcled);

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
  const typeOf = acledTypes();
  const day = remembered((text: string) => parseDate(text));

  function adapt({ cells }: FileRow): Adapted {
    const text = (header: string | undefined) => textOf(cells, header);
    const id = text(columns.id);
    if (id === '') throw new CellRefused(`${columns.id}: the row has no id.`);
    const date = day(text(columns.date));
    if (date.kind !== 'value') {
      throw new CellRefused(`${columns.date}: ${date.kind === 'empty' ? 'the row has no date.' : date.reason}`);
    }
    const sourceType = [text(columns.eventType), text(columns.subEventType)].filter(Boolean).join(': ');
    const targeting = /^violence against civilians/i.test(text(columns.eventType)) || text(kept.targeting) !== '';
    const { kind, code: type, recognised } = typeOf(text(columns.eventType), text(columns.subEventType), targeting);
    const { parties, warnings } = acledParties(
      [
        { actor: text(columns.actor1), associates: text(kept.associates1), inter: text(columns.inter1) },
        { actor: text(columns.actor2), associates: text(kept.associates2), inter: text(columns.inter2) },
      ],
      targeting,
    );
    if (!recognised) warnings.push(`${quoted(sourceType)} is not a type that we know of ACLED; recorded as ${type}.`);
    const countryName = text(columns.country);
    const fatalities = countOf(cells, columns.fatalities);
    const sources = sourcesOf(text(columns.source));
    const tags = text(kept.tags)
      .split(';')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && tag.length <= 60);
    const { extra, keep } = extraOf(cells, others);
    // A party's type does not tell which of ACLED's kinds it was: two of them are crowds.
    keep(columns.inter1);
    keep(columns.inter2);
    if (text(columns.date) !== date.value.from) keep(columns.date);
    if (text(columns.year) !== date.value.from.slice(0, 4)) keep(columns.year);
    if (sources.map((source) => source.name).join('; ') !== cells[columns.source ?? '']) keep(columns.source);
    return {
      externalKey: keyFromId(id),
      warnings,
      input: draftOf(
        context,
        INTERNAL_LEVELS,
        {
          kind,
          type,
          when: {
            from: date.value.from,
            to: date.value.to,
            at: null,
            precision: numberedCode(TIMES, text(columns.timePrecision), 'day', 'time_precision', warnings),
          },
          where: placeOf({
            point: readPoint(text(columns.latitude), text(columns.longitude)),
            precision: numberedCode(PLACES, text(columns.placePrecision), 'unknown', 'geo_precision', warnings),
            name: orNull(within(text(columns.place), 500)),
            country: countryName === '' ? null : iso3(countryName),
            countryName: orNull(within(countryName, 200)),
            adm1: orNull(within(text(columns.adm1), 200)),
            adm2: orNull(within(text(columns.adm2), 200)),
          }),
          parties,
          figures: fatalities === null ? [] : [{ harm: 'killed', group: 'all', total: only(fatalities), bySexAge: {} }],
          tags: tags.slice(0, 30),
          origin: {
            dataset: context.dataset,
            externalId: within(id, 200),
            sourceType: orNull(within(sourceType, 300)),
          },
        },
        {
          narrative: orNull(cells[columns.notes ?? ''] ?? ''),
          narrativeLanguage: text(columns.notes) === '' ? null : 'en',
          sources,
          extra,
        },
      ),
    };
  }
  return { notes: [], adapt: (row) => orRefused(() => adapt(row)) };
}

/** `Source A; Source B`. */
function sourcesOf(text: string): Source[] {
  const names = text
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
  return names.slice(0, 500).map((name, index) => sourceOf(index, name, foldName(name) || name));
}
