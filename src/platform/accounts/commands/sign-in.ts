/**
 * Signing in: passphrase, then a one-time code where the person uses one. An unknown address and a wrong passphrase
 * cost the same and sound the same; the more often it fails, the longer the next answer takes.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../database/database.ts';
import { KingaError } from '../../errors.ts';
import { systemPrincipal } from '../../principal.ts';
import { newSecret, passphraseFits, secretHash } from '../secrets.ts';
import { insertSession, type PersonRow, personByEmail, takeTotpStep } from '../store.ts';
import { openTotp, stepOf } from '../totp.ts';

const house = systemPrincipal('sign-in');

/** Failures in a row by address, in this process: a brake, not a lock that others could close on somebody. */
const failures = new Map<string, number>();
const LONGEST_WAIT = 8000;

export interface SignedIn {
  /** The cookie's value; the house keeps only its hash. */
  token: string;
  person: string;
}

/** @throws `wrong_credentials`, `code_needed` */
export async function signIn(
  db: Database,
  { email, passphrase, code, device }: { email: string; passphrase: string; code?: string | undefined; device: string },
): Promise<SignedIn> {
  const failed = failures.get(email) ?? 0;
  if (failed > 2) await wait(Math.min(LONGEST_WAIT, 250 * 2 ** (failed - 3)));
  const person = await db.read(house, (tx) => personByEmail(tx, email));
  const fits = await passphraseFits(person?.disabled_at ? null : (person?.passphrase_hash ?? null), passphrase);
  if (!person || !fits) return refuse(email);
  if (person.totp_secret) {
    if (!code) throw new KingaError('code_needed');
    if (!(await codeFits(db, person, code))) return refuse(email);
  }
  failures.delete(email);
  return openSession(db, person.id, device);
}

/** A new session for somebody who has proved who they are. */
export async function openSession(db: Database, person: string, device: string): Promise<SignedIn> {
  const token = newSecret();
  await db.write(house, (tx) =>
    insertSession(tx, { id: randomUUID(), hash: secretHash(token), person, device: device.slice(0, 200) }),
  );
  return { token, person };
}

async function codeFits(db: Database, person: PersonRow, code: string): Promise<boolean> {
  return db.write(house, async (tx) => {
    const step = person.totp_secret && stepOf(openTotp(tx.keys, person.id, person.totp_secret), code);
    return step !== null && takeTotpStep(tx, person.id, step);
  });
}

function refuse(email: string): never {
  if (failures.size > 10_000) failures.clear();
  failures.set(email, (failures.get(email) ?? 0) + 1);
  throw new KingaError('wrong_credentials');
}
