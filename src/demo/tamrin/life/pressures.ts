/** What presses on top of everyday violence: operations of the army, waves of the groups, and the campaign in the valley. */
import { ACTORS, type ActorKey, actorIndex } from '../actors.ts';
import { DAYS } from '../clock.ts';
import type { Island } from '../island.ts';
import { at, Rng } from '../rng.ts';
import { CAMPAIGN_FROM, isRainy, STORY_DAY } from './calendar.ts';

export type Cause = 'background' | 'operation' | 'wave' | 'campaign' | 'follows' | 'reprisal';

export type Pressure = {
  number: number;
  cause: 'operation' | 'wave' | 'campaign';
  actor: number;
  areas: readonly number[];
  from: number;
  /** Not included. */
  to: number;
  /** Events a day that it sets off by itself, at the natural size of the country. */
  rate: (day: number) => number;
};

/** Shares of the way through the list of areas at which the groups' own waves have their middle. */
const WAVES: readonly { actor: ActorKey; share: number; from: number; days: number; rate: number }[] = [
  { actor: 'springs', share: 0.08, from: 95, days: 70, rate: 0.34 },
  { actor: 'riders', share: 0.62, from: 410, days: 85, rate: 0.3 },
  { actor: 'ember', share: 0.85, from: 720, days: 60, rate: 0.36 },
  { actor: 'salt', share: 0.45, from: 1090, days: 75, rate: 0.3 },
  { actor: 'springs', share: 0.2, from: 1440, days: 60, rate: 0.32 },
];
const OPERATIONS_A_YEAR = 4;
const CAMPAIGN_RATE = 1.5;

export function makePressures(island: Island, felt: readonly number[][], seed: number): Pressure[] {
  const rng = Rng.of(seed, 'pressures');
  const made: Omit<Pressure, 'number'>[] = WAVES.map(({ actor, share, from, days, rate }) => {
    const centre = Math.floor(share * island.adm2.length);
    const length = days;
    return {
      cause: 'wave',
      actor: actorIndex(actor),
      areas: [centre, ...at(island.neighbours, centre).slice(0, 2)],
      from,
      to: from + length,
      rate: (day) => rate * Math.sin((Math.PI * (day - from + 0.5)) / length),
    };
  });
  const army = actorIndex('army');
  for (let day = rng.int(30, 90); day < DAYS - 40; day += Math.floor(rng.exponential(365 / OPERATIONS_A_YEAR))) {
    // Columns do not move in the mud, and in the valley the army leaves the work to others.
    if (isRainy(day)) continue;
    const against = at(ACTORS, army).foes.map(actorIndex);
    const foe = rng.pick(against);
    const areas = [...island.adm2.keys()].filter((a) => !island.valley.areas.includes(a));
    const area = at(areas, rng.weighted(areas.map((a) => at(at(felt, a), foe) + 1e-3)));
    const to = Math.min(DAYS, day + rng.int(9, 24));
    made.push({ cause: 'operation', actor: army, areas: [area], from: day, to, rate: () => 0.55 });
  }
  made.push({
    cause: 'campaign',
    actor: actorIndex('lanterns'),
    areas: island.valley.areas,
    from: CAMPAIGN_FROM,
    to: DAYS,
    rate: (day) => CAMPAIGN_RATE * Math.min(1, 0.12 + (0.88 * (day - CAMPAIGN_FROM)) / (STORY_DAY - CAMPAIGN_FROM)),
  });
  return made.sort((a, b) => a.from - b.from).map((p, number) => ({ ...p, number }));
}
