/** Who: incidents of note, actors, victims. */

import type { Told } from '../../incidents/index.ts';
import { foldName } from '../../places/index.ts';
import { SEX_AGE } from '../../vocabulary/codes.ts';
import { label } from '../../vocabulary/index.ts';
import type { Block, Quantity } from '../contract.ts';
import { type Desk, heading, note, paragraph } from './desk.ts';
import type { Facts, PeriodFacts } from './facts.ts';
import { inStream, sumOf } from './numbers.ts';
import { gravest } from './places.ts';
import { shownStreams } from './situation.ts';
import { standing, streamName, what, when, where } from './telling.ts';

const tellIncidents = ({ speech, counter, areas }: Desk<Facts>, id: string, list: readonly Told[]): Block => ({
  ...{ type: 'incidents', id },
  items: list.map((told) => ({
    id: told.id,
    when: when(speech, told.core),
    where: where(speech, told.core, areas),
    what: what(speech, counter, told),
    standing: standing(speech, told),
    filter: counter.these([told.id]),
  })),
});

export function notableSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech, counter } = desk;
  const blocks: Block[] = [];
  if (facts.notable.length > 0) {
    blocks.push(heading(desk, 'notable'), tellIncidents(desk, 'notable.list', facts.notable));
    for (const stream of shownStreams(facts)) {
      const all = sumOf(facts.sums.period, stream).incidents;
      const shown = facts.notable.filter((t) => t.stream === stream).length;
      if (shown >= all) continue;
      const n = counter.count(all, 'incidents', counter.counted(facts.period, inStream(stream)));
      const name = streamName(speech, stream);
      blocks.push(note(`notable.rest.${stream}`, speech.say('notable.rest-of', { n, shown, stream: name })));
    }
  }
  if (facts.kind === 'daily')
    blocks.push(
      heading(desk, 'morning'),
      facts.morning.length > 0
        ? tellIncidents(desk, 'morning.list', facts.morning)
        : paragraph('morning.none', speech.say('morning.none', { time: desk.template.dailyAt })),
    );
  return blocks;
}

/** At most this many rows of each stream. */
const ACTORS = 10;

export function actorsSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech, counter, areas } = desk;
  if (facts.sums.period.length === 0) return [];
  const shownAs = displayNames(facts);
  const rows = shownStreams(facts).flatMap((stream) => {
    const sums = facts.byActor.filter((s) => s.stream === stream && shownAs.has(s.key)).sort(gravest);
    if (sums.length === 0) return [];
    return [
      { style: 'group' as const, cells: [streamName(speech, stream)] },
      ...sums.slice(0, ACTORS).map((sum) => {
        const { name = sum.key, type = 'unidentified' } = shownAs.get(sum.key) ?? {};
        const at = counter.counted(facts.period, { ...inStream(stream), party: name });
        return {
          style: 'row' as const,
          cells: [
            name === type ? label('actor-types', type, speech.language) : name,
            label('actor-types', type, speech.language),
            counter.count(sum.incidents, 'incidents', at),
            counter.count(sum.killedCivilians, 'killedCivilians', at),
            counter.count(sum.killed, 'killed', at),
          ],
        };
      }),
    ];
  });
  if (rows.length === 0) return [heading(desk, 'actors'), paragraph('actors.none', speech.say('actors.none'))];
  const number = (key: 'incidents' | 'killedCivilians' | 'killed') => ({
    ...{ label: speech.word(`measure.${key}`), number: true },
  });
  return [
    heading(desk, 'actors'),
    ...facts.newcomers.map(({ name, last, first }) => {
      const words = { name, when: when(speech, first.core), where: where(speech, first.core, areas) };
      const parts =
        last === null
          ? speech.say('actors.new', words)
          : speech.say('actors.back', { ...words, last: speech.days(last) });
      return paragraph(`actors.new.${foldName(name)}`.slice(0, 80), parts, 'item');
    }),
    {
      ...{ type: 'table', id: 'actors.table', rows },
      columns: [
        { label: speech.word('column.actor'), number: false },
        { label: '', number: false },
        ...[number('incidents'), number('killedCivilians'), number('killed')],
      ],
    },
    note('actors.rule', speech.say('actors.rule')),
  ];
}

/** One spelling for each name, the most frequent one. */
function displayNames({ actors }: PeriodFacts): Map<string, { name: string; type: string }> {
  const names = new Map<string, { name: string; type: string }>();
  for (const { name, type } of actors) if (!names.has(foldName(name))) names.set(foldName(name), { name, type });
  return names;
}

const KNOWN = SEX_AGE.filter((s) => s !== 'unknown');

export function victimsSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech, counter } = desk;
  if (facts.sums.period.length === 0) return [];
  const measures = [
    { measure: 'killedCivilians', group: 'civilians', harm: 'killed' },
    { measure: 'killed', group: 'all', harm: 'killed' },
    { measure: 'injured', group: 'all', harm: 'injured' },
    { measure: 'abducted', group: 'all', harm: 'abducted' },
  ] as const;
  const streams = shownStreams(facts).filter((stream) =>
    measures.some((m) => sumOf(facts.sums.period, stream)[m.measure] > 0),
  );
  if (streams.length === 0) return [heading(desk, 'victims'), paragraph('victims.none', speech.say('victims.none'))];
  if (facts.victims.every((v) => v.best === 0))
    return [heading(desk, 'victims'), paragraph('victims.unstated', speech.say('victims.unstated'))];
  const rows = streams.flatMap((stream) => {
    const total = sumOf(facts.sums.period, stream);
    const at = counter.counted(facts.period, inStream(stream));
    return [
      { style: 'group' as const, cells: [streamName(speech, stream)] },
      ...measures
        .filter((m) => total[m.measure] > 0)
        .map(({ measure, group, harm }) => {
          const parts = KNOWN.map((sexAge) => {
            const found = facts.victims.find(
              (v) => v.stream === stream && v.group === group && v.harm === harm && v.sexAge === sexAge,
            );
            return { sexAge, best: found?.best ?? 0 };
          });
          const stated = parts.reduce((n, p) => n + p.best, 0);
          const cell = (value: number, part: string): Quantity => counter.count(value, `${measure}.${part}`, at);
          return {
            style: 'row' as const,
            cells: [
              speech.word(`measure.${measure}`),
              // Where nobody tells sex and age, a nought would be a claim.
              ...parts.map((p) => (stated === 0 ? null : cell(p.best, p.sexAge))),
              cell(Math.max(0, total[measure] - stated), 'unknown'),
              counter.count(total[measure], measure, at),
            ],
          };
        }),
    ];
  });
  const columns = [...KNOWN, 'unknown', 'total'] as const;
  return [
    heading(desk, 'victims'),
    {
      ...{ type: 'table', id: 'victims.table', rows },
      columns: [
        { label: '', number: false },
        ...columns.map((c) => ({ label: speech.word(`column.${c}`), number: true })),
      ],
    },
  ];
}
