/** What each event truly was, drawn from its number: when to the minute, where to the metre, by whose men, how many. */
import { ACTORS, actorIndex } from '../actors.ts';
import { PROFILES, type Profile } from '../catalogue.ts';
import { DAY, FIRST_DAY, HOUR, SIMULATED_NOW } from '../clock.ts';
import type { Point } from '../land/plane.ts';
import { commanderOf } from '../presence/careers.ts';
import { at, Rng } from '../rng.ts';
import { hourOf, isHarvest, marketDay, weekday } from './calendar.ts';
import type { Spark } from './process.ts';
import type { World } from './world.ts';

export type TrueEvent = Spark & {
  instant: number;
  /** km on the sheet. */
  point: Point;
  area: number;
  /** The other party of a clash, or -1. */
  other: number;
  /** Number in `careers.commanders`, or -1. */
  commander: number;
  night: boolean;
  market: boolean;
  killed: number;
  /** Of the killed; the rest bore arms. */
  civilians: number;
  injured: number;
  abducted: number;
  displaced: number;
  arrested: number;
};

const NOW = SIMULATED_NOW.getTime();
/** In the valley and under a campaign it is worse. */
const CAMPAIGN_DEADLIER = 1.25;

/** A draw around `usual` with a long tail; 0 stays 0. */
function amount(rng: Rng, usual: number, ceiling: number): number {
  if (usual === 0) return 0;
  return Math.min(ceiling, Math.max(1, Math.round(usual * Math.exp(0.75 * rng.normal()))));
}

/** Nobody counts people on the road one by one. */
const rounded = (n: number): number => (n < 10 ? n : Math.round(n / 5) * 5);

export function makeEvent(world: World, spark: Spark): TrueEvent {
  const rng = Rng.of(world.seed, 'event', spark.number);
  const profile = at(PROFILES, spark.profile);
  const { point: centre, room, adm2: area } = at(world.island.settlements, spark.village);
  const isMarketDay = weekday(spark.day) === marketDay(area);
  const night = rng.chance(isMarketDay ? at(ACTORS, spark.actor).night * 0.5 : at(ACTORS, spark.actor).night);
  const start = FIRST_DAY + spark.day * DAY + Math.floor(hourOf(rng, night) * HOUR);
  const deadly = rng.chance(profile.deadly * (spark.cause === 'campaign' ? CAMPAIGN_DEADLIER : 1));
  const killed = deadly ? amount(rng, profile.deaths, 60) : 0;
  const reach = Math.min(room, rng.chance(0.7) ? 0.8 : 4) * Math.sqrt(rng.float());
  const angle = rng.range(0, 2 * Math.PI);
  const plunder = isHarvest(spark.day) && profile.type === 'pillage_destruction' ? 1.6 : 1;
  return {
    ...spark,
    // What happens today happened before now, with an hour to hear of it.
    instant: Math.min(start, NOW - 2 * HOUR),
    point: [centre[0] + reach * Math.cos(angle), centre[1] + reach * Math.sin(angle)],
    area,
    other: otherParty(world, profile, spark.actor, area, rng),
    commander: commanderOf(world.careers, spark.actor, area, spark.day),
    night,
    market: !night && isMarketDay,
    killed,
    civilians: profile.clash ? (rng.chance(0.3) ? Math.round(killed * rng.range(0, 0.6)) : 0) : killed,
    injured: rng.chance(0.6) ? amount(rng, profile.injured, 80) : 0,
    abducted: amount(rng, profile.abducted, 60),
    displaced: rng.chance(0.35 * plunder) ? rounded(amount(rng, profile.displaced * plunder, 4000)) : 0,
    arrested: amount(rng, profile.arrested, 90),
  };
}

function otherParty(world: World, profile: Profile, actor: number, area: number, rng: Rng): number {
  const foes = at(ACTORS, actor).foes.map(actorIndex);
  if (profile.type === 'communal_violence') {
    const neighbours = foes.filter((i) => at(ACTORS, i).type !== 'non_state_armed_group');
    return neighbours.length > 0 ? rng.pick(neighbours) : rng.pick(foes);
  }
  if (!profile.clash || foes.length === 0) return -1;
  const felt = at(world.felt, area);
  return at(foes, rng.weighted(foes.map((i) => at(felt, i) + 1e-6)));
}
