/**
 * The night in the valley (DESIGN §9), as the mission wrote it down: villages fall silent, the call at 02:10, the
 * attack, 25 dead and then 40, the road that stopped the patrol, and what came after. Rooms that do not exist yet
 * (warnings, responses, scores) will add their part.
 */

import type { Write } from '../life/stages.ts';
import type { World } from '../life/world.ts';
import { at } from '../rng.ts';
import { tellAftermath } from './after.ts';
import { tellAttack } from './attack.ts';
import { tellBefore } from './before.ts';
import { tellCall } from './call.ts';
import { tellElsewhere } from './outside.ts';
import { recordMaker, type Teller } from './records.ts';
import { storyTruth } from './truth.ts';

export type Story = { writes: readonly Write[]; records: number } & ReturnType<typeof storyTruth>;

/** The story of this world; its place names are those of the seed. */
export function story(world: World): Story {
  const { settlements, valley: where } = world.island;
  const byRiver = settlements.filter((s) => s.inValley);
  // Some seeds give a valley of few villages: then those of its hillsides take part.
  const valley = byRiver.length >= 6 ? byRiver : settlements.filter((s) => where.areas.includes(s.adm2));
  const teller: Teller = { ...recordMaker(world), v: (i) => at(valley, i % valley.length) };
  tellBefore(teller);
  tellCall(teller);
  tellAttack(teller);
  tellElsewhere(teller);
  tellAftermath(teller);
  return { writes: teller.writes, records: teller.records(), ...storyTruth(world, teller) };
}
