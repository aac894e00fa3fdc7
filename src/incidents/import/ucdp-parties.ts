/** Who took part in a UCDP event, and as what. */

import type { ActorType } from '../../vocabulary/codes.ts';
import type { UcdpViolence } from '../../vocabulary/index.ts';
import type { Party } from '../contract.ts';
import { within } from './cells.ts';

/**
 * The two sides. In one-sided violence side A is the perpetrator that UCDP names and side B the civilians; in the other
 * two kinds the sides imply no direction.
 * @param country where it happened: a government of another country is a foreign force there.
 */
export function partiesOf(
  violence: UcdpViolence,
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
  const oneSided = violence === 3;
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
