/** What a person does with their own account: one-time codes, passphrase, sessions elsewhere. */
import type { Database } from '../../database/database.ts';
import { KingaError } from '../../errors.ts';
import { recordAct } from '../../ledger/store.ts';
import type { Principal } from '../../principal.ts';
import { checkPassphrase } from '../rules.ts';
import { hashPassphrase, passphraseFits } from '../secrets.ts';
import { personById, revokeSessions, sessionByHash, setPassphrase, setTotp } from '../store.ts';
import { sealTotp, stepOf } from '../totp.ts';

const self = (who: Principal): string => who.person ?? notSignedIn();

function notSignedIn(): never {
  throw new KingaError('not_signed_in');
}

/**
 * Turns one-time codes on, once a code made from the offered secret shows that the app has it. That code is used then.
 * @throws `state_conflict` when they are on: whoever finds a session open must not put their own secret in its place
 */
export async function turnTotpOn(
  db: Database,
  who: Principal,
  { secret, code, passphrase }: { secret: string; code: string; passphrase: string },
): Promise<void> {
  await proveSelf(db, who, passphrase);
  const step = stepOf(secret, code);
  if (step === null) throw new KingaError('wrong_credentials');
  await db.write(who, async (tx) => {
    const person = await personById(tx, self(who));
    if (person?.totp_secret) throw new KingaError('state_conflict', { from: 'on', to: 'on' });
    await setTotp(tx, self(who), { sealed: sealTotp(tx.keys, self(who), secret), step });
    await recordAct(tx, { verb: 'person.totp_on', room: 'platform.person', record: self(who), content: {} });
  });
}

export async function turnTotpOff(db: Database, who: Principal, passphrase: string): Promise<void> {
  await proveSelf(db, who, passphrase);
  await db.write(who, async (tx) => {
    await setTotp(tx, self(who), null);
    await recordAct(tx, { verb: 'person.totp_off', room: 'platform.person', record: self(who), content: {} });
  });
}

/** Changes the passphrase and ends every session, this one too. Whoever has none, after a reset, sets one. */
export async function changePassphrase(
  db: Database,
  who: Principal,
  { current, next }: { current?: string | undefined; next: string },
): Promise<void> {
  const person = await db.read(who, (tx) => personById(tx, self(who)));
  if (person?.passphrase_hash !== null) await proveSelf(db, who, current ?? '');
  checkPassphrase(next, person?.email ?? '');
  const hash = await hashPassphrase(next);
  await db.write(who, async (tx) => {
    await setPassphrase(tx, self(who), hash);
    await revokeSessions(tx, self(who));
    await recordAct(tx, { verb: 'person.passphrase', room: 'platform.person', record: self(who), content: {} });
  });
}

async function proveSelf(db: Database, who: Principal, passphrase: string) {
  const person = await db.read(who, (tx) => personById(tx, self(who)));
  if (!person || !(await passphraseFits(person.passphrase_hash, passphrase))) throw new KingaError('wrong_credentials');
  return person;
}

/** Ends the session that asks. @param session its hash, where it is one */
export async function signOut(db: Database, who: Principal, session: Buffer | null): Promise<void> {
  await db.write(who, async (tx) => {
    const found = session && (await sessionByHash(tx, session));
    if (found) await revokeSessions(tx, found.person, found.id);
  });
}

/** Ends one of one's own sessions elsewhere. @throws `not_found` */
export async function endSession(db: Database, who: Principal, id: string): Promise<void> {
  if ((await db.write(who, (tx) => revokeSessions(tx, self(who), id))) === 0) throw new KingaError('not_found');
}
