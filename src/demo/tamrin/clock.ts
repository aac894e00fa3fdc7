/**
 * Tamrin's clock. Its five years end in the future, so that nobody takes a date of the demonstration for history.
 * Tamrin keeps UTC; the "moment" that a record became known is what `asOf` asks for.
 */
import { at } from './rng.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** What the demonstration calls now: a Monday morning. */
export const SIMULATED_NOW = new Date('2031-06-09T08:00:00Z');

/** The first call of the night that the story tells (DESIGN §9): 02:10. */
export const STORY_NIGHT = new Date('2031-05-20T02:10:00Z');

/** The Council renews the mission's mandate: smaller, and without human-rights monitoring. */
export const RENEWAL = new Date('2030-11-26T00:00:00Z');

/** Violence is told for the 1,826 days (five years) that end with today. */
export const DAYS = 1826;
export const FIRST_DAY = Math.floor(SIMULATED_NOW.getTime() / DAY) * DAY - (DAYS - 1) * DAY;

const isoDays = Array.from({ length: DAYS + 60 }, (_, i) =>
  new Date(FIRST_DAY + (i - 30) * DAY).toISOString().slice(0, 10),
);

/** Calendar day number `day` (0 is the first of the five years; a month either side is allowed) as YYYY-MM-DD. */
export const isoDay = (day: number): string => at(isoDays, day + 30);

/** Day number of an instant. */
export const dayOf = (instant: number): number => Math.floor((instant - FIRST_DAY) / DAY);
