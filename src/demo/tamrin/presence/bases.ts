/** Where the mission stands, since when and until when, and how long its road to each village is. */
import { DAYS } from '../clock.ts';
import type { Island } from '../island.ts';
import { hoursFrom, type Weather } from '../land/travel.ts';
import { isRainy, RENEWAL_DAY } from '../life/calendar.ts';
import { at, Rng } from '../rng.ts';

export type Base = {
  /** Number of the settlement. */
  village: number;
  /** Days on which it opens and closes; it stays open to the end when `to` is `DAYS`. */
  from: number;
  to: number;
  /** Before and after the renewal. */
  troops: readonly [number, number];
  /** Hours to each settlement by its number. */
  hours: Record<Weather, Float64Array>;
};

const BASES = 9;
const KEPT = 5;
const LARGEST_TOWNS = 60;
/** Opened one after the other in the first weeks, closed one after the other in the weeks after the renewal. */
const WEEKS_TO_OPEN = 2;
const CLOSED_AFTER = [20, 37, 61, 82];

/** The capital, then always the town farthest from all bases so far; the last four are the ones given up. */
function chooseTowns(island: Island): number[] {
  const towns = island.settlements.slice(0, LARGEST_TOWNS);
  const away = (a: number, b: number) => {
    const [p, q] = [at(towns, a).point, at(towns, b).point];
    return Math.hypot(p[0] - q[0], p[1] - q[1]);
  };
  const chosen = [0];
  while (chosen.length < BASES) {
    const room = towns.map((_, t) => Math.min(...chosen.map((c) => away(c, t))));
    chosen.push(room.indexOf(Math.max(...room)));
  }
  return chosen;
}

export function makeBases(island: Island, seed: number): Base[] {
  const rng = Rng.of(seed, 'bases');
  const toVillages = (village: number, weather: Weather) => {
    const cells = hoursFrom(island.ground, at(island.settlements, village).cell, weather);
    return Float64Array.from(island.settlements, (s) => at(cells, s.cell));
  };
  return chooseTowns(island).map((village, i) => {
    const troops = rng.int(9, 22) * 20 + (i === 0 ? 400 : 0);
    return {
      village,
      from: i * WEEKS_TO_OPEN * 7,
      to: i < KEPT ? DAYS : RENEWAL_DAY + at(CLOSED_AFTER, i - KEPT),
      troops: [troops, i < KEPT ? Math.round((troops * 0.72) / 10) * 10 : 0],
      hours: { dry: toVillages(village, 'dry'), rains: toVillages(village, 'rains') },
    };
  });
}

/** The base that would go to a village on that day, by hours of road; null while none is open. */
export function nearestBase(
  bases: readonly Base[],
  village: number,
  day: number,
): { base: number; hours: number } | null {
  const weather = isRainy(day) ? 'rains' : 'dry';
  let best: { base: number; hours: number } | null = null;
  bases.forEach((base, i) => {
    if (day < base.from || day >= base.to) return;
    const hours = at(base.hours[weather], village);
    if (!best || hours < best.hours) best = { base: i, hours };
  });
  return best;
}
