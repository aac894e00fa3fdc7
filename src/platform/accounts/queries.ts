/** Questions about people: one's own sessions, and who is in a mission. */
import type { Database } from '../database/database.ts';
import type { PageQuery } from '../paging/contract.ts';
import { missionOf, must, type Principal, systemPrincipal } from '../principal.ts';
import { invitationsOf, membersOf, personById, sessionByHash, sessionsOf, tokensOf } from './store.ts';
import { offerTotp } from './totp.ts';

const house = systemPrincipal('people');
const self = (who: Principal): string => who.person ?? '';

/** Where one is signed in. @param here hash of the session that asks, where it is one */
export async function openSessions(db: Database, who: Principal, here: Buffer | null) {
  return db.read(who, async (tx) => {
    const current = here && (await sessionByHash(tx, here));
    const sessions = await sessionsOf(tx, self(who));
    return sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === current?.id,
    }));
  });
}

/** A secret for an authenticator app; it counts once a code made from it has come back. */
export async function totpOffer(db: Database, who: Principal) {
  const person = await db.read(who, (tx) => personById(tx, self(who)));
  return offerTotp(person?.email ?? '');
}

export async function members(db: Database, who: Principal, page: PageQuery) {
  must(who, 'people.manage');
  return db.read(house, (tx) => membersOf(tx, missionOf(who), page));
}

export async function invitations(db: Database, who: Principal, page: PageQuery) {
  must(who, 'people.manage');
  return db.read(who, (tx) => invitationsOf(tx, missionOf(who), page));
}

export async function tokens(db: Database, who: Principal, page: PageQuery) {
  must(who, 'token.make');
  return db.read(who, (tx) => tokensOf(tx, missionOf(who), page));
}
