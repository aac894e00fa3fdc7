/** What a good passphrase is, when a session ends, and what may be granted. Pure. */
import { ROLES } from '../../vocabulary/index.ts';
import { KingaError } from '../errors.ts';
import { levelNumber, type Principal } from '../principal.ts';
import type { Scope } from './contract.ts';

export const LEAST_PASSPHRASE = 14;
/** A session ends after this long without a request, and after `SESSION_LONGEST` in any case. */
export const SESSION_IDLE = 30 * 60_000;
export const SESSION_LONGEST = 12 * 3_600_000;
export const INVITATION_LASTS = 72 * 3_600_000;
export const SETUP_LASTS = 24 * 3_600_000;

/** Long ones that everybody tries first. */
const KNOWN = [
  'passwordpassword',
  'password123456',
  '12345678901234',
  'qwertyuiopasdf',
  'correcthorsebatterystaple',
  'administrator1',
  'kingakingakinga',
  'letmeinletmein',
  'motdepassemotdepasse',
];

/** @throws `weak_passphrase` */
export function checkPassphrase(passphrase: string, email: string): void {
  const plain = passphrase.toLowerCase().replaceAll(/[\s._-]/g, '');
  const repeated = new Set(plain).size < 5;
  const weak =
    [...passphrase].length < LEAST_PASSPHRASE ||
    repeated ||
    KNOWN.includes(plain) ||
    plain.includes(email.split('@')[0] ?? email);
  if (weak) throw new KingaError('weak_passphrase', { least: LEAST_PASSPHRASE });
}

export function sessionIsOver(
  session: { createdAt: Date; lastSeenAt: Date; revokedAt: Date | null },
  now: Date,
): boolean {
  if (session.revokedAt) return true;
  return (
    now.getTime() - session.lastSeenAt.getTime() > SESSION_IDLE ||
    now.getTime() - session.createdAt.getTime() > SESSION_LONGEST
  );
}

/**
 * Nobody gives more than they have — except that whoever manages people gives roles and levels they do not hold: an
 * administrator reads no incidents and still lets others in. Giving *oneself* more is never allowed.
 * @throws `above_own_level`
 */
export function checkGrant(giver: Principal, receiver: string | null, held: Scope | null, given: Scope): void {
  if (giver.person === null || giver.person !== receiver || !held) return;
  const more =
    levelNumber(given.level) > levelNumber(held.level) ||
    given.roles.some((r) => !held.roles.includes(r)) ||
    given.compartments.some((c) => !held.compartments.includes(c)) ||
    (held.areas !== null && (given.areas === null || given.areas.some((a) => !held.areas?.includes(a))));
  if (more) throw new KingaError('above_own_level', { what: 'own role' });
}

/** The verbs that these roles carry together. */
export const verbsOf = (roles: readonly string[]): string[] => [
  ...new Set(ROLES.filter((role) => roles.includes(role.code)).flatMap((role) => role.verbs)),
];
