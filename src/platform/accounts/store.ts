/** People, memberships, sessions, invitations and tokens in the database. Secrets only as hashes. */

import type { Language } from '../../vocabulary/codes.ts';
import { sql, type Tx } from '../database/database.ts';
import type { PageQuery } from '../paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../paging/marks.ts';
import { compartmentCodes, compartmentMask, levelName, levelNumber, type MissionRef } from '../principal.ts';
import type { Scope } from './contract.ts';

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  language: Language;
  passphrase_hash: string | null;
  totp_secret: Buffer | null;
  totp_last_step: number | null;
  disabled_at: Date | null;
}

const PERSON = sql`id, name, email, language, passphrase_hash, totp_secret, totp_last_step, disabled_at`;

export async function personByEmail(tx: Tx, email: string): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`select ${PERSON} from platform.person where email = ${email}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function personById(tx: Tx, id: string): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`select ${PERSON} from platform.person where id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function anybodyThere(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from platform.person limit 1`.execute(tx.db);
  return rows.length > 0;
}

export async function insertPerson(
  tx: Tx,
  person: { id: string; name: string; email: string; language: Language; passphraseHash: string },
): Promise<void> {
  await sql`insert into platform.person (id, name, email, language, passphrase_hash, created_at)
    values (${person.id}, ${person.name}, ${person.email}, ${person.language}, ${person.passphraseHash}, ${tx.clock.now()})`.execute(
    tx.db,
  );
}

export async function setPassphrase(tx: Tx, person: string, hash: string): Promise<void> {
  await sql`update platform.person set passphrase_hash = ${hash} where id = ${person}`.execute(tx.db);
}

/** Whoever has no passphrase signs in with a link and sets one. */
export async function clearPassphrase(tx: Tx, person: string): Promise<void> {
  await sql`update platform.person set passphrase_hash = null where id = ${person}`.execute(tx.db);
}

export async function setDisabled(tx: Tx, person: string, disabled: boolean): Promise<void> {
  await sql`update platform.person set disabled_at = ${disabled ? tx.clock.now() : null} where id = ${person}`.execute(
    tx.db,
  );
}

/** @param totp the sealed secret and the last time step that was used; `null` for none */
export async function setTotp(tx: Tx, person: string, totp: { sealed: Buffer; step: number } | null): Promise<void> {
  await sql`update platform.person set totp_secret = ${totp?.sealed ?? null}, totp_last_step = ${totp?.step ?? null}
    where id = ${person}`.execute(tx.db);
}

/** Marks a code's time step as used; false when it, or a later one, was used before. */
export async function takeTotpStep(tx: Tx, person: string, step: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update platform.person set totp_last_step = ${step}
    where id = ${person} and coalesce(totp_last_step, -1) < ${step}`.execute(tx.db);
  return numAffectedRows === 1n;
}

interface ScopeRow {
  roles: string[];
  level: number;
  compartments: string;
  areas: string[] | null;
}

const toScope = (mission: MissionRef, row: ScopeRow): Scope => ({
  roles: row.roles,
  level: levelName(row.level),
  compartments: compartmentCodes(mission, BigInt(row.compartments)),
  areas: row.areas,
});

export async function membership(tx: Tx, mission: MissionRef, person: string): Promise<Scope | null> {
  const { rows } = await sql<ScopeRow>`select roles, level, compartments::text, areas from platform.membership
    where mission = ${mission.id} and person = ${person} and ended_at is null`.execute(tx.db);
  return rows[0] ? toScope(mission, rows[0]) : null;
}

/** Adds somebody to a mission, or changes what they may; answers the membership's version. */
export async function putMembership(tx: Tx, mission: MissionRef, person: string, scope: Scope): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into platform.membership (mission, person, roles, level, compartments, areas)
    values (${mission.id}, ${person}, ${scope.roles}, ${levelNumber(scope.level)}, ${String(compartmentMask(mission, scope.compartments))}, ${scope.areas})
    on conflict (mission, person) do update set roles = excluded.roles, level = excluded.level, compartments = excluded.compartments,
      areas = excluded.areas, ended_at = null, version = membership.version + 1
    returning version`.execute(tx.db);
  return rows[0]?.version ?? 0;
}

export async function endMembership(tx: Tx, mission: MissionRef, person: string): Promise<number | null> {
  const { rows } = await sql<{
    version: number;
  }>`update platform.membership set ended_at = ${tx.clock.now()}, version = version + 1
    where mission = ${mission.id} and person = ${person} and ended_at is null returning version`.execute(tx.db);
  return rows[0]?.version ?? null;
}

/** Those whose account is open. Held until the transaction ends: two who end each other at once must not both succeed. */
export async function administratorsOf(tx: Tx, mission: MissionRef): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`select m.person from platform.membership m
    join platform.person p on p.id = m.person and p.disabled_at is null
    where m.mission = ${mission.id} and 'administrator' = any (m.roles) and m.ended_at is null for update of m`.execute(
    tx.db,
  );
  return rows.map((row) => row.person);
}

type MemberRow = ScopeRow & PersonRow & { last_seen_at: Date | null };

const BY_NAME: Order<MemberRow> = {
  name: 'members',
  descending: false,
  keys: [
    { column: sql`p.name`, type: 'text', of: ({ name }) => name },
    { column: sql`p.id`, type: 'uuid', of: ({ id }) => id },
  ],
};

const members = (mission: MissionRef) => sql`
    select p.id, p.name, p.email, p.totp_secret, p.disabled_at, m.roles, m.level, m.compartments::text, m.areas,
      (select max(s.last_seen_at) from platform.session s where s.person = p.id) as last_seen_at
    from platform.membership m join platform.person p on p.id = m.person
    where m.mission = ${mission.id} and m.ended_at is null`;

const toMember = (mission: MissionRef, row: MemberRow) => ({
  ...toScope(mission, row),
  id: row.id,
  name: row.name,
  email: row.email,
  totp: row.totp_secret !== null,
  disabled: row.disabled_at !== null,
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
});

/** Asked by the house: whoever manages people learns when somebody was last here, not of their sessions. */
export async function membersOf(tx: Tx, mission: MissionRef, page: PageQuery) {
  const { rows } = await sql<MemberRow>`${members(mission)} and ${afterMark(BY_NAME, page.cursor)}
    ${inOrder(BY_NAME)} limit ${page.limit + 1}`.execute(tx.db);
  return toPage(BY_NAME, page, rows, (row) => toMember(mission, row));
}

/** Everybody of the mission whose account is open, by name: to choose from. */
export async function everyMember(tx: Tx, mission: MissionRef) {
  const { rows } = await sql<MemberRow>`${members(mission)} and p.disabled_at is null
    order by p.name, p.id`.execute(tx.db);
  return rows.map((row) => toMember(mission, row));
}

/** Those of these people who are in the mission, by id. */
export async function membersAmong(tx: Tx, mission: MissionRef, ids: readonly string[]) {
  const { rows } = await sql<MemberRow>`${members(mission)} and p.id = any (${ids}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, toMember(mission, row)]));
}

/** Everybody whose account is open, by name. */
export async function openMembers(tx: Tx, mission: MissionRef) {
  const { rows } = await sql<MemberRow>`${members(mission)} and p.disabled_at is null order by p.name, p.id`.execute(
    tx.db,
  );
  return rows.map((row) => toMember(mission, row));
}

export interface SessionRow {
  id: string;
  person: string;
  createdAt: Date;
  lastSeenAt: Date;
  revokedAt: Date | null;
  device: string;
}

const SESSION = sql`id, person, created_at as "createdAt", last_seen_at as "lastSeenAt", revoked_at as "revokedAt", device`;

export async function insertSession(
  tx: Tx,
  session: { id: string; hash: Buffer; person: string; device: string },
): Promise<void> {
  const now = tx.clock.now();
  await sql`insert into platform.session (id, token_hash, person, created_at, last_seen_at, device)
    values (${session.id}, ${session.hash}, ${session.person}, ${now}, ${now}, ${session.device})`.execute(tx.db);
}

export async function sessionByHash(tx: Tx, hash: Buffer): Promise<SessionRow | null> {
  const { rows } = await sql<SessionRow>`select ${SESSION} from platform.session where token_hash = ${hash}`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

/** @param at the last sign of the person, which may be before the request that tells of it */
export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update platform.session set last_seen_at = greatest(last_seen_at, ${at}::timestamptz) where id = ${id}`.execute(
    tx.db,
  );
}

export async function sessionsOf(tx: Tx, person: string): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`select ${SESSION} from platform.session
    where person = ${person} and revoked_at is null order by last_seen_at desc limit 100`.execute(tx.db);
  return rows;
}

/** Ends one session, or (without an id) all of a person's. Answers how many. */
export async function revokeSessions(tx: Tx, person: string, id?: string): Promise<number> {
  const { numAffectedRows } = await sql`update platform.session set revoked_at = ${tx.clock.now()}
    where person = ${person} and revoked_at is null and ${id ? sql`id = ${id}` : sql`true`}`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}

export interface InvitationRow extends ScopeRow {
  id: string;
  mission: number | null;
  mission_slug: string | null;
  email: string | null;
  name: string | null;
  made_by: string | null;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
  ended_at: Date | null;
}

export async function insertInvitation(
  tx: Tx,
  invitation: {
    id: string;
    hash: Buffer;
    mission: MissionRef | null;
    scope: Scope;
    name: string | null;
    email: string | null;
    expiresAt: Date;
  },
): Promise<void> {
  const { mission, scope } = invitation;
  const mask = mission ? String(compartmentMask(mission, scope.compartments)) : '0';
  await sql`insert into platform.invitation (id, token_hash, mission, email, name, roles, level, compartments, areas, made_by, made_at, expires_at)
    values (${invitation.id}, ${invitation.hash}, ${mission?.id ?? null}, ${invitation.email}, ${invitation.name}, ${scope.roles},
      ${levelNumber(scope.level)}, ${mask}, ${scope.areas}, ${tx.who.person}, ${tx.clock.now()}, ${invitation.expiresAt})`.execute(
    tx.db,
  );
}

/** Takes an invitation so that nobody else can use it; `null` when it is used, over or unknown. */
export async function takeInvitation(tx: Tx, hash: Buffer): Promise<InvitationRow | null> {
  const now = tx.clock.now();
  const { rows } = await sql<InvitationRow>`update platform.invitation i set used_at = ${now}
    where token_hash = ${hash} and used_at is null and ended_at is null and expires_at > ${now}
    returning id, mission, (select slug from platform.mission m where m.id = i.mission) as mission_slug, email, name, roles, level,
      compartments::text, areas, made_by, made_at, expires_at, used_at, ended_at`.execute(tx.db);
  return rows[0] ?? null;
}

/** What was made last comes first. */
const lastMade = (name: string, of: string): Order<{ id: string; made_at: Date }> => ({
  name,
  descending: true,
  keys: [
    { column: sql.ref(`${of}.made_at`), type: 'timestamptz', of: ({ made_at }) => made_at.toISOString() },
    { column: sql.ref(`${of}.id`), type: 'uuid', of: ({ id }) => id },
  ],
});
const INVITATIONS = lastMade('invitations', 'i');
const TOKENS = lastMade('tokens', 't');

export async function invitationsOf(tx: Tx, mission: MissionRef, page: PageQuery) {
  const { rows } =
    await sql<InvitationRow>`select id, mission, email, name, roles, level, compartments::text, areas, made_by, made_at, expires_at, used_at, ended_at
    from platform.invitation i where mission = ${mission.id} and ${afterMark(INVITATIONS, page.cursor)}
    ${inOrder(INVITATIONS)} limit ${page.limit + 1}`.execute(tx.db);
  return toPage(INVITATIONS, page, rows, (row) => ({
    ...toScope(mission, row),
    id: row.id,
    name: row.name,
    email: row.email,
    madeAt: row.made_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    used: row.used_at !== null,
    ended: row.ended_at !== null,
  }));
}

/** Ends an invitation that nobody followed; false when there is no such one. */
export async function revokeInvitation(tx: Tx, mission: MissionRef, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update platform.invitation set ended_at = ${tx.clock.now()}
    where id = ${id} and mission = ${mission.id} and used_at is null and ended_at is null`.execute(tx.db);
  return numAffectedRows === 1n;
}

export const scopeOfInvitation = (mission: MissionRef, row: InvitationRow): Scope => toScope(mission, row);

export interface TokenRow {
  id: string;
  name: string;
  scopes: string[];
  person: string;
  person_name: string;
  mission_slug: string;
  made_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export async function insertToken(
  tx: Tx,
  token: {
    id: string;
    hash: Buffer;
    mission: MissionRef;
    person: string;
    name: string;
    scopes: string[];
    expiresAt: Date;
  },
): Promise<void> {
  await sql`insert into platform.api_token (id, token_hash, mission, person, name, scopes, made_at, expires_at)
    values (${token.id}, ${token.hash}, ${token.mission.id}, ${token.person}, ${token.name}, ${token.scopes}, ${tx.clock.now()}, ${token.expiresAt})`.execute(
    tx.db,
  );
}

const TOKEN = sql`t.id, t.name, t.scopes, t.person, p.name as person_name, m.slug as mission_slug, t.made_at, t.expires_at, t.last_used_at, t.revoked_at
  from platform.api_token t join platform.person p on p.id = t.person join platform.mission m on m.id = t.mission`;

export async function tokenByHash(tx: Tx, hash: Buffer): Promise<TokenRow | null> {
  const { rows } = await sql<TokenRow>`select ${TOKEN} where t.token_hash = ${hash}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function tokensOf(tx: Tx, mission: MissionRef, page: PageQuery) {
  const { rows } = await sql<TokenRow>`select ${TOKEN} where t.mission = ${mission.id}
    and ${afterMark(TOKENS, page.cursor)} ${inOrder(TOKENS)} limit ${page.limit + 1}`.execute(tx.db);
  return toPage(TOKENS, page, rows, (row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    personName: row.person_name,
    madeAt: row.made_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revoked: row.revoked_at !== null,
  }));
}

export async function touchToken(tx: Tx, id: string): Promise<void> {
  await sql`update platform.api_token set last_used_at = ${tx.clock.now()} where id = ${id}`.execute(tx.db);
}

export async function revokeTokensOf(tx: Tx, person: string): Promise<void> {
  await sql`update platform.api_token set revoked_at = ${tx.clock.now()} where person = ${person} and revoked_at is null`.execute(
    tx.db,
  );
}

export async function revokeToken(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update platform.api_token set revoked_at = ${tx.clock.now()} where id = ${id} and revoked_at is null`.execute(
      tx.db,
    );
  return numAffectedRows === 1n;
}
