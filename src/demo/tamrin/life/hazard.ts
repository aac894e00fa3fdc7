/**
 * When and where violence comes: a self-exciting process by day and second-level area (Hawkes 1971, in days). Each
 * event makes more likely those of the next days there and next door; seasons, market days and three campaigns lie
 * over it. One run at its natural size gives a pattern; any number of records is then spread over that pattern, so
 * that a thousand and a million tell the same two years.
 */
import { DAY, DAYS, dayOf, FIRST_DAY, isoDay, STORY_NIGHT } from '../clock.ts';
import type { Island } from '../island.ts';
import { at, Rng } from '../rng.ts';

const EVENTS_A_DAY = 1.25;
/** Events that one event sets off in time, and over how many days (mean), a quarter of them next door. */
const OFFSPRING = 0.55;
const MEMORY_DAYS = 6;
const NEXT_DOOR = 0.25;

const STORY_DAY = dayOf(STORY_NIGHT.getTime());
/** The valley: first nobody hears from it, then the campaign builds up towards the night and goes on after it. */
const SILENCE_FROM = STORY_DAY - 140;
const CAMPAIGN_FROM = STORY_DAY - 70;

/** Whether villages of the valley have fallen silent on that day: what happens is heard late, and less of it. */
export const isSilent = (day: number): boolean => day >= SILENCE_FROM && day < CAMPAIGN_FROM;

/** Two earlier waves: where (as a share of the way through the list of areas), when, how strong. */
const WAVES = [
  { share: 0.1, from: 170, to: 250, factor: 5 },
  { share: 0.8, from: 400, to: 470, factor: 4.5 },
] as const;

/** Market day of an area, 0 (Sunday) to 6. */
export const marketDay = (area: number): number => (area * 3 + 3) % 7;
export const weekday = (day: number): number => new Date(FIRST_DAY + day * DAY).getUTCDay();

/** Dry season May to October (south of the equator): tracks are passable, herds move, violence rises. */
const season = (day: number): number => 1 + 0.35 * Math.cos((2 * Math.PI * (Number(isoDay(day).slice(5, 7)) - 8)) / 12);

function pressure(island: Island, day: number, area: number): number {
  let factor = season(day) * (weekday(day) === marketDay(area) ? 1.5 : 0.92);
  for (const wave of WAVES) {
    const centre = Math.floor(wave.share * island.adm2.length);
    const near = area === centre || at(island.neighbours, centre).includes(area);
    if (near && day >= wave.from && day < wave.to) factor *= wave.factor;
  }
  if (island.valley.areas.includes(area)) {
    if (isSilent(day)) factor *= 0.25;
    else if (day >= CAMPAIGN_FROM) factor *= 2 + (10 * (day - CAMPAIGN_FROM)) / (DAYS - CAMPAIGN_FROM);
  }
  return factor;
}

/** Weight of each day and area, `weights[day * areas + area]`. */
export function makeHazard(island: Island, seed: number): Float64Array {
  const areas = island.adm2.length;
  const rng = Rng.of(seed, 'hazard');
  const people = island.adm2.map((_, a) =>
    island.settlements.reduce((s, v) => (v.adm2 === a ? s + Math.sqrt(v.population) : s), 0),
  );
  const raw = people.map((p, a) => Math.sqrt(p) * rng.range(0.4, 1.8) * (island.valley.areas.includes(a) ? 0.9 : 1));
  const total = raw.reduce((s, x) => s + x, 0);
  const base = raw.map((x) => (x / total) * EVENTS_A_DAY * (1 - OFFSPRING));

  const excited = new Float64Array(areas);
  const fade = 1 - 1 / MEMORY_DAYS;
  const weights = new Float64Array(DAYS * areas);
  for (let day = 0; day < DAYS; day++) {
    const events: number[] = [];
    for (let area = 0; area < areas; area++) {
      // Pressure lifts the base alone: were it to lift excitation too, a wave would feed on itself without end.
      const expected = at(base, area) * pressure(island, day, area) + at(excited, area);
      const count = rng.poisson(expected);
      events.push(count);
      weights[day * areas + area] = count + 0.15 * expected;
    }
    for (let area = 0; area < areas; area++) excited[area] = at(excited, area) * fade;
    events.forEach((count, area) => {
      if (count === 0) return;
      const kick = (count * OFFSPRING) / MEMORY_DAYS;
      excited[area] = at(excited, area) + kick * (1 - NEXT_DOOR);
      const next = at(island.neighbours, area);
      for (const n of next) excited[n] = at(excited, n) + (kick * NEXT_DOOR) / next.length;
    });
  }
  return weights;
}

/** How many of `total` records fall on each day and area: systematic sampling, so they add up to `total` exactly. */
export function* spread(
  weights: Float64Array,
  areas: number,
  total: number,
): Generator<{ day: number; counts: number[] }> {
  const sum = weights.reduce((s, w) => s + w, 0);
  let [cumulative, given] = [0, 0];
  for (let day = 0; day < DAYS; day++) {
    const counts: number[] = [];
    for (let area = 0; area < areas; area++) {
      cumulative += at(weights, day * areas + area);
      const last = day === DAYS - 1 && area === areas - 1;
      const upTo = last ? total : Math.floor((cumulative / sum) * total);
      counts.push(upTo - given);
      given = upTo;
    }
    yield { day, counts };
  }
}
