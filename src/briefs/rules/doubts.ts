/** What became known later, what we do not know, what comes, and how to read it: the half that is often left out. */
import { type Correction, type Told, VAGUE_DAYS, VAGUE_PLACES } from '../../incidents/index.ts';
import { label } from '../../vocabulary/index.ts';
import type { Block, Part } from '../contract.ts';
import { type Desk, heading, note, paragraph } from './desk.ts';
import type { PeriodFacts } from './facts.ts';
import { deathsCase, inStream, streamsOf, sumOf } from './numbers.ts';
import { addDays } from './period.ts';
import { areaNames } from './places.ts';
import { holdsOwn, shownStreams, silentAreas } from './situation.ts';
import { datasetName, streamName, subject, typeName, when, where } from './telling.ts';

/** Corrections told one by one. */
const TOLD = 8;

export function laterSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech, counter } = desk;
  const { from, to } = facts.learned;
  const blocks: Block[] = [];
  for (const stream of streamsOf(false, facts.sums.late)) {
    const late = sumOf(facts.sums.late, stream);
    const filter = {
      ...{ counted: true, to: addDays(facts.period.from, -1), recordedFrom: from, recordedTo: to },
      ...{ ...inStream(stream), asOf: String(facts.asOf.seq) },
    };
    const parts: Part[] = speech.say('later.count', {
      ...subject(stream),
      incidents: counter.count(late.incidents, 'incidents', filter),
    });
    parts.push(
      ' ',
      ...speech.say('deaths', {
        case: deathsOf(late),
        civ: counter.count(late.killedCivilians, 'killedCivilians', filter),
        killed: counter.count(late.killed, 'killed', filter),
      }),
    );
    blocks.push(paragraph(`later.${stream}`, parts));
  }
  blocks.push(...facts.corrections.slice(0, TOLD).map((correction) => corrected(desk, correction)));
  const more = facts.corrections.length - TOLD;
  if (more > 0) blocks.push(note('later.more', speech.say('later.more', { n: more })));
  if (blocks.length === 0) blocks.push(paragraph('later.none', speech.say('later.none')));
  return [heading(desk, 'later'), ...blocks];
}

const deathsOf = (sum: {
  killed: number;
  killedCivilians: number;
  incidents: number;
  deathsNotStated: number;
}): string => deathsCase(sum.killedCivilians, sum.killed, sum.deathsNotStated === sum.incidents);

function corrected({ speech, areas }: Desk<PeriodFacts>, { id, before, after }: Correction): Block {
  const killed = (core: Told['core'], group: 'all' | 'civilians') =>
    core.figures.find((f) => f.harm === 'killed' && f.group === group)?.total.best ?? null;
  const figure = (n: number | null) => (n === null ? speech.word('later.unstated') : speech.number(n));
  const list = (code: string) => label('operational-statuses', code, speech.language);
  const changes: string[] = [];
  for (const [key, group] of [
    ['killedCivilians', 'civilians'],
    ['killed', 'all'],
  ] as const) {
    const [from, to] = [killed(before, group), killed(after, group)];
    const text = speech.word(`later.${key}`, { from: figure(from), to: figure(to) });
    // Where all killed are civilians it is told once.
    const told = key === 'killed' && from === killed(before, 'civilians') && to === killed(after, 'civilians');
    if (from !== to && !told) changes.push(text);
  }
  if (before.operational !== after.operational)
    changes.push(speech.word('later.status', { from: list(before.operational), to: list(after.operational) }));
  if (before.when.from !== after.when.from)
    changes.push(speech.word('later.day', { from: speech.days(before.when.from), to: speech.days(after.when.from) }));
  if (before.type !== after.type)
    changes.push(speech.word('later.type', { from: typeName(speech, before.type), to: typeName(speech, after.type) }));
  const words = {
    where: where(speech, after, areas),
    when: when(speech, after),
    changes: changes.join(speech.word('separator')),
  };
  return paragraph(`later.changed.${id}`, speech.say('later.changed', words), 'item');
}

export function unknownSection(desk: Desk<PeriodFacts>): Block[] {
  return [heading(desk, 'unknown'), ...precision(desk), ...unverified(desk), ...reporting(desk), ...reach(desk)];
}

/** Day, place and number of dead, stream by stream. */
function precision({ facts, speech, counter }: Desk<PeriodFacts>): Block[] {
  return shownStreams(facts).flatMap((stream) => {
    const sum = sumOf(facts.sums.period, stream);
    if (sum.incidents === 0) return [];
    const open = (more: object) => counter.counted(facts.period, { ...inStream(stream), ...more });
    const words = { stream: streamName(speech, stream), all: speech.number(sum.incidents) };
    const doubts = [
      { key: 'day', n: sum.vagueDay, filter: open({ timePrecisions: [...VAGUE_DAYS] }) },
      { key: 'place', n: sum.vaguePlace, filter: open({ placePrecisions: [...VAGUE_PLACES] }) },
      { key: 'deaths', n: sum.deathsNotStated, filter: open({ deathsNotStated: true }) },
    ] as const;
    const told = doubts
      .filter((d) => d.n > 0)
      .map(({ key, n, filter }) =>
        paragraph(
          `unknown.${key}.${stream}`,
          speech.say(`unknown.${key}`, { ...words, n: counter.count(n, 'incidents', filter) }),
          'item',
        ),
      );
    return told.length > 0
      ? told
      : [paragraph(`unknown.precise.${stream}`, speech.say('unknown.precise', words), 'item')];
  });
}

function unverified({ facts, speech, counter }: Desk<PeriodFacts>): Block[] {
  if (!holdsOwn(facts)) return [paragraph('unknown.no-own', speech.say('unknown.no-own'), 'item')];
  const open = sumOf(facts.sums.period, 'own_unconfirmed').incidents;
  const all = open + sumOf(facts.sums.period, 'own_confirmed').incidents;
  if (all === 0) return [];
  const words = {
    n: counter.count(open, 'incidents', counter.counted(facts.period, inStream('own_unconfirmed'))),
    all: counter.count(all, 'incidents', counter.counted(facts.period, { datasets: ['own'] })),
    share: Math.round((100 * open) / all),
  };
  return [paragraph('unknown.unverified', speech.say('unknown.unverified', words), 'item')];
}

/** Where nobody reports from. */
function reporting(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech, template } = desk;
  if (!facts.ground.divided) return [paragraph('unknown.no-areas', speech.say('unknown.no-areas'), 'item')];
  const silent = silentAreas(facts);
  const all = facts.ground.areas.length;
  if (silent.length === 0)
    return [paragraph('unknown.all-report', speech.say('unknown.all-report', { weeks: template.silentWeeks }), 'item')];
  const group = (id: 'silent' | 'never', codes: string[]) =>
    codes.length === 0
      ? []
      : [
          paragraph(
            `unknown.${id}`,
            speech.say(`unknown.${id}`, {
              ...{ n: codes.length, all, names: areaNames(desk, codes) },
              ...(id === 'silent' ? { since: speech.days(facts.coverage.since) } : {}),
            }),
            'item',
          ),
        ];
  const codes = (before: boolean) => silent.filter((s) => s.before === before).map((s) => s.code);
  return [...group('silent', codes(true)), ...group('never', codes(false))];
}

/** How far outside data reach, and since when they lie here. */
function reach({ facts, speech }: Desk<PeriodFacts>): Block[] {
  return facts.held
    .filter((held) => held.dataset !== 'own')
    .map(({ dataset, lastDay, broughtIn }) =>
      paragraph(
        `unknown.lag.${dataset}`,
        speech.say('unknown.lag', {
          ...{ name: datasetName(dataset), last: speech.days(lastDay) },
          brought: speech.instant(broughtIn, facts.mission.timeZone),
          case: lastDay < facts.period.to ? 'ended' : 'open',
        }),
        'item',
      ),
    );
}

export const outlookSection = (desk: Desk): Block[] => [
  heading(desk, 'outlook'),
  paragraph('outlook', desk.speech.say('outlook.none')),
];

/** Room for a person's words; a renderer leaves it out while it is empty. */
export const commentSection = (desk: Desk): Block[] => [heading(desk, 'comment'), paragraph('comment', [])];

export function methodSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech, areas } = desk;
  const { from, to } = facts.period;
  const edges = facts.edges.map((told) => {
    const inside = told.core.when.from >= from && told.core.when.from <= to;
    const here = speech.word(inside ? 'method.edge-in' : 'method.edge-out');
    return `${where(speech, told.core, areas)}, ${speech.days(told.core.when.from, told.core.when.to)} (${here})`;
  });
  const shifted = facts.week ? facts.earlier.filter((e) => e.week !== facts.week?.week) : [];
  return [
    heading(desk, 'method'),
    note('method.streams', speech.say('method.streams')),
    note('method.figures', speech.say('method.figures')),
    note('method.first-day', speech.say('method.first-day')),
    ...(edges.length > 0
      ? [
          note(
            'method.edges',
            speech.say('method.edges', { n: edges.length, names: edges.join(speech.word('separator')) }),
          ),
        ]
      : []),
    ...(shifted.length > 0
      ? [
          note(
            'method.week53',
            speech.say('method.week53', {
              years: speech.list(shifted.map((e) => String(e.year)).reverse()),
              week: facts.week?.week ?? 0,
            }),
          ),
        ]
      : []),
    ...(facts.kind === 'weekly' ? [note('method.changes', speech.say('change.rule'))] : []),
    note('method.kept-apart', speech.say('method.kept-apart')),
  ];
}
