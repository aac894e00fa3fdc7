/**
 * Alerts and what was done about them, visits and talks after an attack, people seen on the road: the records that
 * hang on an event without telling of it. Roads decide who arrives: by night and in the rains later, since the renewal
 * from fewer bases.
 */
import { ACTIVITY_TYPES, type Language, OBSERVATION_TYPES } from '../../../vocabulary/codes.ts';
import { PROFILES, SHIELDED } from '../catalogue.ts';
import { DAY, DAYS, FIRST_DAY, HOUR, SIMULATED_NOW } from '../clock.ts';
import { nearestBase } from '../presence/bases.ts';
import { languageIn, lineOf } from '../presence/network.ts';
import { at, Rng } from '../rng.ts';
import type { Outcome } from '../words/phrases.ts';
import { isHarvest, isRainy, marketDay, monthOf, RENEWAL_DAY, weekday } from './calendar.ts';
import type { TrueEvent } from './events.ts';
import { earliestOf, type Facts, knownAt, LOGGED, NOBODY_HURT, ONLY_DAY, saidWhen } from './facts.ts';
import { URBAN } from './process.ts';
import type { World } from './world.ts';

export type AlertOutcome = 'deterred' | 'stopped' | 'late' | 'left_before' | 'turned_back' | 'none' | 'false';
export type NoResponse =
  | 'road'
  | 'distance'
  | 'night'
  | 'asset'
  | 'not_believed'
  | 'host_refusal'
  | 'other_priority'
  | 'communications';

/** What became of one alert; instants in milliseconds, null where it did not come to that. */
export type Alert = {
  record: string;
  /** Number of the true event it spoke of, -1 when none came of it. */
  event: number;
  village: number;
  raised: number;
  calledBack: number | null;
  base: number | null;
  departed: number | null;
  arrived: number | null;
  outcome: AlertOutcome;
  reason: NoResponse | null;
  activity: string | null;
};

const NOW = SIMULATED_NOW.getTime();
/** Hours of road beyond which no patrol sets out. */
const PATROL_HOURS = 6;
const NIGHT_SLOWER = 1.5;

type Made = { facts: Facts; made: Omit<Facts, 'kind' | 'type'> };

function frame(world: World, ordinal: number, village: number, instant: number, rng: Rng, language?: Language) {
  const area = at(world.island.settlements, village).adm2;
  return {
    ...NOBODY_HURT,
    ordinal,
    id: rng.uuid(),
    event: -1,
    area,
    village,
    instant,
    language: language ?? languageIn(at(world.island.adm2, area).parent, rng),
  } satisfies Partial<Made['made']>;
}

const isNight = (instant: number) => {
  const hour = new Date(instant).getUTCHours();
  return hour >= 20 || hour < 5;
};

/** A call: men on the move, before it comes to anything. */
function alertFacts(world: World, ordinal: number, village: number, raised: number, event: number, rng: Rng): Facts {
  const time = { ...saidWhen(rng, raised, [1, 0, 0, 0, 0, 0]) };
  return {
    ...frame(world, ordinal, village, raised, rng),
    role: 'alert',
    event,
    kind: 'observation',
    type: 'movement',
    placed: 'near',
    ...time,
    night: isNight(raised),
    known: Math.min(NOW - HOUR, raised + rng.int(1, 12) * 60_000),
  };
}

/**
 * An alert about what is coming (`event`) or, without one, about what then did not come. Gives the records it leaves
 * and what became of it; `null` where nobody could call.
 */
export function makeAlert(
  world: World,
  ordinals: () => number,
  { village, day, event }: { village: number; day: number; event: TrueEvent | null },
  kind: 'true' | 'averted' | 'false',
): { records: Facts[]; alert: Alert } | null {
  if (lineOf(world.network.get(village), day) !== 'open') return null;
  const ordinal = ordinals();
  const rng = Rng.of(world.seed, 'alert', ordinal);
  const start = event ? event.instant : FIRST_DAY + day * DAY + rng.int(0, 23) * HOUR + rng.int(0, 59) * 60_000;
  const raised = event
    ? Math.floor(
        start - (rng.chance(0.3) ? -0.4 * HOUR * rng.float() : Math.min(20 * HOUR, rng.exponential(2.5 * HOUR))),
      )
    : start;
  if (raised > NOW - DAY || raised < FIRST_DAY) return null;
  const call = alertFacts(world, ordinal, village, raised, event?.number ?? -1, rng);
  const answer = decide(world, village, raised, kind, event, rng);
  const alert: Alert = { record: call.id, event: event?.number ?? -1, village, raised, activity: null, ...answer };
  if (answer.departed === null || answer.arrived === null) return { records: [call], alert };
  const patrolOrdinal = ordinals();
  const patrolRng = Rng.of(world.seed, 'facts', patrolOrdinal);
  const time = saidWhen(patrolRng, answer.departed, [1, 0, 0, 0, 0, 0]);
  const outcomes: Record<AlertOutcome, Outcome> = {
    deterred: 'arrived_before',
    stopped: 'arrived_during',
    late: 'arrived_late',
    left_before: 'nothing_seen',
    turned_back: 'turned_back',
    none: 'nothing_seen',
    false: 'nothing_seen',
  };
  const patrol: Facts = {
    ...frame(world, patrolOrdinal, village, answer.departed, patrolRng),
    role: 'response',
    event: alert.event,
    kind: 'activity',
    type: 'patrol',
    placed: 'near',
    ...time,
    link: { relation: 'in_response_to', id: call.id },
    outcome: outcomes[answer.outcome],
    known: Math.max(call.known + 1, knownAt(patrolRng, answer.arrived, 3)),
  };
  return { records: [call, patrol], alert: { ...alert, activity: patrol.id } };
}

/** Whether anybody sets out, from where, and when they arrive. */
function decide(world: World, village: number, raised: number, kind: string, event: TrueEvent | null, rng: Rng) {
  const day = Math.floor((raised - FIRST_DAY) / DAY);
  const calledBack = rng.chance(0.85) ? raised + rng.int(6, 40) * 60_000 : null;
  const nobody = (reason: NoResponse, outcome: AlertOutcome = kind === 'false' ? 'false' : 'none') => ({
    calledBack,
    base: null,
    departed: null,
    arrived: null,
    outcome,
    reason,
  });
  if (calledBack === null) return nobody('communications');
  const nearest = nearestBase(world.bases, village, day);
  if (!nearest || nearest.hours > PATROL_HOURS) return nobody('distance');
  const night = isNight(raised);
  const thin = day >= RENEWAL_DAY;
  if (night && rng.chance(thin ? 0.55 : 0.35)) return nobody('night');
  if (rng.chance(thin ? 0.3 : 0.12)) return nobody('asset');
  if (rng.chance(0.12)) return nobody(rng.pick(['not_believed', 'host_refusal', 'other_priority']));
  const departed = calledBack + Math.floor(rng.exponential(1.1 * HOUR)) + 15 * 60_000;
  const arrived = departed + Math.floor(nearest.hours * (night ? NIGHT_SLOWER : 1) * HOUR);
  const left = { calledBack, base: nearest.base, departed, arrived };
  if (isRainy(day) && rng.chance(0.25)) return { ...left, outcome: 'turned_back' as const, reason: 'road' as const };
  if (kind === 'averted') return { ...left, outcome: 'deterred' as const, reason: null };
  if (!event) return { ...left, outcome: 'false' as const, reason: null };
  // It came, saw nothing and drove home; the men had waited for that.
  if (arrived < event.instant) return { ...left, outcome: 'left_before' as const, reason: null };
  const during = arrived <= event.instant + 1.5 * HOUR;
  return { ...left, outcome: during ? ('stopped' as const) : ('late' as const), reason: null };
}

/** What the mission or a partner did in the days after: listening, walking along, talking. */
export function makeResponse(world: World, ordinal: number, event: TrueEvent, first: Facts): Facts | null {
  const rng = Rng.of(world.seed, 'facts', ordinal);
  const { type } = at(PROFILES, event.profile);
  if (SHIELDED.has(type) || URBAN.has(type)) return null;
  const kinds =
    type === 'communal_violence'
      ? (['dialogue', 'dialogue', 'meeting'] as const)
      : event.displaced > 0
        ? (['accompaniment', 'escort', 'visit'] as const)
        : (['visit', 'meeting', 'patrol', 'accompaniment'] as const);
  const done = rng.pick(kinds);
  const outcomes: Record<(typeof kinds)[number], readonly Outcome[]> = {
    dialogue: ['agreed', 'not_agreed', 'not_agreed'],
    meeting: ['promised', 'refused'],
    accompaniment: ['walked_safely', 'walked_safely', 'stopped_on_way'],
    escort: ['walked_safely', 'stopped_on_way'],
    visit: ['heard', 'heard', 'fear_to_speak'],
    patrol: ['arrived_late', 'nothing_seen'],
  };
  const instant = Math.floor(first.known + rng.range(0.3, 9) * DAY);
  const start = instant - (instant % DAY) + rng.int(7, 15) * HOUR;
  if (start <= first.known || start > NOW - 8 * HOUR) return null;
  return {
    ...frame(world, ordinal, event.village, start, rng),
    role: 'response',
    event: event.number,
    kind: 'activity',
    type: done,
    placed: 'exact',
    ...saidWhen(rng, start, LOGGED),
    link: { relation: 'in_response_to', id: first.id },
    outcome: rng.pick(outcomes[done]),
    known: knownAt(rng, start + 2 * HOUR, 5),
  };
}

/** People on the road, seen in the next town one to four days later. */
export function makeDisplacement(world: World, ordinal: number, event: TrueEvent, first: Facts | null): Facts | null {
  const rng = Rng.of(world.seed, 'facts', ordinal);
  const start = event.instant + rng.range(0.5, 4) * DAY;
  const day = Math.floor((start - FIRST_DAY) / DAY);
  if (day >= DAYS - 1) return null;
  const near = at(world.near, event.village);
  const village = near.ids.length > 0 ? at(near.ids, rng.weighted(near.weights)) : event.village;
  const time = saidWhen(rng, start, ONLY_DAY);
  const known = knownAt(rng, earliestOf(start, time.toDay), 14);
  return {
    ...frame(world, ordinal, village, Math.floor(start), rng),
    role: 'consequence',
    event: event.number,
    kind: 'observation',
    type: 'displacement_seen',
    placed: 'exact',
    ...time,
    link: first && first.known < known ? { relation: 'related', id: first.id } : null,
    known,
  };
}

/** Somebody notices that nobody answers. */
export function makeSilenceNoticed(world: World, ordinal: number, village: number, day: number): Facts {
  const rng = Rng.of(world.seed, 'facts', ordinal);
  const instant = FIRST_DAY + day * DAY + 9 * HOUR;
  return {
    ...frame(world, ordinal, village, instant, rng),
    role: 'routine',
    kind: 'observation',
    type: 'service_interrupted',
    placed: 'exact',
    ...saidWhen(rng, instant, ONLY_DAY),
    known: knownAt(rng, instant, 12),
  };
}

/** A commander came or went. */
export function makeChange(world: World, ordinal: number, village: number, day: number): Facts {
  return { ...makeSilenceNoticed(world, ordinal, village, day), type: 'group_change' };
}

const SEEN_WEIGHTS = OBSERVATION_TYPES.map((t) =>
  t === 'displacement_seen' || t === 'service_interrupted' || t === 'group_change'
    ? 0
    : t === 'movement'
      ? 5
      : t === 'agreement'
        ? 1
        : 3,
);
const DONE_WEIGHTS = [9, 5, 2, 3, 1, 1, 2, 1];

/** What a day brings without an event: patrols as far as the road allows, meetings in towns, moods and rumours. */
export function makeRoutine(world: World, ordinal: number, day: number): Facts {
  const rng = Rng.of(world.seed, 'facts', ordinal);
  const isSeen = rng.chance(0.32);
  const weather = isRainy(day) ? 'rains' : 'dry';
  const open = world.bases.filter((b) => day >= b.from && day < b.to);
  const base = rng.pick(open.length > 0 ? open : world.bases.slice(0, 1));
  const weights = world.island.settlements.map((s, v) => {
    const reach = Math.exp(-at(base.hours[weather], v) / 1.5) * Math.sqrt(s.population);
    return marketDay(s.adm2) === weekday(day) ? reach * 2 : reach;
  });
  const village = rng.weighted(weights);
  const start = FIRST_DAY + day * DAY + rng.int(6, 16) * HOUR + rng.int(0, 59) * 60_000;
  const instant = Math.min(start, NOW - 3 * HOUR);
  const type = isSeen
    ? at(OBSERVATION_TYPES, rng.weighted(SEEN_WEIGHTS))
    : at(ACTIVITY_TYPES, rng.weighted(doneOn(day)));
  return {
    ...frame(world, ordinal, village, instant, rng),
    role: 'routine',
    kind: isSeen ? 'observation' : 'activity',
    type,
    placed: rng.pick(['exact', 'exact', 'near'] as const),
    ...saidWhen(rng, instant, isSeen && type !== 'movement' ? ONLY_DAY : LOGGED),
    known: knownAt(rng, instant, isSeen ? 16 : 5),
  };
}

/** At harvest people are walked to their fields; when herds move, herders and growers are brought together. */
function doneOn(day: number): number[] {
  const herdsMove = monthOf(day) >= 8 && monthOf(day) <= 11;
  return DONE_WEIGHTS.map((w, i) => {
    const type = at(ACTIVITY_TYPES, i);
    if (type === 'accompaniment') return isHarvest(day) ? w * 3 : w;
    if (type === 'dialogue') return herdsMove ? w * 4 : w;
    return w;
  });
}
