/**
 * What truly happens: a self-exciting process (Hawkes 1971) as a branching one (Hawkes and Oakes 1974), so that each
 * event knows the one that set it off. Everyday violence and the pressures bring immigrants; each event may be followed
 * by others within days and kilometres, by the same actor, or by a foe who takes revenge. Day by day, with what is yet
 * to come waiting in the bucket of its day.
 */
import { ACTORS, actorIndex } from '../actors.ts';
import { PROFILES, type Profile } from '../catalogue.ts';
import { DAYS } from '../clock.ts';
import { at, Rng } from '../rng.ts';
import { marketDay, monthOf, season, weekday } from './calendar.ts';
import { type Cause, makePressures, type Pressure } from './pressures.ts';
import type { World } from './world.ts';

/** Where, by whom and why; the rest of an event is drawn from its number (`events.ts`). */
export type Spark = {
  number: number;
  day: number;
  village: number;
  profile: number;
  actor: number;
  cause: Cause;
  /** Number of the event that set it off, -1 for none. */
  parent: number;
  /** Number of the pressure that brought it, -1 for none. */
  pressure: number;
};

/** Immigrants a day at the natural size, over the year. */
const EVERYDAY = 0.62;
/** Events that one sets off (mean), by what it is. Below 1, or nothing would ever end. */
const FOLLOWERS = { armed: 0.82, urban: 0.25, quiet: 0.55 } as const;
const AFTER_DAYS = 3.5;
const SAME_VILLAGE = 0.55;
/** Of those that follow, the share that a foe does in revenge; more after an operation. */
const REVENGE = 0.16;
const REVENGE_AFTER_OPERATION = 0.5;
const GIVEN_BONUS = 3;
const MONTH_BONUS = 1.9;
const MARKET_BONUS = 2.4;

/** Market towns have riots and marches, villages do not. */
export const URBAN: ReadonlySet<string> = new Set([
  'riot',
  'peaceful_protest',
  'protest_repressed',
  'excessive_force_protest',
  'cyber_attack',
]);
const REPRISALS: ReadonlySet<string> = new Set([
  'attack_on_civilians',
  'pillage_destruction',
  'communal_violence',
  'summary_killing',
]);
const OF_OPERATIONS: ReadonlySet<string> = new Set([
  'armed_clash',
  'territory_change',
  'shelling',
  'arbitrary_detention',
]);
const ARMED: ReadonlySet<string> = new Set([
  ...REPRISALS,
  'armed_clash',
  'territory_change',
  'abduction',
  'forced_displacement',
  'shelling',
]);

type Weights = { ids: readonly number[]; weights: Float64Array };
type Tables = {
  /** Who does each kind of event, over the country. */
  doers: readonly Float64Array[];
  /** Where each actor acts, by settlement: among people, and in towns. */
  fields: readonly { rural: Float64Array; urban: Float64Array }[];
  /** What each actor does: anything, as revenge, in an operation. */
  acts: readonly { any: Float64Array; revenge: Float64Array; operation: Float64Array }[];
  pressures: readonly Pressure[];
  inAreas: readonly Weights[];
};

const doneBy = (profile: Profile, actor: number) => profile.by.includes(at(ACTORS, actor).type);

function makeTables(world: World): Tables {
  const { island, felt } = world;
  const fields = ACTORS.map((_, a) => {
    const field = (power: number) =>
      Float64Array.from(island.settlements, (s) => at(at(felt, s.adm2), a) ** 1.5 * s.population ** power + 1e-9);
    return { rural: field(0.45), urban: field(1) };
  });
  const strength = fields.map(({ rural }) => Math.sqrt(rural.reduce((s, w) => s + w, 0)));
  const bonus = (profile: Profile, a: number) => (at(ACTORS, a).given.includes(profile.type) ? GIVEN_BONUS : 1);
  const acts = (a: number, among: (p: Profile) => boolean) =>
    Float64Array.from(PROFILES, (p) => (doneBy(p, a) && among(p) ? p.weight * bonus(p, a) : 0));
  const pressures = makePressures(island, felt, world.seed);
  return {
    doers: PROFILES.map((p) => Float64Array.from(ACTORS, (_, a) => (doneBy(p, a) ? at(strength, a) * bonus(p, a) : 0))),
    fields,
    acts: ACTORS.map((_, a) => ({
      any: acts(a, (p) => !URBAN.has(p.type)),
      revenge: acts(a, (p) => REPRISALS.has(p.type)),
      operation: acts(a, (p) => OF_OPERATIONS.has(p.type)),
    })),
    pressures,
    inAreas: pressures.map(({ areas, actor }) => {
      const ids = [...island.settlements.keys()].filter((v) => areas.includes(at(island.settlements, v).adm2));
      return { ids, weights: Float64Array.from(ids, (v) => at(at(fields, actor).rural, v)) };
    }),
  };
}

const tablesOf = new WeakMap<World, Tables>();
function tables(world: World): Tables {
  const made = tablesOf.get(world) ?? makeTables(world);
  tablesOf.set(world, made);
  return made;
}

/** Operations, waves and the campaign of this world, in order of their first day. */
export const pressuresOf = (world: World): readonly Pressure[] => tables(world).pressures;

const some = (weights: Float64Array) => weights.some((w) => w > 0);

/**
 * The sparks of each day. `size` 1 is the natural size; below it the country is quieter; above it each spark stands for
 * several events (`copies`), so that a million records keep the rhythm and the places of ten thousand.
 */
export function* sparks(world: World, size: number): Generator<{ day: number; events: Spark[] }> {
  const t = tables(world);
  const rng = Rng.of(world.seed, 'process');
  const rate = Math.min(1, size);
  const copies = Math.max(1, size);
  const waiting = new Map<number, Omit<Spark, 'number'>[]>();
  let [number, owed] = [0, 0];

  function everyday(day: number): Omit<Spark, 'number'> {
    const profile = rng.weighted(PROFILES.map((p) => p.weight));
    const months = ACTORS.map(({ months }) => (months.includes(monthOf(day)) ? MONTH_BONUS : 1));
    const actor = rng.weighted(at(t.doers, profile).map((w, a) => w * at(months, a)));
    const field = at(t.fields, actor)[URBAN.has(at(PROFILES, profile).type) ? 'urban' : 'rural'];
    const village = rng.weighted(
      field.map((w, v) => w * (marketDay(at(world.island.settlements, v).adm2) === weekday(day) ? MARKET_BONUS : 1)),
    );
    return { day, village, profile, actor, cause: 'background', parent: -1, pressure: -1 };
  }

  function pressed(p: Pressure, day: number): Omit<Spark, 'number'> {
    const { ids, weights } = at(t.inAreas, p.number);
    const { any, operation } = at(t.acts, p.actor);
    const profile = rng.weighted(p.cause === 'operation' ? operation : any);
    return {
      day,
      village: at(ids, rng.weighted(weights)),
      profile,
      actor: p.actor,
      cause: p.cause,
      parent: -1,
      pressure: p.number,
    };
  }

  function follow(spark: Spark): void {
    const { type } = at(PROFILES, spark.profile);
    const mean = ARMED.has(type) ? FOLLOWERS.armed : URBAN.has(type) ? FOLLOWERS.urban : FOLLOWERS.quiet;
    const near = at(world.near, spark.village);
    for (let left = rng.poisson(mean); left > 0; left--) {
      const foes = at(ACTORS, spark.actor)
        .foes.map(actorIndex)
        .filter((f) => some(at(t.acts, f).revenge));
      const isRevenge = foes.length > 0 && rng.chance(spark.cause === 'operation' ? REVENGE_AFTER_OPERATION : REVENGE);
      const actor = isRevenge ? rng.pick(foes) : spark.actor;
      const acts = at(t.acts, actor)[isRevenge ? 'revenge' : 'any'];
      const after = isRevenge
        ? 2 + rng.exponential(AFTER_DAYS) + rng.exponential(AFTER_DAYS)
        : rng.exponential(AFTER_DAYS);
      const day = spark.day + Math.round(after);
      if (day >= DAYS || !some(acts)) continue;
      const stays = near.ids.length === 0 || rng.chance(SAME_VILLAGE);
      const child = {
        day,
        village: stays ? spark.village : at(near.ids, rng.weighted(near.weights)),
        profile: rng.chance(0.4) && !isRevenge ? spark.profile : rng.weighted(acts),
        actor,
        cause: isRevenge ? ('reprisal' as const) : ('follows' as const),
        parent: spark.number,
        pressure: spark.pressure,
      };
      if (day === spark.day) today.push(child);
      else waiting.set(day, [...(waiting.get(day) ?? []), child]);
    }
  }

  let today: Omit<Spark, 'number'>[] = [];
  for (let day = 0; day < DAYS; day++) {
    today = waiting.get(day) ?? [];
    waiting.delete(day);
    for (let n = rng.poisson(EVERYDAY * rate * season(day)); n > 0; n--) today.push(everyday(day));
    for (const p of t.pressures)
      if (day >= p.from && day < p.to)
        for (let n = rng.poisson(p.rate(day) * rate); n > 0; n--) today.push(pressed(p, day));
    const events: Spark[] = [];
    // The list grows while it is walked: some events are followed by others on the same day.
    for (const spark of today) {
      owed += copies;
      const first = { ...spark, number };
      for (; owed > 1 - 1e-9; owed--) events.push({ ...spark, number: number++ });
      follow(first);
    }
    yield { day, events };
  }
}
