/** Where: the map, where it got worse and better, and the table of areas. */
import type { Stream, Sum } from '../../incidents/index.ts';
import type { Block, Part, SymbolName } from '../contract.ts';
import { type Desk, heading, paragraph } from './desk.ts';
import type { Facts, PeriodFacts } from './facts.ts';
import { deathsCase, inStream, sumOf } from './numbers.ts';
import type { Range } from './period.ts';
import { textOf } from './say.ts';
import { differs, shownStreams, silentAreas } from './situation.ts';
import { streamName } from './telling.ts';

/** Told apart by shape, so that they are in black and white too. Outside sets share the last ones. */
const OUTSIDE: readonly SymbolName[] = ['diamond', 'square', 'triangle'];
function symbolOf(stream: Stream, outside: readonly Stream[]): SymbolName {
  if (stream === 'own_confirmed') return 'disc';
  if (stream === 'own_unconfirmed') return 'ring';
  return OUTSIDE[Math.min(outside.indexOf(stream), OUTSIDE.length - 1)] ?? 'triangle';
}

const LABELS = 10;

/** The ground with what lies on it. @param spots gravest first */
export function mapBlock(
  { facts, speech, counter, areas, template }: Desk,
  days: string,
  spots: {
    stream: Stream;
    lon: number;
    lat: number;
    vague: boolean;
    place: string | null;
    ids: string[];
    killed: number;
  }[],
  silent: ReadonlySet<string>,
): Block {
  const streams = [...new Set(spots.map((s) => s.stream))].sort();
  const outside = streams.filter((s) => s !== 'own_confirmed' && s !== 'own_unconfirmed');
  const named = new Set<string>();
  const features = spots.map((spot) => {
    const label = spot.place && named.size < LABELS && !named.has(spot.place) ? spot.place : null;
    if (label) named.add(label);
    return {
      ...{ point: [spot.lon, spot.lat] as [number, number], symbol: symbolOf(spot.stream, outside), vague: spot.vague },
      label: label && label.length <= 28 ? label : null,
      killed: counter.count(spot.killed, 'killed', counter.these(spot.ids)),
    };
  });
  const [most] = [...spots].map((s) => s.killed).sort((a, b) => b - a);
  return {
    ...{ type: 'map', id: 'map' },
    frame: facts.ground.frame,
    areas: facts.ground.areas.map(({ code, rings }) => ({
      ...{ code, name: areas.name(code) ?? code, silent: silent.has(code) },
      rings: rings.map((ring) => ring.map((p) => [p[0] ?? 0, p[1] ?? 0])),
    })),
    features,
    legend: {
      title: speech.word('map.title', { days }),
      symbols: streams.map((stream) => ({ symbol: symbolOf(stream, outside), text: streamName(speech, stream) })),
      ...(spots.length > 0 ? { size: speech.word('map.sizes') } : {}),
      sizes: sizes(most ?? 0),
      vague: spots.some((s) => s.vague) ? speech.word('map.vague') : '',
      silent: silent.size > 0 ? speech.word('map.silent', { weeks: template.silentWeeks }) : null,
    },
    disclaimer: facts.ground.disclaimer[speech.language],
    description: speech.word('map.text', { n: features.length }),
  };
}

/** Round numbers for the legend, up to the greatest on the map. */
const sizes = (most: number): number[] => [0, 1, 5, 20, 50].filter((n, i) => i < 2 || n <= most);

export function mapSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech } = desk;
  const silent = new Set(silentAreas(facts).map((s) => s.code));
  const days = speech.days(facts.period.from, facts.period.to);
  return [heading(desk, 'map'), mapBlock(desk, days, facts.spots, silent)];
}

/** At most this many areas of each direction and stream are named. */
const NAMED = 5;

interface Change {
  stream: Stream;
  area: string;
  by: [number, number, number];
}

/** Civilians decide; where they tell nothing, all killed; then the number of incidents. One or more is a difference. */
function changesOf(facts: PeriodFacts, stream: Stream): { worse: Change[]; better: Change[] } {
  const { period, average } = facts.byArea;
  const keys = new Set([...period, ...average].filter((s) => s.stream === stream && s.key !== '').map((s) => s.key));
  const changes = [...keys].map((key): Change => {
    const [now, then] = [sumOf(period, stream, key), sumOf(average, stream, key)];
    const by = (measure: 'killedCivilians' | 'killed' | 'incidents') =>
      differs(now[measure], then[measure], facts.average.per);
    return { stream, area: key, by: [by('killedCivilians'), by('killed'), by('incidents')] };
  });
  const deciding = ({ by }: Change) => by.find((d) => Math.abs(d) >= 1) ?? 0;
  const sorted = changes.sort(
    (a, b) => b.by[0] - a.by[0] || b.by[1] - a.by[1] || b.by[2] - a.by[2] || (a.area < b.area ? -1 : 1),
  );
  return {
    worse: sorted.filter((c) => deciding(c) > 0).slice(0, NAMED),
    better: sorted
      .filter((c) => deciding(c) < 0)
      .reverse()
      .slice(0, NAMED),
  };
}

export function changesSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech, template } = desk;
  // Where nobody reported, nothing can be said to have eased.
  if (facts.anyRecords.length === 0) return [];
  const streams = shownStreams(facts);
  const all = streams.map((stream) => changesOf(facts, stream));
  const [worse, better] = [all.flatMap((c) => c.worse), all.flatMap((c) => c.better)];
  const n = facts.kind === 'weekly' ? template.averageWeeks : facts.average.per;
  if (worse.length + better.length === 0)
    return [heading(desk, 'changes'), paragraph('changes.none', speech.say('change.none', { n }))];
  const many = streams.length > 1;
  const told = (kind: 'worse' | 'better', list: readonly Change[]) =>
    list.length === 0 ? [] : [heading(desk, kind), ...list.map((change) => item(desk, kind, change, many))];
  return [...told('worse', worse), ...told('better', better)];
}

function item(
  { facts, speech, counter, areas }: Desk<PeriodFacts>,
  kind: string,
  change: Change,
  many: boolean,
): Block {
  const { stream, area: code } = change;
  const [now, then] = [sumOf(facts.byArea.period, stream, code), sumOf(facts.byArea.average, stream, code)];
  const here = { ...inStream(stream), adm1: code };
  const { range, per } = facts.average;
  const averages = {
    avgIncidents: counter.average(then.incidents, per, 'incidents', counter.counted(range, here)),
    avgCiv: counter.average(then.killedCivilians, per, 'killedCivilians', counter.counted(range, here)),
    avgKilled: counter.average(then.killed, per, 'killed', counter.counted(range, here)),
  };
  const silent = silentAreas(facts).some((s) => s.code === code) ? 'yes' : 'no';
  const words = {
    unit: facts.kind,
    area: areas.name(code) ?? code,
    prefix: many ? `${streamName(speech, stream)} – ` : '',
  };
  const at = counter.counted(facts.period, here);
  const parts: Part[] =
    now.incidents === 0
      ? speech.say('change.calm', { ...words, ...averages, silent })
      : speech.say('change.now', {
          ...{ ...words, avgCiv: averages.avgCiv, avgKilled: averages.avgKilled },
          case: deathsCase(now.killedCivilians, now.killed, now.deathsNotStated === now.incidents),
          civ: counter.count(now.killedCivilians, 'killedCivilians', at),
          killed: counter.count(now.killed, 'killed', at),
          incidents: counter.count(now.incidents, 'incidents', at),
        });
  return paragraph(`changes.${kind}.${stream}.${code}`, parts, 'item');
}

export function areasSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech, counter, areas } = desk;
  const rows = shownStreams(facts).flatMap((stream) => {
    const sums = facts.byArea.period.filter((s) => s.stream === stream).sort(gravest);
    if (sums.length === 0) return [];
    return [
      { style: 'group' as const, cells: [streamName(speech, stream)] },
      ...sums.map((sum) => {
        const here = { ...inStream(stream), ...(sum.key === '' ? { unplaced: true } : { adm1: sum.key }) };
        const at = (range: Range) => counter.counted(range, here);
        const then = sumOf(facts.byArea.average, stream, sum.key);
        return {
          style: 'row' as const,
          cells: [
            sum.key === '' ? speech.word('area.none') : (areas.name(sum.key) ?? sum.key),
            counter.count(sum.incidents, 'incidents', at(facts.period)),
            counter.count(sum.killedCivilians, 'killedCivilians', at(facts.period)),
            counter.count(sum.killed, 'killed', at(facts.period)),
            counter.average(then.killed, facts.average.per, 'killed', at(facts.average.range)),
          ],
        };
      }),
    ];
  });
  if (rows.length === 0) return [];
  const label = (key: 'incidents' | 'killedCivilians' | 'killed') => ({
    label: speech.word(`measure.${key}`),
    number: true,
  });
  return [
    heading(desk, 'areas'),
    {
      ...{ type: 'table', id: 'areas.table', rows },
      columns: [
        { label: speech.word('column.area'), number: false },
        ...[label('incidents'), label('killedCivilians'), label('killed')],
        { label: speech.word('column.average'), number: true },
      ],
    },
  ];
}

export const gravest = (a: Sum, b: Sum): number =>
  b.killedCivilians - a.killedCivilians || b.killed - a.killed || b.incidents - a.incidents || (a.key < b.key ? -1 : 1);

export const areaNames = ({ speech, areas }: Desk<Facts>, codes: readonly string[]): string =>
  textOf([
    speech.list(codes.map((code) => areas.name(code) ?? code).sort((a, b) => a.localeCompare(b, speech.language))),
  ]);
