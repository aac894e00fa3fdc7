/** Who commands what, from when to when: each armed actor has sectors, and men who take them over from one another. */
import { ACTORS } from '../actors.ts';
import { DAYS } from '../clock.ts';
import { influence } from '../influence.ts';
import type { Island } from '../island.ts';
import type { Names } from '../names.ts';
import { at, Rng } from '../rng.ts';

export type Commander = { number: number; name: Names; actor: number };
/** A post held for a time: a sector of an actor is a set of second-level areas. Days, the second not included. */
export type Post = {
  commander: number;
  actor: number;
  sector: number;
  areas: readonly number[];
  from: number;
  to: number;
  /** Why it ended; null for who holds it today. */
  end: 'killed' | 'moved' | 'removed' | 'changed_side' | null;
};
export type Careers = { commanders: readonly Commander[]; posts: readonly Post[] };

const SECTORS: Partial<Record<(typeof ACTORS)[number]['type'], number>> = {
  state_security_force: 4,
  non_state_armed_group: 3,
  proxy_militia: 2,
  communal_militia: 1,
  self_defence_group: 1,
  gang_criminal: 1,
};
const MEAN_DAYS_IN_POST = 520;
const ENDS = ['killed', 'moved', 'moved', 'removed', 'changed_side'] as const;
/** How much of an actor must be felt in an area for it to be in one of the sectors. */
const FELT = 0.12;

export function makeCareers(island: Island, seed: number): Careers {
  const felt = influence(island);
  const commanders: Commander[] = [];
  const posts: Post[] = [];
  ACTORS.forEach((actor, a) => {
    const rng = Rng.of(seed, 'careers', a);
    const sectors = SECTORS[actor.type] ?? 0;
    const areas = [...island.adm2.keys()].filter((area) => at(at(felt, area), a) > FELT);
    const byNorth = areas.toSorted((x, y) => at(island.adm2, y).middle[1] - at(island.adm2, x).middle[1]);
    const pool: number[] = [];
    const appoint = () => {
      const free = pool.pop();
      if (free !== undefined && rng.chance(0.5)) return free;
      commanders.push({ number: commanders.length, name: island.names.person(rng), actor: a });
      return commanders.length - 1;
    };
    for (let sector = 0; sector < sectors; sector++) {
      const own = byNorth.slice(
        Math.floor((sector * areas.length) / sectors),
        Math.floor(((sector + 1) * areas.length) / sectors),
      );
      for (let from = 0; from < DAYS; ) {
        const to = Math.min(DAYS, from + 60 + Math.floor(rng.exponential(MEAN_DAYS_IN_POST)));
        const end = to === DAYS ? null : rng.pick(ENDS);
        const commander = appoint();
        posts.push({ commander, actor: a, sector, areas: own, from, to, end });
        if (end === 'moved') pool.push(commander);
        from = to;
      }
    }
  });
  return { commanders, posts };
}

/** Who commands an actor's men in an area on that day; -1 where nobody does. */
export function commanderOf({ posts }: Careers, actor: number, area: number, day: number): number {
  return posts.find((p) => p.actor === actor && day >= p.from && day < p.to && p.areas.includes(area))?.commander ?? -1;
}
