/**
 * What only the operator does, who has the data folder and so stands outside every role: makes a person without an
 * invitation, shuts an account. Each is a line in the ledger in their name.
 */
import type { Language } from '../../../vocabulary/codes.ts';
import type { Database, Tx } from '../../database/database.ts';
import { KingaError } from '../../errors.ts';
import { recordAct } from '../../ledger/store.ts';
import { missionOf, type Principal, systemPrincipal } from '../../principal.ts';
import type { Scope } from '../contract.ts';
import { checkPassphrase } from '../rules.ts';
import { hashPassphrase } from '../secrets.ts';
import {
  administratorsOf,
  type PersonRow,
  personByEmail,
  putMembership,
  revokeSessions,
  setDisabled,
} from '../store.ts';
import { checkRoles, keepAnAdministrator } from './members.ts';
import { addPerson } from './set-up.ts';

/** Writes as the house, which alone may write people; the ledger names the operator. */
const inTheNameOf = ({ by }: Principal): Principal => ({ ...systemPrincipal('operator'), by });

/**
 * A person in the operator's mission. Whoever is on the installation already joins it with the passphrase they have.
 * @returns whether the passphrase is theirs now
 * @throws `weak_passphrase`, `invalid_input` for an unknown role
 */
export async function makePerson(
  db: Database,
  operator: Principal,
  given: { name: string; email: string; language: Language; passphrase: string },
  scope: Scope,
): Promise<{ person: string; isNew: boolean }> {
  checkRoles(scope);
  checkPassphrase(given.passphrase, given.email);
  const passphraseHash = await hashPassphrase(given.passphrase);
  const mission = missionOf(operator);
  return db.write(inTheNameOf(operator), async (tx) => {
    const known = await personByEmail(tx, given.email);
    const person = known?.id ?? (await addPerson(tx, { ...given, passphraseHash }));
    const version = await putMembership(tx, mission, person, scope);
    const record = `${mission.slug}:${person}`;
    await recordAct(tx, { verb: 'person.grant', room: 'platform.membership', record, version, content: scope });
    return { person, isNew: known === null };
  });
}

/** Shuts an account on the whole installation, or opens it again; what the person wrote stays theirs. @throws `last_administrator` */
export async function setAccountOpen(db: Database, operator: Principal, email: string, open: boolean): Promise<void> {
  await db.write(inTheNameOf(operator), async (tx) => {
    const { id } = await known(tx, email);
    if (!open) {
      keepAnAdministrator(await administratorsOf(tx, missionOf(operator)), id);
      await revokeSessions(tx, id);
    }
    await setDisabled(tx, id, !open);
    await tell(tx, open ? 'person.enable' : 'person.disable', id, {});
  });
}

const tell = (tx: Tx, verb: string, record: string, content: object) =>
  recordAct(tx, { verb, room: 'platform.person', record, content });

async function known(tx: Tx, email: string): Promise<PersonRow> {
  const person = await personByEmail(tx, email);
  if (!person) throw new KingaError('nobody_by_that_address');
  return person;
}
