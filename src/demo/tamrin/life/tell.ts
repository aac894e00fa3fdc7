/** Each day of the five years: what truly happened, and every record that will ever speak of it. */
import { PROFILES } from '../catalogue.ts';
import { DAYS } from '../clock.ts';
import { at, Rng } from '../rng.ts';
import {
  type Alert,
  makeAlert,
  makeChange,
  makeDisplacement,
  makeResponse,
  makeRoutine,
  makeSilenceNoticed,
} from './answers.ts';
import { RENEWAL_DAY } from './calendar.ts';
import { makeEvent, type TrueEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { DATASETS, type Dataset, isSeenBy, outsideFacts, outsideStages } from './outside.ts';
import { sparks } from './process.ts';
import { makeStages, type Stage } from './stages.ts';
import { falseRecord, firstRecord, heardChance, isApart, type OnRecord, secondRecord } from './witness.ts';
import type { World } from './world.ts';

/** A record to come: its facts, its versions, and the data set it belongs to when it is not ours. */
export type Told = { facts: Facts; stages: readonly Stage[]; set: Dataset | null };
export type Day = { day: number; events: readonly TrueEvent[]; told: readonly Told[]; alerts: readonly Alert[] };

const DOUBLED = 0.1;
const FALSE = 0.035;
const ALERTED = 0.11;
const ANSWERED = 0.12;
const SEEN_ON_THE_ROAD = 0.4;
const SILENCE_NOTICED = 0.4;
const CHANGE_NOTICED = 0.7;
/** Alerts a day at the natural size that nothing comes of: because a patrol came, or because nothing was coming. */
const AVERTED = { before: 0.05, after: 0.012 } as const;
const EMPTY_ALERTS = 0.03;
const ARMED: ReadonlySet<string> = new Set([
  'attack_on_civilians',
  'pillage_destruction',
  'communal_violence',
  'abduction',
  'summary_killing',
  'forced_displacement',
  'armed_clash',
]);
const ROUTINE_FROM = 1_000_000_000;
/** Events are set off within this many days; older records are not pointed to. */
const REMEMBERED_DAYS = 60;

/**
 * @param size as in `sparks`
 * @param routine how many records of a day have nothing to do with any event
 */
export function* tellDays(world: World, size: number, routine: (day: number) => number): Generator<Day> {
  let ordinal = 0;
  // Counted apart: how much routine a plan adds must not move what the events draw.
  let routines = ROUTINE_FROM;
  const next = () => ++ordinal;
  const onRecord = new Map<number, OnRecord>();
  const chance = Rng.of(world.seed, 'tell');
  const quiet = quietNews(world);
  const callers = [...world.network.keys()];

  function tellOf(event: TrueEvent, told: Told[], alerts: Alert[]): void {
    const own = (facts: Facts) => told.push({ facts, stages: makeStages(world.seed, facts), set: null });
    const rng = Rng.of(world.seed, 'telling', event.number);
    const { type } = at(PROFILES, event.profile);
    let first: Facts | null = null;
    if (rng.chance(heardChance(world, event))) {
      first = firstRecord(world, next(), event, onRecord.get(event.parent));
      own(first);
      if (!isApart(type)) {
        const { id, known, actor, fromDay } = first;
        onRecord.set(event.number, { id, known, actor, fromDay });
        if (rng.chance(DOUBLED)) own(secondRecord(world, next(), event, first));
        if (rng.chance(FALSE)) own(falseRecord(world, next(), event));
        const response = rng.chance(ANSWERED) ? makeResponse(world, next(), event, first) : null;
        if (response) own(response);
      }
    }
    if (event.displaced >= 80 && rng.chance(SEEN_ON_THE_ROAD)) {
      const seen = makeDisplacement(world, next(), event, first && !isApart(type) ? first : null);
      if (seen) own(seen);
    }
    if (ARMED.has(type) && rng.chance(ALERTED))
      raise({ village: event.village, day: event.day, event }, 'true', told, alerts);
    for (const set of DATASETS) {
      if (!isSeenBy(set, event, world, rng)) continue;
      const facts = outsideFacts(world, set, event, next());
      const stages = outsideStages(world.seed, set, facts);
      if (stages.length > 0) told.push({ facts, stages, set });
    }
  }

  function raise(
    about: { village: number; day: number; event: TrueEvent | null },
    kind: 'true' | 'averted' | 'false',
    told: Told[],
    alerts: Alert[],
  ): void {
    const raised = makeAlert(world, next, about, kind);
    if (!raised) return;
    alerts.push(raised.alert);
    for (const facts of raised.records) told.push({ facts, stages: makeStages(world.seed, facts), set: null });
  }

  for (const { day, events: of } of sparks(world, size)) {
    const events = of.map((spark) => makeEvent(world, spark));
    const told: Told[] = [];
    const alerts: Alert[] = [];
    for (const event of events) tellOf(event, told, alerts);
    const thin = day >= RENEWAL_DAY ? AVERTED.after : AVERTED.before;
    for (let n = chance.poisson(thin * size); n > 0; n--)
      raise({ village: chance.pick(callers), day, event: null }, 'averted', told, alerts);
    for (let n = chance.poisson(EMPTY_ALERTS * size); n > 0; n--)
      raise({ village: chance.pick(callers), day, event: null }, 'false', told, alerts);
    for (const make of quiet.get(day) ?? []) {
      if (size < 0.5 && !chance.chance(size)) continue;
      const facts = make(next());
      told.push({ facts, stages: makeStages(world.seed, facts), set: null });
    }
    for (let n = routine(day); n > 0; n--) {
      const facts = makeRoutine(world, ++routines, day);
      told.push({ facts, stages: makeStages(world.seed, facts), set: null });
    }
    yield { day, events, told, alerts };
    for (const [number, { fromDay }] of onRecord) {
      if (fromDay >= day - REMEMBERED_DAYS) break;
      onRecord.delete(number);
    }
  }
}

/** Silences and changes of command that somebody notices, by the day on which they do. */
function quietNews(world: World): Map<number, ((ordinal: number) => Facts)[]> {
  const news = new Map<number, ((ordinal: number) => Facts)[]>();
  const rng = Rng.of(world.seed, 'quiet news');
  const add = (day: number, make: (ordinal: number) => Facts) => {
    if (day < DAYS - 1) news.set(day, [...(news.get(day) ?? []), make]);
  };
  for (const { village, silences } of world.network.values())
    for (const { from, to } of silences) {
      const day = from + rng.int(4, 11);
      if (day < to && rng.chance(SILENCE_NOTICED))
        add(day, (ordinal) => makeSilenceNoticed(world, ordinal, village, day));
    }
  for (const { from, areas } of world.careers.posts) {
    const area = areas.length > 0 ? rng.pick(areas) : -1;
    const day = from + rng.int(2, 20);
    if (from === 0 || area < 0 || !rng.chance(CHANGE_NOTICED)) continue;
    const { ids, weights } = at(world.villages, area);
    const village = at(ids, rng.weighted(weights));
    add(day, (ordinal) => makeChange(world, ordinal, village, day));
  }
  return news;
}
