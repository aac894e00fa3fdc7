/** Who took part in an ACLED event. Actor 1 and 2 imply no direction; only violence against civilians has one. */
import type { ActorType, EventType, PartyRole } from '../../vocabulary/codes.ts';
import type { Party } from '../contract.ts';
import { within } from './cells.ts';

/** `inter1` and `inter2`: figures in older releases, words in newer ones. */
const INTER: Readonly<Record<string, ActorType>> = {
  '1': 'state_security_force',
  'state forces': 'state_security_force',
  '2': 'non_state_armed_group',
  'rebel group': 'non_state_armed_group',
  'rebel groups': 'non_state_armed_group',
  '3': 'proxy_militia',
  'political militia': 'proxy_militia',
  'political militias': 'proxy_militia',
  '4': 'communal_militia',
  'identity militia': 'communal_militia',
  'identity militias': 'communal_militia',
  '5': 'crowd',
  rioters: 'crowd',
  '6': 'crowd',
  protesters: 'crowd',
  '7': 'civilians',
  civilians: 'civilians',
  '8': 'foreign_force',
  'external/other forces': 'foreign_force',
  'external forces': 'foreign_force',
  'other forces': 'foreign_force',
};

/** `null` for a value that ACLED does not document. */
export function actorTypeFromInter(inter: string): ActorType | null {
  const key = inter.trim().toLowerCase();
  return Object.hasOwn(INTER, key) ? (INTER[key] ?? null) : null;
}

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
export function acledParties(sides: readonly AcledSide[], type: EventType, targeting: boolean) {
  const warnings: string[] = [];
  const named = sides.filter((side) => side.actor !== '').map((side) => ({ ...side, type: typeOf(side, warnings) }));
  const targets = named.map((side) => isTarget(side, type, targeting));
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

function typeOf(side: AcledSide, warnings: string[]): ActorType {
  if (/^unidentified\b/i.test(side.actor)) return 'unidentified';
  const type = actorTypeFromInter(side.inter);
  if (type) return type;
  if (/^civilians\b/i.test(side.actor)) return 'civilians';
  if (/^(rioters|protesters)\b/i.test(side.actor)) return 'crowd';
  if (side.inter !== '') warnings.push(`“${within(side.inter, 60)}” is no kind of actor of ACLED; recorded as unidentified.`);
  return 'unidentified';
}

function isTarget(side: AcledSide & { type: ActorType }, type: EventType, targeting: boolean): boolean {
  if (!targeting) return false;
  if (side.type === 'civilians') return true;
  return type === 'excessive_force_protest' && side.type === 'crowd' && !/^rioters\b/i.test(side.actor);
}
