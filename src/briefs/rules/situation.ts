/** The situation in numbers: each stream on its own, against the time before, the average and the same weeks of earlier years. */
import type { Stream } from '../../incidents/index.ts';
import type { Block, Part, Quantity } from '../contract.ts';
import { type Desk, heading, paragraph } from './desk.ts';
import type { PeriodFacts } from './facts.ts';
import { averageOf, deathsCase, inStream, type Measure, streamsOf, sumOf } from './numbers.ts';
import type { Range } from './period.ts';
import { streamName, subject } from './telling.ts';

const MEASURES: readonly Measure[] = ['incidents', 'killedCivilians', 'killed'];
/** Told where there are any. */
const MORE: readonly Measure[] = ['injured', 'abducted', 'displaced'];

export const holdsOwn = ({ held }: PeriodFacts): boolean => held.some((h) => h.dataset === 'own');

export function shownStreams(facts: PeriodFacts): Stream[] {
  const { period, last, average } = facts.sums;
  return streamsOf(holdsOwn(facts), period, last, average);
}

export function situationSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts } = desk;
  const streams = shownStreams(facts);
  const told = facts.sums.period.reduce((n, s) => n + s.incidents, 0);
  return [
    heading(desk, 'situation'),
    ...figures(desk, streams),
    ...(told === 0 ? quiet(desk) : []),
    ...streams.filter((s) => told > 0 || sumOf(facts.sums.last, s).incidents > 0).map((stream) => lead(desk, stream)),
  ];
}

/** The same numbers beside other times; a section of its own, so that the map can stand below the figures. */
export function numbersSection(desk: Desk<PeriodFacts>): Block[] {
  const streams = shownStreams(desk.facts);
  return streams.length > 0 ? [heading(desk, 'numbers'), table(desk, streams)] : [];
}

/** Number, the time before, the average, for a stream that has something to tell. */
function figures({ facts, speech, counter }: Desk<PeriodFacts>, streams: readonly Stream[]): Block[] {
  return streams
    .filter((stream) => sumOf(facts.sums.period, stream).incidents > 0)
    .map((stream) => ({
      ...{ type: 'figures', id: `figures.${stream}`, title: streamName(speech, stream) },
      items: MEASURES.map((measure) => {
        const at = (range: Range) => counter.counted(range, inStream(stream));
        const last = counter.count(sumOf(facts.sums.last, stream)[measure], measure, at(facts.last));
        const { range, per } = facts.average;
        const average = counter.average(sumOf(facts.sums.average, stream)[measure], per, measure, at(range));
        return {
          label: `${speech.word(`measure.${measure}`)}`,
          number: counter.count(sumOf(facts.sums.period, stream)[measure], measure, at(facts.period)),
          beside: [speech.word('figures.before'), last, speech.word('figures.average'), average],
        };
      }),
    }));
}

/** Nothing is on record: the paper says why that need not be calm. */
function quiet({ facts, speech, counter, template }: Desk<PeriodFacts>): Block[] {
  const parts: Part[] = [...speech.say('quiet', { unit: facts.kind })];
  const others = facts.others.reduce((n, s) => n + s.incidents, 0);
  const any = facts.anyRecords.reduce((n, s) => n + s.incidents, 0);
  if (any === 0) parts.push(' ', speech.word('quiet.nobody'));
  else if (others > 0) {
    const filter = { from: facts.period.from, to: facts.period.to, asOf: String(facts.asOf.seq) };
    const n = counter.count(others, 'incidents', { ...filter, kinds: ['observation', 'activity'] });
    parts.push(' ', ...speech.say('quiet.others', { n }));
  }
  const silent = silentAreas(facts).length;
  if (silent > 0 && any > 0)
    parts.push(
      ' ',
      speech.word('quiet.silent', { n: silent, all: facts.ground.areas.length, weeks: template.silentWeeks }),
    );
  return [paragraph('situation.quiet', parts, 'lead')];
}

function lead({ facts, speech, counter, template }: Desk<PeriodFacts>, stream: Stream): Block {
  const now = sumOf(facts.sums.period, stream);
  const last = sumOf(facts.sums.last, stream);
  const average = sumOf(facts.sums.average, stream);
  const at = (range: Range) => counter.counted(range, inStream(stream));
  const days = speech.days(facts.period.from);
  const parts: Part[] = speech.say('lead.count', {
    ...subject(stream),
    ...{ kind: facts.kind, days, incidents: counter.count(now.incidents, 'incidents', at(facts.period)) },
  });
  if (now.incidents > 0)
    parts.push(
      ' ',
      ...speech.say('deaths', {
        case: deathsCase(now.killedCivilians, now.killed, now.deathsNotStated === now.incidents),
        civ: counter.count(now.killedCivilians, 'killedCivilians', at(facts.period)),
        killed: counter.count(now.killed, 'killed', at(facts.period)),
      }),
    );
  for (const measure of MORE)
    if (now[measure] > 0)
      parts.push(
        ' ',
        ...speech.say(`incident.${measure as 'injured'}`, {
          n: counter.count(now[measure], measure, at(facts.period)),
        }),
      );
  const { range, per } = facts.average;
  parts.push(
    ' ',
    ...speech.say('lead.before', {
      ...{ unit: facts.kind, n: facts.kind === 'weekly' ? template.averageWeeks : per },
      lastIncidents: counter.count(last.incidents, 'incidents', at(facts.last)),
      lastKilled: counter.count(last.killed, 'killed', at(facts.last)),
      avgIncidents: counter.average(average.incidents, per, 'incidents', at(range)),
      avgKilled: counter.average(average.killed, per, 'killed', at(range)),
    }),
  );
  return paragraph(`situation.${stream}`, parts, 'lead');
}

function table({ facts, speech, counter, template }: Desk<PeriodFacts>, streams: readonly Stream[]): Block {
  const { kind, week } = facts;
  const n = kind === 'weekly' ? template.averageWeeks : facts.average.per;
  const row = (stream: Stream, measure: Measure): (string | Quantity | null)[] => {
    const at = (range: Range) => counter.counted(range, inStream(stream));
    const of = (sums: PeriodFacts['sums']['period'], range: Range) =>
      counter.count(sumOf(sums, stream)[measure], measure, at(range));
    return [
      speech.word(`measure.${measure}`),
      of(facts.sums.period, facts.period),
      of(facts.sums.last, facts.last),
      counter.average(sumOf(facts.sums.average, stream)[measure], facts.average.per, measure, at(facts.average.range)),
      ...facts.earlier.map((earlier, i) =>
        reaches(facts, stream, earlier) ? of(facts.sums.earlier[i] ?? [], earlier) : null,
      ),
    ];
  };
  const shown = (stream: Stream) => [
    ...MEASURES,
    ...MORE.filter((m) => sumOf(facts.sums.period, stream)[m] + sumOf(facts.sums.average, stream)[m] > 0),
  ];
  const number = (label: string) => ({ label, number: true });
  return {
    ...{ type: 'table', id: 'situation.table' },
    columns: [
      { label: '', number: false },
      number(
        week
          ? speech.word('column.this.weekly', { week: week.week })
          : speech.days(facts.period.from).replace(/[\s\u00a0]\d{4}$/, ''),
      ),
      number(speech.word(`column.last.${kind}`)),
      number(speech.word(`column.average.${kind}`, { n })),
      ...facts.earlier.map((e) => number(speech.word('column.earlier', { week: e.week, year: String(e.year) }))),
    ],
    rows: streams.flatMap((stream) => [
      { style: 'group' as const, cells: [streamName(speech, stream)] },
      ...shown(stream).map((measure) => ({ style: 'row' as const, cells: row(stream, measure) })),
    ]),
  };
}

/** Areas that nothing came from lately, though something did in the year before; then those that nothing came from at all. */
export function silentAreas({ ground, coverage }: PeriodFacts): { code: string; before: boolean }[] {
  if (!ground.divided) return [];
  const rows = new Map(coverage.rows.map((row) => [row.area, row]));
  return ground.areas.flatMap(({ code }) => {
    const row = rows.get(code);
    return row && row.lately > 0 ? [] : [{ code, before: (row?.before ?? 0) > 0 }];
  });
}

/** Where the records of a stream begin only later, a nought would be a claim. */
const reaches = ({ held }: PeriodFacts, stream: Stream, { to }: Range): boolean =>
  held.some((h) => h.dataset === inStream(stream).datasets?.[0] && h.firstDay <= to);

export const differs = (now: number, sum: number, per: number): number => now - averageOf(sum, per);
