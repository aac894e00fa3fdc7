/** A real house with two missions in it, people of every view, and canaries in everything that holds words. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changeTemplate } from '../../src/briefs/commands/change-template.ts';
import { savePaper } from '../../src/briefs/commands/save-paper.ts';
import { DEFAULT_TEMPLATE } from '../../src/briefs/rules/template.ts';
import { openMemory } from '../../src/incidents/index.ts';
import { houseRoutes, openHouse, uploadsOf } from '../../src/main.ts';
import { addPerson } from '../../src/platform/accounts/commands/set-up.ts';
import { makeToken } from '../../src/platform/accounts/commands/tokens.ts';
import { verbsOf } from '../../src/platform/accounts/rules.ts';
import { hashPassphrase } from '../../src/platform/accounts/secrets.ts';
import { putMembership } from '../../src/platform/accounts/store.ts';
import { openLive } from '../../src/platform/events/live.ts';
import type { Route } from '../../src/platform/http/route.ts';
import type { Installation } from '../../src/platform/installation.ts';
import { resolveAsOf } from '../../src/platform/ledger/store.ts';
import { addCompartment } from '../../src/platform/missions/commands/change-mission.ts';
import { missionRef } from '../../src/platform/missions/store.ts';
import { type MissionRef, type Principal, systemPrincipal } from '../../src/platform/principal.ts';
import { PASSPHRASE, type TestHouse, testHouse } from '../support/house.ts';
import { type Ask, askers, keptLog, type Request, type Served } from '../support/served.ts';
import { type Canaries, makeCanaries } from './canaries.ts';
import { isIn, isInWith, nobody } from './oracle.ts';
import { type PlantedMandate, plantMandates } from './plant-mandates.ts';
import { type PlantedRecord, plantRecords } from './plant-records.ts';
import { plantTalk, plantViews } from './plant-talk.ts';
import { type PlantedWork, plantPlaces, plantWork } from './plant-work.ts';
import { may, PARTNER, SEES_ALL, WATCHERS, type Watcher } from './watchers.ts';

/** Somebody who looks, as the house knows them and as they ask. */
export interface Watched {
  watcher: Watcher;
  /** `null` for nobody. */
  who: Principal | null;
  ask: Ask;
}

/** Requests of one person at one address. */
export type Asking = (world: World, by: Watched) => Request[];

export interface World extends PlantedWork {
  house: TestHouse;
  served: Omit<Served, 'close'>;
  /** What `houseRoutes` says there is. */
  routes: readonly Route[];
  canaries: Canaries;
  watched: readonly Watched[];
  records: readonly PlantedRecord[];
  mandates: readonly PlantedMandate[];
  /** Kept by two whose views differ. */
  papers: readonly string[];
  /** Each person's own, and those that are shared. */
  views: readonly string[];
  /** The comment on each record. */
  comments: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const passphraseHash = hashPassphrase(PASSPHRASE);

/** Slugs of the two missions. */
const SLUGS = { here: 'test', there: 'elsewhere' } as const;

export async function makeWorld(): Promise<World> {
  const house = await testHouse();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kinga-leak-'));
  const canaries = makeCanaries();
  const missions = await makeMissions(house, canaries);
  const people = new Map<Watcher, Principal>();
  for (const watcher of WATCHERS)
    if (watcher.in !== 'nowhere') people.set(watcher, await settle(house, missions[watcher.in], watcher, canaries));
  const planter = { here: found(people, SEES_ALL), there: found(people, (w) => w.in === 'there') };

  const installation: Installation = {
    dataDir,
    db: house.db,
    clock: house.clock,
    clockSetting: { kind: 'system' },
    keys: house.keys,
    ownerUrl: house.ownerUrl,
    revive: async () => undefined,
    close: async () => undefined,
  };
  await mkdir(uploadsOf(installation), { recursive: true });
  await plantPlaces(house, planter, canaries, dataDir);
  const records = await plantRecords(house, planter, people, canaries);
  const work = await plantWork(house, people, canaries, dataDir);

  const mandates = await plantMandates(house, planter, canaries);
  const papers = await keepPapers(house, people);
  const views = await plantViews(house, people, canaries);
  const comments = await plantTalk(house, planter, people, records, canaries);

  const { log, logged } = keptLog();
  // Memory answers from the first question of the matrix on, of both missions.
  const { app, memory, close } = await openHouse(installation, log, { memoryFrom: 0 });
  for (const who of Object.values(planter)) {
    await house.db.read(who, async (tx) => memory.source(tx, {}, await resolveAsOf(tx)));
    await memory.settled();
  }
  const asking = askers(house, app);
  const watched: Watched[] = [];
  for (const watcher of WATCHERS) {
    const who = people.get(watcher) ?? null;
    watched.push({ watcher, who, ask: await askAs(house, asking, watcher, who, canaries) });
  }
  return {
    ...work,
    house,
    served: { ...asking, logged },
    routes: await routesOf(installation),
    canaries,
    watched,
    records,
    mandates,
    papers,
    views,
    comments,
    async close() {
      await close();
      await house.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Weeklies of a week with records in it, by the one who sees all and by an analyst. */
async function keepPapers({ db }: TestHouse, people: ReadonlyMap<Watcher, Principal>): Promise<string[]> {
  const ids: string[] = [];
  for (const who of [found(people, SEES_ALL), found(people, (w) => w.name === 'analyst')]) {
    const id = crypto.randomUUID();
    await savePaper(db, who, { id, kind: 'weekly', at: '2030-W29', language: 'en', words: {} });
    ids.push(id);
  }
  // Of the other mission there is a template, which nobody here may see.
  const there = found(people, (w) => w.in === 'there');
  await changeTemplate(db, { ...there, verbs: new Set(['brief.template']) }, DEFAULT_TEMPLATE, 0);
  return ids;
}

/** The list that the house itself mounts. */
async function routesOf(installation: Installation): Promise<readonly Route[]> {
  const live = await openLive(installation.db);
  const jobs = { start: async () => '', cancel: async () => undefined, close: async () => undefined };
  const memory = openMemory(installation.db);
  const routes = houseRoutes(installation, jobs, live, memory);
  await memory.close();
  await live.close();
  return routes;
}

async function makeMissions(house: TestHouse, canaries: Canaries): Promise<Record<'here' | 'there', MissionRef>> {
  const there = await house.otherMission(SLUGS.there);
  for (const [where, mission] of [
    ['here', house.mission],
    ['there', there],
  ] as const) {
    const word = canaries.plant(`the name of the mission ${where}`, isIn(where));
    const framework = canaries.plant(`the framework of the mission ${where}`, isIn(where));
    await house.db.write(systemPrincipal('test'), (tx) =>
      tx.client.query(
        `update platform.mission set names = jsonb_build_object('en', $2::text, 'fr', $2::text, 'ar', $2::text),
           framework = jsonb_set(framework, '{name,en}', to_jsonb($3::text)) where id = $1`,
        [mission.id, word, framework],
      ),
    );
  }
  const manager = { ...systemPrincipal('test'), kind: 'person', mission: house.mission } as const;
  const label = canaries.plant('the label of a partner', nobody);
  const labels = { en: label, fr: label, ar: label };
  await addCompartment(house.db, { ...manager, verbs: new Set(['mission.manage']) }, { code: PARTNER, labels });
  const here = await house.db.read(systemPrincipal('test'), (tx) => missionRef(tx, SLUGS.here));
  if (!here) throw new Error('The mission that was just made cannot be read.');
  return { here, there };
}

async function settle(house: TestHouse, mission: MissionRef, watcher: Watcher, canaries: Canaries): Promise<Principal> {
  const where = watcher.in === 'there' ? 'there' : 'here';
  const name = `Person ${canaries.plant(`the name of ${watcher.name}`, isIn(where))}`;
  const email = `${canaries.plant(
    `the address of ${watcher.name}`,
    (w) => (w === watcher && !w.scopes) || isInWith(where, 'people.manage')(w),
  )}@example.org`;
  const { roles, level, compartments, areas } = watcher;
  const person = await house.db.write(systemPrincipal('test'), async (tx) => {
    const id = await addPerson(tx, { name, email, language: 'en', passphraseHash: await passphraseHash });
    await putMembership(tx, mission, id, { roles, level, compartments, areas });
    return id;
  });
  const verbs = new Set<string>(verbsOf(roles));
  return { kind: 'person', by: `person:${person}`, person, name, mission, verbs, level, compartments, areas };
}

async function askAs(
  house: TestHouse,
  asking: Omit<Served, 'logged' | 'close'>,
  watcher: Watcher,
  who: Principal | null,
  canaries: Canaries,
): Promise<Ask> {
  if (!who) return asking.nobody;
  if (!watcher.scopes) return asking.as(who);
  const name = canaries.plant(
    `the name of the token of ${watcher.name}`,
    (w) => w.in === watcher.in && may(w, 'token.make') && may(w, 'people.manage'),
  );
  const { token } = await makeToken(house.db, who, { name, scopes: watcher.scopes, days: 30 });
  return asking.withToken(token);
}

function found(people: ReadonlyMap<Watcher, Principal>, wanted: Watcher | ((watcher: Watcher) => boolean)): Principal {
  for (const [watcher, who] of people)
    if (typeof wanted === 'function' ? wanted(watcher) : wanted === watcher) return who;
  throw new Error('There is no such watcher.');
}
