/** A mission with people in a database of its own, on a clock set by hand. */
import { randomUUID } from 'node:crypto';
import { type Memory, openMemory } from '../../src/incidents/index.ts';
import { addPerson } from '../../src/platform/accounts/commands/set-up.ts';
import type { Scope } from '../../src/platform/accounts/contract.ts';
import { verbsOf } from '../../src/platform/accounts/rules.ts';
import { hashPassphrase } from '../../src/platform/accounts/secrets.ts';
import { putMembership } from '../../src/platform/accounts/store.ts';
import { manualClock } from '../../src/platform/clock.ts';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { initialise } from '../../src/platform/installation.ts';
import { createMission } from '../../src/platform/missions/commands/create-mission.ts';
import { type MissionRef, type Principal, systemPrincipal } from '../../src/platform/principal.ts';
import { type Keys, throwAwayKeys } from '../../src/platform/vault/keys.ts';
import { type TestDatabase, testDatabase } from './postgres.ts';

export interface TestHouse {
  db: Database;
  ownerUrl: string;
  keys: Keys;
  clock: ReturnType<typeof manualClock>;
  mission: MissionRef;
  /** What sums and maps are answered from, also where there are few records. */
  memory: Memory;
  /** Adds a member and answers them as a principal. */
  member(roles: string[], scope?: Partial<Scope>): Promise<Principal>;
  /** Another mission on the same installation. */
  otherMission(slug: string): Promise<MissionRef>;
  close(): Promise<void>;
}

/** The passphrase of everybody in tests. */
export const PASSPHRASE = 'seven lanterns on the river';
const passphraseHash = hashPassphrase(PASSPHRASE);

/** @param given a migrated, empty database in place of one of the test run's */
export async function testHouse(now = new Date('2031-03-01T08:00:00Z'), given?: TestDatabase): Promise<TestHouse> {
  const database = given ?? (await testDatabase());
  const [clock, keys] = [manualClock(now), throwAwayKeys()];
  await initialise(database.ownerUrl, { kind: 'system' });
  const db = openDatabase({ url: database.appUrl, clock, keys });
  const house = systemPrincipal('test');
  const newMission = (slug: string) =>
    db.write(house, (tx) =>
      createMission(tx, {
        slug,
        names: { en: slug, fr: slug, ar: slug },
        framework: 'civilian_unarmed',
        timeZone: 'UTC',
        bounds: [14, 2, 28, 11],
      }),
    );
  const mission = await newMission('test');
  const memory = openMemory(db, {
    from: 0,
    failed(error) {
      throw error;
    },
  });
  return {
    db,
    ownerUrl: database.ownerUrl,
    keys,
    clock,
    mission,
    memory,
    otherMission: newMission,
    async member(roles, scope = {}) {
      const full: Scope = { roles, level: 'internal', compartments: [], areas: null, ...scope };
      const hash = await passphraseHash;
      const name = `${roles.join('+')}`;
      const person = await db.write(house, async (tx) => {
        const email = `${randomUUID()}@example.org`;
        const id = await addPerson(tx, { name, email, language: 'en', passphraseHash: hash });
        await putMembership(tx, mission, id, full);
        return id;
      });
      return { ...full, kind: 'person', by: `person:${person}`, person, name, mission, verbs: new Set(verbsOf(roles)) };
    },
    async close() {
      await memory.close();
      await db.close();
      await database.drop();
    },
  };
}
