/** The words of Insecurity Insight's columns in our codes. A cell may hold several, parted by commas. */
import type { ActorType, EventType, MEANS } from '../../vocabulary/codes.ts';

type Means = (typeof MEANS)[number];

/** `Protection Event Context`. */
export const CONTEXTS: Readonly<Record<string, EventType>> = {
  'airstrike/shelling': 'shelling',
  'targetted attack on camp': 'attack_on_civilians',
  'security operation': 'attack_on_civilians',
  'camp resident attacked/killed': 'attack_on_civilians',
  'camp raids': 'attack_on_civilians',
  'crsv in protection context': 'sexual_violence',
  'violence against aid operator': 'attack_on_humanitarian',
  'aid obstructed': 'denial_of_access',
  'camp resident arrested': 'arbitrary_detention',
  'camp arson/fire': 'pillage_destruction',
  'clashes in/around camp': 'armed_clash',
  'threat against camp': 'threat_intimidation',
  looting: 'pillage_destruction',
  'camp resident kidnapped': 'abduction',
  'camp closure': 'forced_displacement',
  'violence by residents': 'communal_violence',
  'camp demonstrations': 'peaceful_protest',
};

/** `Reported Perpetrator`. */
export const PERPETRATORS: Readonly<Record<string, ActorType>> = {
  'host government: military': 'state_security_force',
  'host government/self-declared host government': 'state_security_force',
  police: 'state_security_force',
  nsa: 'non_state_armed_group',
  'foreign forces: military': 'foreign_force',
  'donor government': 'foreign_force',
  'peace keeper': 'foreign_force',
  criminal: 'gang_criminal',
  'camp resident': 'civilians',
  civilian: 'civilians',
  'community member': 'civilians',
  'staff worker': 'civilians',
};

/** What the data set writes where it knows nothing. */
const NOTHING = /^(no ?information.*|not applicable.*|multiple|recode in db|unnamed camp|temporary\/makeshift site)?$/i;
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.trim());
}

const WEAPONS: readonly [RegExp, Means][] = [
  [/drone/, 'drone'],
  [/aerial bomb/, 'air_strike'],
  [/firearm|live and rubber|fire arm/, 'firearms'],
  [/shelling|artillery|missile|rocket|mortar|rpg|cluster/, 'heavy_weapons'],
  [/ied|mine\b|uxo/, 'landmine_ied'],
  [/explosive|grenade/, 'explosives'],
  [/knife|machete|stones|fist|blunt|bladed/, 'bladed_blunt'],
  [/arson|fire\b/, 'fire'],
  [/chemical/, 'chemical'],
  [/vehicle/, 'vehicle'],
  [/unarmed/, 'none'],
];

/** `Weapon Carried/Used`, each means once. */
export function meansOf(text: string): Means[] {
  const found = new Set<Means>();
  for (const word of text.toLowerCase().split(',')) {
    const means = WEAPONS.find(([pattern]) => pattern.test(word))?.[1];
    if (means) found.add(means);
  }
  return [...found];
}
