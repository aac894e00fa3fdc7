/** A data folder made through the same commands as everybody's: one mission, one person who may do much, one API token. */
import { randomBytes } from 'node:crypto';
import { addPerson } from '../../src/platform/accounts/commands/set-up.ts';
import { makeToken } from '../../src/platform/accounts/commands/tokens.ts';
import type { Scope } from '../../src/platform/accounts/contract.ts';
import { verbsOf } from '../../src/platform/accounts/rules.ts';
import { hashPassphrase } from '../../src/platform/accounts/secrets.ts';
import { putMembership } from '../../src/platform/accounts/store.ts';
import type { Installation } from '../../src/platform/installation.ts';
import { createMission } from '../../src/platform/missions/commands/create-mission.ts';
import { type MissionRef, type Principal, systemPrincipal } from '../../src/platform/principal.ts';

const house = systemPrincipal('test');

/** Records, reads everything, and may look at the ledger. */
const SCOPE: Scope = {
  roles: ['administrator', 'duty_officer', 'analyst'],
  level: 'strictly_confidential',
  compartments: ['civilian', 'military', 'police', 'human_rights', 'womens_protection', 'child_protection'],
  areas: null,
};
const SCOPES = ['incident.read', 'incident.record', 'import.run', 'ledger.read'];

export interface Keeper {
  who: Principal;
  /** API token of that person. */
  token: string;
}

/** Makes the mission `trial` in an empty installation. */
export const newMission = (installation: Installation): Promise<MissionRef> =>
  installation.db.write(house, (tx) =>
    createMission(tx, {
      slug: 'trial',
      names: { en: 'Trial', fr: 'Essai', ar: 'تجربة' },
      framework: 'civilian_unarmed',
      timeZone: 'UTC',
      bounds: [14, 2, 28, 11],
    }),
  );

/** Adds a person to a mission, with a token for programs. */
export async function addKeeper({ db }: Installation, mission: MissionRef): Promise<Keeper> {
  const passphraseHash = await hashPassphrase(randomBytes(12).toString('base64url'));
  const person = await db.write({ ...house, mission }, async (tx) => {
    const email = `${randomBytes(6).toString('hex')}@example.org`;
    const id = await addPerson(tx, { name: 'Keeper', email, language: 'en', passphraseHash });
    await putMembership(tx, mission, id, SCOPE);
    return id;
  });
  const verbs = new Set(verbsOf(SCOPE.roles));
  const who: Principal = { ...SCOPE, kind: 'person', by: `person:${person}`, person, name: 'Keeper', mission, verbs };
  const { token } = await makeToken(db, who, { name: 'trial', scopes: SCOPES, days: 30 });
  return { who, token };
}
