/** Who took part in an ACLED event. Actor 1 and 2 imply no direction; only violence against civilians has one. */
import type { ActorType, PartyRole } from '../../vocabulary/codes.ts';
import { actorTypeFromAcledInter } from '../../vocabulary/index.ts';
import type { Party } from '../contract.ts';
import { quoted, within } from './cells.ts';

export interface AcledSide {
  actor: string;
  /** `assoc_actor_1`: several names parted by semicolons, without types of their own. */
  associates: string;
  inter: string;
}

const LIMIT = 30;

/**
 * @param targeting whether the event targets civilians (`civilian_targeting`, or the event type itself).
 * @returns the parties (at most 30; the columns with associates stay in `extra` whole), and what was odd.
 */
export function acledParties(sides: readonly AcledSide[], targeting: boolean) {
  const warnings: string[] = [];
  const named = sides.filter((side) => side.actor !== '').map((side) => ({ ...side, type: typeOf(side, warnings) }));
  const targets = named.map((side) => targeting && side.type === 'civilians');
  const directed = targets.includes(true) && targets.includes(false);
  const parties: Party[] = [];
  named.forEach((side, index) => {
    const role: PartyRole = targets[index] ? 'target' : directed ? 'alleged_perpetrator' : 'party';
    parties.push({ name: within(side.actor, 500), type: side.type, role });
    for (const associate of side.associates.split(';').map((name) => name.trim())) {
      if (associate === '') continue;
      // Civilians and crowds go with their own kind; of an armed actor's associates nothing is said.
      const alike = side.type === 'civilians' || side.type === 'crowd';
      parties.push({ name: within(associate, 500), type: alike ? side.type : 'unidentified', role: 'present' });
    }
  });
  if (parties.length > LIMIT) warnings.push(`${parties.length} actors are named; the first ${LIMIT} are parties.`);
  return { parties: parties.slice(0, LIMIT), warnings };
}

function typeOf({ actor, inter }: AcledSide, warnings: string[]): ActorType {
  const mapped = actorTypeFromAcledInter(inter, actor);
  if (mapped) return mapped.code;
  if (/^civilians\b/i.test(actor)) return 'civilians';
  // 0 stands where there is no such actor.
  if (inter !== '' && inter !== '0')
    warnings.push(`${quoted(inter)} is no kind of actor of ACLED; recorded as unidentified.`);
  return 'unidentified';
}
