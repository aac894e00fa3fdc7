/** The whole house on a free port of this machine, over a database of its own: what a browser talks to. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { loadDemonstration } from '../../../src/demo/load.ts';
import { SIMULATED_NOW } from '../../../src/demo/tamrin/index.ts';
import { openHouse } from '../../../src/main.ts';
import { makeSetUpToken } from '../../../src/platform/accounts/commands/set-up.ts';
import { makeSignInLink } from '../../../src/platform/accounts/commands/sign-in-link.ts';
import { personByEmail } from '../../../src/platform/accounts/store.ts';
import { type Installation, openInstallation } from '../../../src/platform/installation.ts';
import { systemPrincipal } from '../../../src/platform/principal.ts';
import { testDatabase } from '../../support/postgres.ts';
import { builtPages } from './pages.ts';

export interface ServedHouse {
  installation: Installation;
  /** `http://127.0.0.1:…`, without a slash at its end. */
  address: string;
  /** The link that makes the administrator, as the server prints it; only where nobody is there. */
  setUpLink: string | null;
  /** A link that signs this person in, once. @param email of somebody who is there */
  linkFor(email: string): Promise<string>;
  close(): Promise<void>;
}

const operator = systemPrincipal('test');
const DAY = 86_400_000;

/** Tamrin is small here: enough for clusters on the map and for a list that scrolls. */
const TAMRIN = { incidents: 400, seed: 8 };

/** @param content `nobody`: as after the first start; `tamrin`: the demonstration, with its people */
export async function servedHouse(content: 'nobody' | 'tamrin'): Promise<ServedHouse> {
  const [pages, database, folder] = await Promise.all([
    builtPages(),
    testDatabase(),
    mkdtemp(path.join(tmpdir(), 'kinga-test-house-')),
  ]);
  const clock = { kind: 'simulated' as const, real: new Date().toISOString(), simulated: SIMULATED_NOW.toISOString() };
  const installation = await openInstallation(folder, {
    databaseUrl: database.ownerUrl,
    ...(content === 'tamrin' ? { clock } : {}),
  });
  if (content === 'tamrin') await loadDemonstration(installation, TAMRIN);
  const house = await openHouse(installation, pino({ level: 'silent' }), pages.folder);
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' });
  const token = await makeSetUpToken(installation.db);
  return {
    installation,
    address,
    setUpLink: token && `${address}/setup#${token}`,
    async linkFor(email) {
      const person = await installation.db.read(operator, (tx) => personByEmail(tx, email));
      if (!person) throw new Error(`Nobody is here as ${email}.`);
      return `${address}${await makeSignInLink(installation.db, operator, person.id, DAY)}`;
    },
    async close() {
      await house.close();
      await installation.close();
      await Promise.all([database.drop(), pages.remove(), rm(folder, { recursive: true, force: true })]);
    },
  };
}
