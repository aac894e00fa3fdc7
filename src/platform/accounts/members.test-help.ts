/** Somebody of one test mission in another one, too. */
import type { TestHouse } from '../../../test/support/house.ts';
import { type MissionRef, type Principal, systemPrincipal } from '../principal.ts';
import { verbsOf } from './rules.ts';
import { putMembership } from './store.ts';

/** @returns them as they stand in that mission */
export async function addMembership(
  house: TestHouse,
  mission: MissionRef,
  member: Principal,
  roles: string[] = ['administrator'],
): Promise<Principal> {
  const scope = { roles, level: member.level, compartments: [...member.compartments], areas: null };
  await house.db.write(systemPrincipal('test'), (tx) => putMembership(tx, mission, member.person ?? '', scope));
  return { ...member, ...scope, mission, verbs: new Set(verbsOf(roles)) };
}
