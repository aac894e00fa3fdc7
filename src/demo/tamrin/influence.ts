/** How far each actor is felt from where it is at home. */
import { ACTORS, type Actor } from './actors.ts';
import type { Island } from './island.ts';
import type { Point } from './land/plane.ts';
import { at } from './rng.ts';

function homeOf(actor: Actor, island: Island): Point {
  const middles = island.adm2.map((a) => a.middle);
  const furthest = (score: (p: Point) => number) => middles.reduce((a, b) => (score(b) > score(a) ? b : a));
  switch (actor.home) {
    case 'capital':
      return at(island.settlements, 0).point;
    case 'valley':
      return at(middles, at(island.valley.areas, 0));
    case 'north':
      return furthest((p) => p[1]);
    case 'south':
      return furthest((p) => -p[1]);
    case 'east':
      return furthest((p) => p[0]);
    case 'west':
      return furthest((p) => -p[0]);
    case 'everywhere':
      return [0, 0];
  }
}

/** How much each actor (by number) is felt in each second-level area: 0 to 1. `result[area][actor]`. */
export function influence(island: Island): number[][] {
  const homes = ACTORS.map((a) => homeOf(a, island));
  return island.adm2.map((area) =>
    ACTORS.map((actor, i) => {
      const home = at(homes, i);
      const away = Math.hypot(area.middle[0] - home[0], area.middle[1] - home[1]) / actor.reach;
      return actor.home === 'everywhere' ? 0.6 : Math.exp(-away * away);
    }),
  );
}
