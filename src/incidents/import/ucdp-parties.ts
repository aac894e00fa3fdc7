/** Who took part in a UCDP event, and as what. */
import type { Party } from '../contract.ts';
import type { ActorType } from '../../vocabulary/codes.ts';
import { within } from './cells.ts';

export type ViolenceType = 'state_based' | 'non_state' | 'one_sided';

/** As figures and, in other releases, as words. */
export function violenceType(text: string): ViolenceType | null {
  switch (text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()) {
    case '1':
    case 'state based':
    case 'state based violence':
    case 'state based conflict':
      return 'state_based';
    case '2':
    case 'non state':
    case 'non state violence':
    case 'non state conflict':
      return 'non_state';
    case '3':
    case 'one sided':
    case 'one sided violence':
      return 'one_sided';
    default:
      return null;
  }
}

/**
 * The two sides. In one-sided violence side A is the perpetrator that UCDP names and side B the civilians; in the other
 * two kinds the sides imply no direction.
 * @param country where it happened: a government of another country is a foreign force there.
 */
export function partiesOf(
  type: ViolenceType,
  sideA: string,
  sideB: string,
  country: string | null,
  governmentOf: (side: string) => { iso3: string | null } | null,
): Party[] {
  const typeOf = (side: string): ActorType => {
    if (/^civilians$/i.test(side)) return 'civilians';
    const government = governmentOf(side);
    if (!government) return 'non_state_armed_group';
    const foreign = government.iso3 !== null && country !== null && government.iso3 !== country;
    return foreign ? 'foreign_force' : 'state_security_force';
  };
  const oneSided = type === 'one_sided';
  const parties: Party[] = [];
  if (sideA !== '') {
    parties.push({ name: within(sideA, 500), type: typeOf(sideA), role: oneSided ? 'alleged_perpetrator' : 'party' });
  }
  if (sideB !== '') {
    parties.push({ name: within(sideB, 500), type: typeOf(sideB), role: oneSided ? 'target' : 'party' });
  }
  return parties;
}

/** The country of a side called `Government of …`. */
export function governmentReader(iso3FromName: (name: string) => string | null) {
  return (side: string) => {
    const name = /^Government of (.+)$/i.exec(side)?.[1];
    return name === undefined ? null : { iso3: iso3FromName(name) };
  };
}
