/**
 * A link that signs one person in, once: for a lost passphrase, and for the demonstration. Only whoever has the data
 * folder can make it (the command line), and the ledger notes it.
 */
import { type Database, sql } from '../../database/database.ts';
import { KingaError } from '../../errors.ts';
import { recordAct } from '../../ledger/store.ts';
import type { Principal } from '../../principal.ts';
import { systemPrincipal } from '../../principal.ts';
import { newSecret, secretHash } from '../secrets.ts';

const house = systemPrincipal('sign-in-link');

/** @param operator who makes it, for the ledger; @param lasts milliseconds */
export async function makeSignInLink(
  db: Database,
  operator: Principal,
  person: string,
  lasts: number,
): Promise<string> {
  const token = newSecret();
  await db.write(house, async (tx) => {
    const expiresAt = new Date(tx.clock.now().getTime() + lasts);
    await sql`insert into platform.sign_in_link (token_hash, person, expires_at) values (${secretHash(token)}, ${person}, ${expiresAt})`.execute(
      tx.db,
    );
  });
  await db.write(operator, (tx) =>
    recordAct(tx, { verb: 'person.sign_in_link', room: 'platform.person', record: person, content: {} }),
  );
  return `/enter#${token}`;
}

/** @returns whom it signs in. @throws `link_expired` */
export async function takeSignInLink(db: Database, token: string): Promise<string> {
  return db.write(house, async (tx) => {
    const now = tx.clock.now();
    const { rows } = await sql<{ person: string }>`update platform.sign_in_link set used_at = ${now}
      where token_hash = ${secretHash(token)} and used_at is null and expires_at > ${now} returning person`.execute(
      tx.db,
    );
    const row = rows[0];
    if (!row) throw new KingaError('link_expired');
    return row.person;
  });
}
