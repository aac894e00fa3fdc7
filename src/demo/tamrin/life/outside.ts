/**
 * Two invented data sets that others make. “Open Events” reads newspapers and comes out each Monday; the “Casualty
 * Register” counts the dead and comes out each month, weeks late. Both hold part of the same events, a day off, a village
 * off, with other numbers and other names, hold events that we never heard of, and revise what they said.
 */
import { ACTORS } from '../actors.ts';
import { PROFILES, SHIELDED } from '../catalogue.ts';
import { DAY, FIRST_DAY, HOUR, SIMULATED_NOW } from '../clock.ts';
import { at, Rng } from '../rng.ts';
import type { TrueEvent } from './events.ts';
import { type Facts, NOBODY_HURT } from './facts.ts';
import { URBAN } from './process.ts';
import { KNOWN, type Stage } from './stages.ts';
import type { World } from './world.ts';

export const OPEN_EVENTS = {
  slug: 'tamrin-open-events',
  name: 'Tamrin Open Events (invented)',
  prefix: 'TOE',
} as const;
export const CASUALTY_REGISTER = {
  slug: 'tamrin-casualty-register',
  name: 'Tamrin Casualty Register (invented)',
  prefix: 'TCR',
} as const;
export const DATASETS = [OPEN_EVENTS, CASUALTY_REGISTER] as const;
export type Dataset = (typeof DATASETS)[number];

const NOW = SIMULATED_NOW.getTime();
const WEEK = 7 * DAY;
/** Of what a newspaper prints, the share that was not so. */
const PHANTOMS = 0.04;

/** Mondays at 06:00: the last is two hours old now. */
const nextMonday = (instant: number) => NOW - 2 * HOUR - Math.floor((NOW - 2 * HOUR - instant) / WEEK) * WEEK + WEEK;
/** The fifth of a month at 10:00, the month after the next: what happened in March comes out on 5 May. */
function nextVolume(instant: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 2, 5, 10);
}

/** Whether the makers of a data set come to know of an event; towns and deaths are news, a threat in a hamlet is not. */
export function isSeenBy(set: Dataset, event: TrueEvent, world: World, rng: Rng): boolean {
  const { type } = at(PROFILES, event.profile);
  if (set === CASUALTY_REGISTER) return event.killed > 0 && rng.chance(event.killed >= 5 ? 0.85 : 0.5);
  if (SHIELDED.has(type)) return rng.chance(0.08);
  const town = Math.min(0.25, at(world.island.settlements, event.village).population / 80_000);
  return rng.chance((event.killed > 0 ? 0.42 : 0.14) + town + (URBAN.has(type) ? 0.2 : 0));
}

/** Their own view of an event: the day, the place, the number and the group are theirs. */
export function outsideFacts(world: World, set: Dataset, event: TrueEvent, ordinal: number): Facts {
  const rng = Rng.of(world.seed, set.slug, ordinal);
  const profile = at(PROFILES, event.profile);
  const phantom = set === OPEN_EVENTS && rng.chance(PHANTOMS);
  const shift = rng.weighted(set === OPEN_EVENTS ? [60, 27, 13] : [82, 12, 6]);
  const last = Math.floor((NOW - 3 * HOUR - FIRST_DAY) / DAY);
  const day = Math.min(last, event.day + shift);
  const villages = at(world.villages, event.area);
  const vague = set === CASUALTY_REGISTER && rng.chance(0.18) && day + 3 < last;
  const exact = rng.chance(set === OPEN_EVENTS ? 0.4 : 0.6);
  return {
    ...NOBODY_HURT,
    ordinal,
    id: rng.uuid(),
    role: 'row',
    event: phantom ? -1 : event.number,
    kind: 'incident',
    type: profile.type,
    profile,
    area: event.area,
    village: rng.chance(phantom ? 1 : 0.22) ? at(villages.ids, rng.weighted(villages.weights)) : event.village,
    placed: SHIELDED.has(profile.type)
      ? 'adm2'
      : at(['exact', 'near', 'adm2', 'adm1'] as const, rng.weighted([46, 30, 18, 6])),
    instant: event.instant,
    fromDay: vague ? day - 2 : day,
    toDay: vague ? day + 2 : day,
    precision: vague ? 'days_2_6' : 'day',
    actor: rng.chance(set === OPEN_EVENTS ? 0.3 : 0.2) ? -1 : event.actor,
    other: event.other,
    killed: exact
      ? event.killed
      : Math.max(set === OPEN_EVENTS ? 0 : 1, Math.round(event.killed * rng.range(0.4, 1.9))),
    civilians: event.civilians,
    language: 'en',
    known: event.instant,
  };
}

/** In which release it appears, and sometimes a later one that changes it; none while its release is still to come. */
export function outsideStages(seed: number, set: Dataset, facts: Facts): Stage[] {
  const rng = Rng.of(seed, `releases ${set.slug}`, facts.ordinal);
  const over = FIRST_DAY + (facts.toDay + 1) * DAY;
  const first =
    set === OPEN_EVENTS ? nextMonday(over + rng.exponential(3 * DAY)) : nextVolume(over + rng.exponential(9 * DAY));
  const import_ = { by: 'data_officer', verb: 'incident.import', step: null } as const;
  if (first >= NOW) return [];
  const stages: Stage[] = [{ ...import_, at: first, known: 0 }];
  const second = set === OPEN_EVENTS ? first + WEEK * rng.int(1, 6) : nextVolume(first + rng.int(60, 300) * DAY);
  if (rng.chance(set === OPEN_EVENTS ? 0.14 : 0.22) && second < NOW)
    stages.push({ ...import_, at: second, known: KNOWN.revised });
  return stages;
}

/** Who they say it was: their names are not ours. */
export const theirName = (actor: number): string =>
  actor < 0 ? 'Unidentified Armed Group (Tamrin)' : at(ACTORS, actor).names.en;
