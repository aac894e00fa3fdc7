/**
 * For somebody who lost their passphrase, their authenticator, or a device with both: nothing they had opens their account
 * any more, and a link, good once, lets them choose a passphrase anew. Only whoever has the data folder can do it (the
 * command line): an administrator of a mission must not be able to become somebody who sees more.
 */
import { type Database, sql } from '../../database/database.ts';
import { recordAct } from '../../ledger/store.ts';
import { type Principal, systemPrincipal } from '../../principal.ts';
import { clearPassphrase, revokeSessions, revokeTokensOf, setTotp } from '../store.ts';
import { makeSignInLink } from './sign-in-link.ts';

const house = systemPrincipal('reset-account');

/** @param operator who does it, for the ledger; @param lasts milliseconds. @returns the link's path */
export async function resetAccount(db: Database, operator: Principal, person: string, lasts: number): Promise<string> {
  await db.write({ ...house, by: operator.by }, async (tx) => {
    await clearPassphrase(tx, person);
    await setTotp(tx, person, null);
    await revokeSessions(tx, person);
    await revokeTokensOf(tx, person);
    await sql`update platform.sign_in_link set used_at = ${tx.clock.now()}
      where person = ${person} and used_at is null`.execute(tx.db);
    await recordAct(tx, { verb: 'person.reset', room: 'platform.person', record: person, content: {} });
  });
  return makeSignInLink(db, operator, person, lasts);
}
