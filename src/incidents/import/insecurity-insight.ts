/**
 * Insecurity Insight's incidents in camps and settlements. It counts people of the camp and those who serve them, all
 * presumed civilian; who else was harmed it does not say, so there is no row for everybody.
 */
import { type FileRow, parseDate } from '../../platform/files/index.ts';
import type { EventType, HarmKind, TimePrecision } from '../../vocabulary/codes.ts';
import { placePrecisionFromUcdp } from '../../vocabulary/index.ts';
import type { Core, Figure, Party } from '../contract.ts';
import {
  CellRefused,
  columnFinder,
  countOf,
  dayOf,
  entry,
  isPlainDay,
  only,
  orNull,
  orRefused,
  quoted,
  remembered,
  textOf,
  within,
} from './cells.ts';
import { draftOf, extraOf, numberedCode, numberedFrom, placeOf } from './draft.ts';
import { keyFromId } from './identity.ts';
import { CONTEXTS, meansOf, PERPETRATORS, saysNothing } from './insecurity-insight-words.ts';
import { readPoint } from './point.ts';
import { type Adapted, type Adapter, type ImportContext, PUBLIC_LEVELS } from './types.ts';

/** `(2) 25 km Precision`: the figure is UCDP's. */
const PLACES = numberedFrom(7, placePrecisionFromUcdp);

/** Each harm is the sum of two columns: residents, and people who serve them. */
const HARMS: readonly [HarmKind, string, string][] = [
  ['killed', 'camp resident killed', 'service provider killed'],
  ['injured', 'camp resident injured', 'service provider injured'],
  ['abducted', 'camp residents kidnapped', 'service provider kidnapped'],
  ['arrested', 'camp residents arrested', 'service provider arrested'],
  ['sexual_violence', 'camp residents targeted with crsv', 'service provider targeted with crsv'],
];

function columnsOf(headers: readonly string[]) {
  const find = columnFinder(headers);
  return {
    id: find('sind id', 'sind event id'),
    date: find('date'),
    description: find('event description'),
    country: find('country'),
    iso: find('country iso'),
    adm1: find('admin 1'),
    latitude: find('latitude'),
    longitude: find('longitude'),
  };
}

export function insecurityInsightAdapter(context: ImportContext): Adapter {
  const find = columnFinder(context.headers);
  const columns = columnsOf(context.headers);
  const coded = {
    precision: find('geo precision'),
    camp: find('camp name'),
    perpetrator: find('reported perpetrator'),
    perpetratorName: find('reported perpetrator name'),
    weapon: find('weapon carried/used'),
    type: find('protection event context'),
    victim: find('victim of violence'),
    destroyed: find('number of attacks on camps reporting destruction'),
    damaged: find('number of attacks on camps reporting damaged'),
  };
  const harms = HARMS.map(([harm, residents, staff]) => [harm, find(residents), find(staff)] as const);
  const held = new Set(Object.values(columns));
  const others = context.headers.filter((header) => !held.has(header));
  const iso3 = remembered(context.iso3FromName);

  function adapt({ cells }: FileRow): Adapted {
    const warnings: string[] = [];
    const text = (header: string | undefined) => textOf(cells, header);
    const id = text(columns.id);
    if (id === '') throw new CellRefused(`${columns.id}: the row has no id.`);
    const day = dayOf(cells, columns.date);
    if (!day) throw new CellRefused(`${columns.date}: the row has no date.`);
    const sourceType = text(coded.type);
    const type = entry(CONTEXTS, sourceType.toLowerCase()) ?? schoolOrHealth(sourceType, text(columns.description));
    if (!type && sourceType !== '') {
      warnings.push(`${quoted(sourceType)} has no type of its own here; recorded as another event.`);
    }
    const description = cells[columns.description ?? ''] ?? '';
    const isoText = text(columns.iso);
    const countryName = text(columns.country);
    const camp = text(coded.camp);
    const { extra, keep } = extraOf(cells, others);
    if (!isPlainDay(text(columns.date), day)) keep(columns.date);
    const country = iso3(isoText) ?? iso3(countryName);
    if (country !== isoText) keep(columns.iso);
    return {
      externalKey: keyFromId(id),
      warnings,
      input: draftOf(
        context,
        PUBLIC_LEVELS,
        {
          kind: 'incident',
          type: type ?? 'other_event',
          when: { from: day, to: day, at: null, precision: precisionOf(description) },
          where: placeOf({
            point: readPoint(text(columns.latitude), text(columns.longitude)),
            precision: numberedCode(
              PLACES,
              /^\((\d)\)/.exec(text(coded.precision))?.[1] ?? text(coded.precision),
              'unknown',
              'Geo Precision',
              warnings,
            ),
            name: saysNothing(camp) ? null : within(camp, 500),
            country,
            countryName: orNull(within(countryName, 200)),
            adm1: orNull(within(text(columns.adm1), 200)),
          }),
          parties: partiesOf(text(coded.perpetrator), text(coded.perpetratorName), text(coded.victim)),
          figures: figuresOf(cells, harms),
          means: meansOf(text(coded.weapon)),
          damage: damageOf(countOf(cells, coded.destroyed), countOf(cells, coded.damaged)),
          origin: {
            dataset: context.dataset,
            externalId: within(id, 200),
            sourceType: orNull(within(sourceType, 300)),
          },
        },
        { narrative: orNull(description), narrativeLanguage: description.trim() === '' ? null : 'en', extra },
      ),
    };
  }
  return { notes: [], adapt: (row) => orRefused(() => adapt(row)) };
}

/**
 * The description opens with the date as it is known: `26 February 2024:`, `February 2024:`, `Between 08 and 09 …`;
 * the column of dates has a day in every case.
 */
function precisionOf(description: string): TimePrecision {
  const opening = /^[\s,]*([^:]{4,60}):/.exec(description)?.[1] ?? '';
  if (/^between\b/i.test(opening)) return 'days_2_6';
  const read = parseDate(opening);
  return read.kind === 'value' && read.value.precision === 'month' ? 'month' : 'day';
}

/** One context stands for both; the description says which, where it names only one of them. */
function schoolOrHealth(context: string, description: string): EventType | undefined {
  if (context.toLowerCase() !== 'education/health affected') return undefined;
  const health = /hospital|clinic|health|ambulance|medic|maternity|doctor|nurse/i.test(description);
  const school = /school|universit|teacher|classroom|kindergarten|educat/i.test(description);
  if (health === school) return undefined;
  return health ? 'attack_on_health' : 'attack_on_school';
}

function partiesOf(kind: string, names: string, victims: string): Party[] {
  const type = entry(PERPETRATORS, kind.toLowerCase()) ?? 'unidentified';
  // "Unidentified, no further information available" is one name.
  const listed = names.startsWith('Unidentified') ? ['Unidentified'] : names.split(/\s*,\s*/);
  const known = listed.filter((name) => !saysNothing(name));
  const perpetrators = known.length > 0 ? known : saysNothing(kind) ? [] : [kind];
  const targets = new Set(victims.split(',').map((victim) => victim.trim()));
  return [
    ...[...new Set(perpetrators)].slice(0, 20).map((name) => ({
      name: within(name, 500),
      // Several names under one kind: the kind is said of all of them together.
      type: /^(unidentified|armed (men|individual|group)|gunmen)/i.test(name) ? ('unidentified' as const) : type,
      role: 'alleged_perpetrator' as const,
    })),
    ...[...targets]
      .filter((name) => name !== '' && !/^(no direct victim|unspecified)/i.test(name))
      .slice(0, 10)
      .map((name) => ({
        name: within(name, 500),
        type: /militant/i.test(name) ? ('unidentified' as const) : ('civilians' as const),
        role: 'target' as const,
      })),
  ];
}

function figuresOf(
  cells: Record<string, string>,
  harms: readonly (readonly [HarmKind, string | undefined, string | undefined])[],
): Figure[] {
  const figures: Figure[] = [];
  for (const [harm, residents, staff] of harms) {
    const counts = [countOf(cells, residents), countOf(cells, staff)].filter((count) => count !== null);
    if (counts.length === 0) continue;
    const best = counts.reduce((sum, count) => sum + count, 0);
    figures.push({ harm, group: 'civilians', total: only(best), bySexAge: {} });
  }
  return figures;
}

/** The columns count attacks, not objects: they stay in `extra`, and the record says what was hit. */
function damageOf(destroyed: number | null, damaged: number | null): Core['damage'] {
  const damage = (extent: 'destroyed' | 'damaged') =>
    ({ object: 'camp_settlement', extent, count: null, peopleAffected: null, note: null }) as const;
  return [...(destroyed ? [damage('destroyed')] : []), ...(damaged ? [damage('damaged')] : [])];
}
