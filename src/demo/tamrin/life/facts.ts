/**
 * What a record holds, in numbers: the small core from which its versions are written later. Facts are what somebody
 * said, not what was: the truth stands in `events.ts`. They wait in memory until the last version is out, so they hold
 * no texts.
 */
import type { Language, RecordKind } from '../../../vocabulary/codes.ts';
import type { Profile } from '../catalogue.ts';
import { DAY, DAYS, FIRST_DAY, HOUR, SIMULATED_NOW } from '../clock.ts';
import { at, type Rng } from '../rng.ts';
import type { Outcome, Told } from '../words/phrases.ts';
import type { Placed } from './world.ts';

export type TimePrecision = 'minute' | 'hour' | 'day' | 'days_2_6' | 'week' | 'month';

/** What a record is to the event it speaks of. */
export type Role =
  /** The first to tell of it. */
  | 'first'
  /** Another voice on the same event, taken for another event at first. */
  | 'double'
  /** An event that never was. */
  | 'false'
  /** A call before or while it happened. */
  | 'alert'
  | 'response'
  /** What followed from it and was seen: people on the road. */
  | 'consequence'
  | 'routine'
  | 'row';

export type Relation = 'reprisal_for' | 'in_response_to' | 'simultaneous' | 'related' | 'duplicate_of';

export type Facts = {
  ordinal: number;
  id: string;
  role: Role;
  /** Number of the true event, or -1. */
  event: number;
  kind: RecordKind;
  type: Told;
  /** Only of incidents. */
  profile: Profile | null;
  area: number;
  /** Number of the settlement. */
  village: number;
  placed: Placed;
  /** When it is said to have happened; what sources can say of it is the range of days and the precision. */
  instant: number;
  fromDay: number;
  toDay: number;
  precision: TimePrecision;
  night: boolean;
  market: boolean;
  /** Number in `ACTORS` of who is said to have done it (first party of a clash), -1 when nobody can say. */
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
  link: { relation: Relation; id: string } | null;
  /** Of responses: what came of it. */
  outcome: Outcome | null;
  /** When the first report reached the mission. */
  known: number;
};

const NOW = SIMULATED_NOW.getTime();
const PRECISIONS = ['minute', 'hour', 'day', 'days_2_6', 'week', 'month'] as const;
export const PRECISION_WEIGHTS = [6, 40, 34, 10, 7, 3];
/** What we did ourselves is in the log; a mood or a silence has no hour. */
export const LOGGED = [0, 6, 4, 0, 0, 0];
export const ONLY_DAY = [0, 0, 1, 0, 0, 0];
export const PLACES = ['exact', 'near', 'adm2', 'adm1', 'unknown'] as const;
export const PLACE_WEIGHTS = [46, 33, 14, 5, 2];

/** The range of days and the precision that a source can give for an instant. */
export function saidWhen(rng: Rng, instant: number, weights: readonly number[]) {
  const day = Math.floor((instant - FIRST_DAY) / DAY);
  let precision: TimePrecision = at(PRECISIONS, rng.weighted(weights));
  let [fromDay, toDay] = [day, day];
  if (precision === 'days_2_6') [fromDay, toDay] = [day - rng.int(1, 2), day + rng.int(0, 2)];
  if (precision === 'week') [fromDay, toDay] = [day - 3, day + 3];
  if (precision === 'month') {
    const date = new Date(instant);
    fromDay = day - (date.getUTCDate() - 1);
    toDay = fromDay + new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - 1;
  }
  if (toDay >= DAYS - 1 && fromDay !== toDay) [precision, fromDay, toDay] = ['day', day, day];
  return { fromDay, toDay, precision };
}

/** A record is not written before the days it speaks of are over. */
export const earliestOf = (instant: number, toDay: number): number => Math.max(instant, FIRST_DAY + toDay * DAY);

/** Some hours later (`medianHours`, with a long tail), and never after now. */
export function knownAt(rng: Rng, earliest: number, medianHours: number): number {
  const later = Math.floor(earliest + medianHours * HOUR * Math.exp(1.2 * rng.normal()));
  return later < NOW ? later : Math.floor(earliest + (NOW - earliest) * rng.range(0.1, 0.9));
}

/** Nobody hurt, nobody named: what observations and activities begin with. */
export const NOBODY_HURT = {
  profile: null,
  market: false,
  night: false,
  actor: -1,
  other: -1,
  suspects: [],
  killed: 0,
  civilians: 0,
  injured: 0,
  abducted: 0,
  displaced: 0,
  arrested: 0,
  link: null,
  outcome: null,
} as const satisfies Partial<Facts>;
