/** The five mission frameworks, loaded and checked once. */
import type { MissionFramework } from './codes.ts';
import { MissionFrameworkDoc } from './framework-schema.ts';
import ceasefire from './frameworks/ceasefire_grey_zone.json' with { type: 'json' };
import unarmed from './frameworks/civilian_unarmed.json' with { type: 'json' };
import counterInsurgency from './frameworks/counter_insurgency_parallel_forces.json' with { type: 'json' };
import humanitarian from './frameworks/specialised_humanitarian.json' with { type: 'json' };
import stateSupport from './frameworks/state_support_stabilisation.json' with { type: 'json' };

/** In the order of `MISSION_FRAMEWORKS`. */
export const FRAMEWORKS: readonly MissionFrameworkDoc[] = [
  unarmed,
  stateSupport,
  counterInsurgency,
  humanitarian,
  ceasefire,
].map((document) => MissionFrameworkDoc.parse(document));

/** The framework as the house ships it; a mission edits a copy. Throws a RangeError for an unknown code. */
export function framework(code: MissionFramework): MissionFrameworkDoc {
  const found = FRAMEWORKS.find((f) => f.code === code);
  if (!found) throw new RangeError(`There is no mission framework "${code}".`);
  return structuredClone(found);
}
