/** First run: a one-time link makes the administrator and the first mission. There is no default password. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Database, Tx } from '../../database/database.ts';
import { KingaError } from '../../errors.ts';
import { recordAct } from '../../ledger/store.ts';
import { createMission } from '../../missions/commands/create-mission.ts';
import { knownTimeZone } from '../../missions/rules.ts';
import { systemPrincipal } from '../../principal.ts';
import type { Scope, SetUp } from '../contract.ts';
import { checkPassphrase, SETUP_LASTS } from '../rules.ts';
import { hashPassphrase, newSecret, secretHash } from '../secrets.ts';
import { anybodyThere, insertInvitation, insertPerson, putMembership, takeInvitation } from '../store.ts';

const house = systemPrincipal('set-up');
const ADMINISTRATOR: Scope = { roles: ['administrator'], level: 'internal', compartments: [], areas: null };

/** Whether nobody is there yet. */
export const setUpNeeded = (db: Database): Promise<boolean> => db.read(house, async (tx) => !(await anybodyThere(tx)));

/** A token for the set-up page, or `null` when somebody is there already. Good once, for a day. */
export async function makeSetUpToken(db: Database): Promise<string | null> {
  return db.write(house, async (tx) => {
    if (await anybodyThere(tx)) return null;
    const token = newSecret();
    await insertInvitation(tx, {
      id: randomUUID(),
      hash: secretHash(token),
      mission: null,
      scope: ADMINISTRATOR,
      name: null,
      email: null,
      expiresAt: new Date(tx.clock.now().getTime() + SETUP_LASTS),
    });
    return token;
  });
}

/** @throws `already_set_up`, `link_expired`, `weak_passphrase` */
export async function setUp(db: Database, input: z.infer<typeof SetUp>): Promise<{ person: string }> {
  checkPassphrase(input.passphrase, input.email);
  if (!knownTimeZone(input.timeZone))
    throw new KingaError('invalid_input', { what: `there is no time zone ${input.timeZone}` });
  const passphraseHash = await hashPassphrase(input.passphrase);
  return db.write(house, async (tx) => {
    const invitation = await takeInvitation(tx, secretHash(input.token));
    if (!invitation || invitation.mission !== null) throw new KingaError('link_expired');
    if (await anybodyThere(tx)) throw new KingaError('already_set_up');
    const person = await addPerson(tx, { ...input, passphraseHash });
    const names = { en: input.missionName, fr: input.missionName, ar: input.missionName };
    const mission = await createMission(tx, {
      slug: input.missionSlug,
      names,
      framework: input.framework,
      timeZone: input.timeZone,
      bounds: [-180, -60, 180, 75],
    });
    await putMembership(tx, mission, person, ADMINISTRATOR);
    await recordAct(tx, {
      verb: 'person.grant',
      room: 'platform.membership',
      record: `${mission.slug}:${person}`,
      content: ADMINISTRATOR,
    });
    return { person };
  });
}

/** Writes a person and tells the ledger; without the passphrase, of course. */
export async function addPerson(
  tx: Tx,
  {
    name,
    email,
    language,
    passphraseHash,
  }: { name: string; email: string; language: 'en' | 'fr' | 'ar'; passphraseHash: string },
): Promise<string> {
  const id = randomUUID();
  await insertPerson(tx, { id, name, email, language, passphraseHash });
  await recordAct(tx, { verb: 'person.add', room: 'platform.person', record: id, content: { language } });
  return id;
}
