/**
 * What happened, in numbers: the small, true core from which every version of a record is written later. Facts stay
 * in memory until the last version is out, so they hold no texts.
 */
import { ACTIVITY_TYPES, type Language, OBSERVATION_TYPES, type RecordKind } from '../../../vocabulary/codes.ts';
import { ACTORS, actorIndex } from '../actors.ts';
import { PROFILES, type Profile, SHIELDED } from '../catalogue.ts';
import { DAY, DAYS, FIRST_DAY, HOUR, SIMULATED_NOW } from '../clock.ts';
import { at, Rng } from '../rng.ts';
import type { Told } from '../words/phrases.ts';
import { isSilent, marketDay, weekday } from './hazard.ts';
import type { Placed, World } from './world.ts';

export type TimePrecision = 'minute' | 'hour' | 'day' | 'days_2_6' | 'week' | 'month';

export type Facts = {
  ordinal: number;
  id: string;
  kind: RecordKind;
  type: Told;
  /** Only of incidents. */
  profile: Profile | null;
  area: number;
  /** Number of the settlement. */
  village: number;
  placed: Placed;
  /** When it truly happened; what sources can say of it is the range of days and the precision. */
  instant: number;
  fromDay: number;
  toDay: number;
  precision: TimePrecision;
  night: boolean;
  market: boolean;
  /** Number in `ACTORS` of who did it (first party of a clash), -1 when nobody can say. */
  actor: number;
  /** The other party of a clash, or -1. */
  other: number;
  /** Who might have done it, likeliest first; empty when the record names one. */
  suspects: readonly number[];
  killed: number;
  /** Of the killed; the rest bore arms. */
  civilians: number;
  injured: number;
  abducted: number;
  displaced: number;
  arrested: number;
  language: Language;
  link: { relation: 'reprisal_for' | 'in_response_to' | 'simultaneous' | 'related'; id: string } | null;
  /** When the first report reached the mission. */
  known: number;
};

const NOW = SIMULATED_NOW.getTime();
const LANGUAGES = ['en', 'fr', 'ar'] as const;
const PRECISIONS = ['minute', 'hour', 'day', 'days_2_6', 'week', 'month'] as const;
const PRECISION_WEIGHTS = [6, 40, 34, 10, 7, 3];
/** What we did ourselves is in the log; a mood or a silence has no hour. */
const LOGGED = [0, 6, 4, 0, 0, 0];
const ONLY_DAY = [0, 0, 1, 0, 0, 0];
const SEEN: ReadonlySet<string> = new Set(['movement', 'displacement_seen']);
const PLACES = ['exact', 'near', 'adm2', 'adm1', 'unknown'] as const;
const PLACE_WEIGHTS = [46, 33, 14, 5, 2];
const OBSERVATION_WEIGHTS = [5, 4, 3, 4, 3, 1, 1, 2];
const ACTIVITY_WEIGHTS = [7, 5, 2, 2, 1, 2, 2, 1];
const REPRISALS: ReadonlySet<string> = new Set([
  'attack_on_civilians',
  'pillage_destruction',
  'communal_violence',
  'summary_killing',
]);
const GIVEN_BONUS = 3;
const PROFILE_WEIGHTS = PROFILES.map((p) => p.weight);
const REPRISAL_WEIGHTS = PROFILES.map((p) => (REPRISALS.has(p.type) ? p.weight : 0));
/** Market towns have riots and marches, villages do not. */
const URBAN: ReadonlySet<string> = new Set([
  'riot',
  'peaceful_protest',
  'protest_repressed',
  'excessive_force_protest',
  'cyber_attack',
]);

/** Weights of all actors for a kind of event in an area, worked out once for each pair. */
const doerWeights = new WeakMap<World, Map<number, readonly number[]>>();
function weightsOfDoers(world: World, profile: Profile, area: number): readonly number[] {
  const known = doerWeights.get(world) ?? new Map<number, readonly number[]>();
  doerWeights.set(world, known);
  const key = PROFILES.indexOf(profile) * 1000 + area;
  let weights = known.get(key);
  if (!weights) {
    const felt = at(world.felt, area);
    weights = ACTORS.map((a, i) =>
      profile.by.includes(a.type) ? at(felt, i) * (a.given.includes(profile.type) ? GIVEN_BONUS : 1) + 1e-6 : 0,
    );
    known.set(key, weights);
  }
  return weights;
}

/** A draw around `usual` with a long tail; 0 stays 0. */
function amount(rng: Rng, usual: number, ceiling: number): number {
  if (usual === 0) return 0;
  return Math.min(ceiling, Math.max(1, Math.round(usual * Math.exp(0.75 * rng.normal()))));
}

function when(rng: Rng, day: number, nightShare: number, weights: readonly number[]) {
  const night = rng.chance(nightShare);
  const hour = night ? (20 + rng.range(0, 9)) % 24 : rng.range(5, 20);
  const start = FIRST_DAY + day * DAY;
  // What happens today happened before now, with an hour to hear of it.
  const instant = Math.min(Math.floor(start + hour * HOUR), NOW - 2 * HOUR);
  let precision = at(PRECISIONS, rng.weighted(weights));
  let [fromDay, toDay] = [day, day];
  if (precision === 'days_2_6') [fromDay, toDay] = [day - rng.int(1, 2), day + rng.int(0, 2)];
  if (precision === 'week') [fromDay, toDay] = [day - 3, day + 3];
  if (precision === 'month') {
    const date = new Date(start);
    fromDay = day - (date.getUTCDate() - 1);
    toDay = fromDay + new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - 1;
  }
  if (toDay >= DAYS - 1 && fromDay !== toDay) [precision, fromDay, toDay] = ['day', day, day];
  return { instant, fromDay, toDay, precision, night };
}

/** Hours to weeks later: half within nine hours, in the silent valley within three days. Never after now. */
function knownAt(rng: Rng, earliest: number, medianHours: number): number {
  const later = Math.floor(earliest + medianHours * HOUR * Math.exp(1.1 * rng.normal()));
  return later < NOW ? later : Math.floor(earliest + (NOW - earliest) * rng.range(0.1, 0.9));
}

/** The facts of the record with this number. `earlier`: own incidents of late in this area and next door. */
export function makeFacts(
  world: World,
  ordinal: number,
  wanted: RecordKind,
  day: number,
  area: number,
  earlier: readonly Facts[],
): Facts {
  const rng = Rng.of(world.seed, 'facts', ordinal);
  const inValley = world.island.valley.areas.includes(area);
  const silent = inValley && isSilent(day);
  const kind: RecordKind = wanted === 'incident' && silent && rng.chance(0.6) ? 'observation' : wanted;
  const cause =
    kind === 'incident' && rng.chance(0.22) ? earlier.findLast((f) => f.actor >= 0 && rng.chance(0.6)) : undefined;
  const profile = kind === 'incident' ? at(PROFILES, rng.weighted(cause ? REPRISAL_WEIGHTS : PROFILE_WEIGHTS)) : null;
  const type: Told = profile
    ? profile.type
    : kind === 'observation'
      ? at(OBSERVATION_TYPES, rng.weighted(silent ? [4, 4, 2, 2, 14, 0, 0, 2] : OBSERVATION_WEIGHTS))
      : at(ACTIVITY_TYPES, rng.weighted(ACTIVITY_WEIGHTS));

  const { actor, other, suspects } = profile ? whoDidIt(world, profile, area, cause, rng) : NOBODY;
  const precisions =
    kind === 'activity' ? LOGGED : kind === 'observation' && !SEEN.has(type) ? ONLY_DAY : PRECISION_WEIGHTS;
  const nightShare = kind === 'activity' ? 0 : actor >= 0 ? at(ACTORS, actor).night : 0.4;
  const time = when(rng, day, nightShare, precisions);
  const deadly = profile !== null && rng.chance(profile.deadly * (inValley ? 1.15 : 1));
  const killed = profile && deadly ? amount(rng, profile.deaths, 60) : 0;
  const villages = at(world.villages, area);
  const weights = profile && URBAN.has(profile.type) ? villages.weights : villages.valleyWeights;
  const village = at(villages.ids, rng.weighted(weights));
  const placed =
    profile && SHIELDED.has(profile.type)
      ? 'adm2'
      : kind === 'incident'
        ? at(PLACES, rng.weighted(PLACE_WEIGHTS))
        : rng.pick(['exact', 'exact', 'near'] as const);
  const earliest = Math.max(time.instant, FIRST_DAY + time.toDay * DAY);
  return {
    ordinal,
    id: rng.uuid(),
    kind,
    type,
    profile,
    area,
    village,
    placed,
    ...time,
    market: !time.night && weekday(day) === marketDay(area),
    actor,
    other,
    suspects,
    killed,
    civilians: profile?.clash ? (rng.chance(0.3) ? Math.round(killed * rng.range(0, 0.6)) : 0) : killed,
    injured: profile && rng.chance(0.6) ? amount(rng, profile.injured, 80) : 0,
    abducted: profile ? amount(rng, profile.abducted, 60) : 0,
    displaced: profile && rng.chance(0.35) ? rounded(amount(rng, profile.displaced, 4000)) : 0,
    arrested: profile ? amount(rng, profile.arrested, 90) : 0,
    language: at(LANGUAGES, rng.int(0, 2)),
    link: cause ? { relation: relationTo(cause, actor, day), id: cause.id } : null,
    // A cause must be on record before anybody can point to it.
    known: Math.max(knownAt(rng, earliest, kind === 'activity' ? 5 : silent ? 70 : 9), cause?.known ?? 0),
  };
}

/** Nobody counts people on the road one by one. */
const rounded = (n: number): number => (n < 10 ? n : Math.round(n / 5) * 5);

const NOBODY = { actor: -1, other: -1, suspects: [] as readonly number[] };

function whoDidIt(world: World, profile: Profile, area: number, cause: Facts | undefined, rng: Rng) {
  const weights = weightsOfDoers(world, profile, area);
  const felt = at(world.felt, area);
  const foes = cause
    ? at(ACTORS, cause.actor)
        .foes.map(actorIndex)
        .filter((i) => at(weights, i) > 1e-4)
    : [];
  const actor = foes.length > 0 ? rng.pick(foes) : rng.weighted(weights);
  if (profile.clash) {
    const others = at(ACTORS, actor).foes.map(actorIndex);
    return {
      actor,
      other: others.length > 0 ? at(others, rng.weighted(others.map((i) => at(felt, i) + 1e-6))) : -1,
      suspects: [],
    };
  }
  if (profile.type === 'communal_violence') {
    const neighbours = at(ACTORS, actor)
      .foes.map(actorIndex)
      .filter((i) => at(ACTORS, i).type !== 'non_state_armed_group');
    return { actor, other: rng.pick(neighbours), suspects: [] };
  }
  if (!rng.chance(profile.unsigned)) return { actor, other: -1, suspects: [] };
  if (profile.type === 'peaceful_protest' || rng.chance(0.25)) return NOBODY;
  const suspects = [actor];
  for (let tries = 0; tries < 6 && suspects.length < 3; tries++) {
    const next = rng.weighted(weights);
    if (!suspects.includes(next)) suspects.push(next);
  }
  return { actor: -1, other: -1, suspects: suspects.length > 1 ? suspects : [actor, (actor + 1) % 6] };
}

function relationTo(cause: Facts, actor: number, day: number) {
  if (cause.fromDay === day) return 'simultaneous';
  if (actor < 0) return 'related';
  return at(ACTORS, cause.actor).foes.includes(at(ACTORS, actor).key) ? 'reprisal_for' : 'in_response_to';
}
