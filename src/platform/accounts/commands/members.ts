/** Who is in a mission, and what they may: invitations, changes, ends. Every one is a line in the ledger. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { ROLES } from '../../../vocabulary/index.ts';
import type { Database, Tx } from '../../database/database.ts';
import { isUniqueViolation } from '../../database/violations.ts';
import { KingaError } from '../../errors.ts';
import { recordAct } from '../../ledger/store.ts';
import { missionRef } from '../../missions/store.ts';
import { type MissionRef, missionOf, must, type Principal, systemPrincipal } from '../../principal.ts';
import type { AcceptInvitation, Invite, Scope } from '../contract.ts';
import { checkGrant, checkPassphrase, INVITATION_LASTS } from '../rules.ts';
import { hashPassphrase, newSecret, secretHash } from '../secrets.ts';
import {
  administratorsOf,
  endMembership,
  insertInvitation,
  membership,
  putMembership,
  revokeInvitation,
  revokeSessions,
  scopeOfInvitation,
  takeInvitation,
} from '../store.ts';
import { addPerson } from './set-up.ts';

const house = systemPrincipal('members');

export function checkRoles(scope: Scope): void {
  const unknown = scope.roles.find((role) => !ROLES.some((r) => r.code === role));
  if (unknown) throw new KingaError('invalid_input', { what: `there is no role “${unknown}”` });
}

/** @returns a one-time link, told once and never again */
export async function invite(db: Database, who: Principal, input: z.infer<typeof Invite>) {
  must(who, 'people.manage');
  checkRoles(input);
  const [id, token] = [randomUUID(), newSecret()];
  const mission = missionOf(who);
  return db.write(who, async (tx) => {
    const expiresAt = new Date(tx.clock.now().getTime() + INVITATION_LASTS);
    const { roles, level, compartments, areas } = input;
    await insertInvitation(tx, {
      id,
      hash: secretHash(token),
      mission,
      scope: input,
      name: input.name,
      email: input.email,
      expiresAt,
    });
    await recordAct(tx, {
      verb: 'person.invite',
      room: 'platform.invitation',
      record: id,
      content: { roles, level, compartments, areas },
    });
    return { id, link: `/join#${token}`, expiresAt: expiresAt.toISOString() };
  });
}

/** Ends an invitation that nobody followed yet. @throws `not_found` */
export async function endInvitation(db: Database, who: Principal, id: string): Promise<void> {
  must(who, 'people.manage');
  await db.write(who, async (tx) => {
    if (!(await revokeInvitation(tx, missionOf(who), id))) throw new KingaError('not_found');
    await recordAct(tx, { verb: 'person.uninvite', room: 'platform.invitation', record: id, version: 2, content: {} });
  });
}

/** Somebody follows an invitation. @throws `link_expired`, `address_taken`, `weak_passphrase` */
export async function acceptInvitation(
  db: Database,
  input: z.infer<typeof AcceptInvitation>,
): Promise<{ person: string }> {
  checkPassphrase(input.passphrase, input.email);
  const passphraseHash = await hashPassphrase(input.passphrase);
  try {
    return await db.write(house, async (tx) => {
      const invitation = await takeInvitation(tx, secretHash(input.token));
      const mission = invitation?.mission_slug ? await missionRef(tx, invitation.mission_slug) : null;
      if (!invitation || !mission) throw new KingaError('link_expired');
      const person = await addPerson(tx, { ...input, passphraseHash });
      await grant(tx, mission, person, scopeOfInvitation(mission, invitation));
      return { person };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new KingaError('address_taken');
    throw error;
  }
}

/**
 * Somebody who has an account follows an invitation to another mission.
 * @returns the mission's slug
 * @throws `link_expired`, `already_member`: what one may in one's own mission is changed by others, not by an invitation
 */
export async function joinMission(db: Database, who: Principal, token: string): Promise<{ mission: string }> {
  const { person } = who;
  if (!person) throw new KingaError('not_signed_in');
  return db.write(house, async (tx) => {
    const invitation = await takeInvitation(tx, secretHash(token));
    const mission = invitation?.mission_slug ? await missionRef(tx, invitation.mission_slug) : null;
    if (!invitation || !mission) throw new KingaError('link_expired');
    if (await membership(tx, mission, person)) throw new KingaError('already_member');
    await grant(tx, mission, person, scopeOfInvitation(mission, invitation));
    return { mission: mission.slug };
  });
}

/** Writes what somebody may in a mission, and tells the ledger. */
async function grant(tx: Tx, mission: MissionRef, person: string, scope: Scope): Promise<void> {
  const version = await putMembership(tx, mission, person, scope);
  await recordAct(tx, {
    verb: 'person.grant',
    room: 'platform.membership',
    record: `${mission.slug}:${person}`,
    version,
    content: scope,
  });
}

/** @throws `last_administrator`, `above_own_level` when somebody gives themselves more */
export async function changeMember(db: Database, who: Principal, person: string, scope: Scope): Promise<Scope> {
  must(who, 'people.manage');
  checkRoles(scope);
  const mission = missionOf(who);
  return db.write(who, async (tx) => {
    const held = await membership(tx, mission, person);
    if (!held) throw new KingaError('not_found');
    checkGrant(who, person, held, scope);
    if (!scope.roles.includes('administrator')) await keepAnAdministrator(await administratorsOf(tx, mission), person);
    await grant(tx, mission, person, scope);
    return scope;
  });
}

/** Ends a membership and the person's sessions. */
export async function removeMember(db: Database, who: Principal, person: string): Promise<void> {
  must(who, 'people.manage');
  const mission = missionOf(who);
  await db.write(who, async (tx) => {
    await keepAnAdministrator(await administratorsOf(tx, mission), person);
    const version = await endMembership(tx, mission, person);
    if (version === null) throw new KingaError('not_found');
    await recordAct(tx, {
      verb: 'person.end',
      room: 'platform.membership',
      record: `${mission.slug}:${person}`,
      version,
      content: {},
    });
  });
  await db.write(house, (tx) => revokeSessions(tx, person));
}

/** Ends all sessions of a member, for a lost or seized laptop. */
export async function endSessionsOf(db: Database, who: Principal, person: string): Promise<void> {
  must(who, 'people.manage');
  const mission = missionOf(who);
  const member = await db.read(who, (tx) => membership(tx, mission, person));
  if (!member) throw new KingaError('not_found');
  await db.write(house, (tx) => revokeSessions(tx, person));
  await db.write(who, (tx) =>
    recordAct(tx, {
      verb: 'person.sessions_end',
      room: 'platform.membership',
      record: `${mission.slug}:${person}`,
      content: {},
    }),
  );
}

/** @throws `last_administrator` */
export function keepAnAdministrator(administrators: readonly string[], leaving: string): void {
  if (administrators.length === 1 && administrators[0] === leaving) throw new KingaError('last_administrator');
}
