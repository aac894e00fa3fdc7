/** What an event did to people and things, as a record puts it. */
import type { Figure, IncidentInput } from '../../../incidents/contract.ts';
import { at, type Rng } from '../rng.ts';
import type { Toll } from '../words/phrases.ts';
import type { Facts } from './facts.ts';

/** Harm by kind and group; estimates with a range until a second source is there. */
export function figuresOf(facts: Facts, toll: Toll & { civilians: number }, sure: boolean, rng: Rng): Figure[] {
  const figures: Figure[] = [];
  const estimate = (n: number) => ({
    low: sure ? n : Math.floor(n * 0.7),
    best: n,
    high: sure ? n : Math.ceil(n * 1.4),
  });
  const harm = (kind: Figure['harm'], group: Figure['group'], n: number, bySexAge: Figure['bySexAge'] = {}) =>
    figures.push({ harm: kind, group, total: estimate(n), bySexAge });
  if (toll.killed > 0) {
    harm(
      'killed',
      'civilians',
      toll.civilians,
      sure && toll.civilians > 1 && rng.chance(0.45) ? split(toll.civilians, rng) : {},
    );
    harm('killed', 'all', toll.killed);
  }
  if (toll.injured > 0) harm('injured', facts.profile?.clash ? 'all' : 'civilians', toll.injured);
  if (toll.abducted > 0)
    harm('abducted', 'civilians', toll.abducted, rng.chance(0.25) ? split(toll.abducted, rng) : {});
  if (toll.displaced > 0) harm('displaced', 'civilians', toll.displaced);
  if (toll.arrested > 0) harm('arrested', 'civilians', toll.arrested);
  if (facts.type === 'sexual_violence') harm('sexual_violence', 'civilians', 1 + (facts.ordinal % 3));
  return figures;
}

/** Women, men, girls and boys, with some left unknown: the parts add up to `n`. */
function split(n: number, rng: Rng): Figure['bySexAge'] {
  const counts = { women: 0, men: 0, girls: 0, boys: 0, unknown: 0 };
  const groups = ['women', 'men', 'girls', 'boys', 'unknown'] as const;
  for (let i = 0; i < n; i++) counts[at(groups, rng.weighted([27, 38, 8, 9, 18]))]++;
  const parts = groups.filter((g) => counts[g] > 0);
  return Object.fromEntries(parts.map((g) => [g, { low: counts[g], best: counts[g], high: counts[g] }]));
}

/** What was destroyed, damaged or looted, and whom that affects. */
export function damageOf(facts: Facts, rng: Rng): IncidentInput['core']['damage'] {
  const { profile } = facts;
  if (!profile || profile.damage.length === 0 || !rng.chance(0.6)) return [];
  const object = rng.pick(profile.damage);
  const count = object === 'homes' ? rng.int(2, 60) : object === 'crops_livestock' ? null : 1;
  const extent = rng.pick(['destroyed', 'damaged', 'looted', 'out_of_service'] as const);
  const serves = object === 'homes' ? (count ?? 1) * 5 : rng.int(3, 60) * 50;
  return [{ object, extent, count, peopleAffected: rng.chance(0.5) ? serves : null, note: null }];
}
