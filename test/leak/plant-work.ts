/** Canaries outside records: places, long work and its files, mappings, invitations, sessions. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rememberMapping } from '../../src/incidents/commands/remember-mapping.ts';
import { Mapping } from '../../src/incidents/import/contract.ts';
import { noteImportWrite } from '../../src/incidents/store/import-writes.ts';
import { importBoundaries, importGazetteer, importGround } from '../../src/places/index.ts';
import { invite } from '../../src/platform/accounts/commands/members.ts';
import { openSession } from '../../src/platform/accounts/commands/sign-in.ts';
import { makeSignInLink } from '../../src/platform/accounts/commands/sign-in-link.ts';
import { claimRun, endRun, insertRun } from '../../src/platform/jobs/store.ts';
import { checkpointNow } from '../../src/platform/ledger/checkpoints.ts';
import { addDeliveries } from '../../src/platform/ledger/deliveries.ts';
import { type Principal, systemPrincipal } from '../../src/platform/principal.ts';
import type { TestHouse } from '../support/house.ts';
import type { Canaries } from './canaries.ts';
import { isIn, isInWith, nobody, seesAsMuchAs } from './oracle.ts';
import { may, SEES_ALL, type Watcher } from './watchers.ts';

export interface PlantedWork {
  /** Runs, with the view they were made with. */
  runs: readonly { id: string; by: Watcher }[];
  /** Headings of a file whose mapping somebody remembered. */
  headings: string;
  /** A file that the one who sees all brought and has not imported. */
  upload: string;
  /** People and sets of the other mission. */
  elsewhere: { person: string; invitation: string; boundaries: string };
}

const square = (west: number) => [
  [
    [west, 6],
    [west + 1, 6],
    [west + 1, 7],
    [west, 7],
    [west, 6],
  ],
];

export async function plantPlaces(
  { db }: TestHouse,
  planter: Record<'here' | 'there', Principal>,
  canaries: Canaries,
  dataDir: string,
): Promise<void> {
  for (const where of ['here', 'there'] as const) {
    const word = (what: string) => canaries.plant(`${what} ${where}`, isIn(where));
    const features = ['TM01', 'TM02'].map((code, i) => ({
      type: 'Feature',
      properties: { ADM1_PCODE: code, ADM1_EN: word(`the name of ${code}`) },
      geometry: { type: 'Polygon', coordinates: square(20 + i) },
    }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const about = (what: string) => ({
      ...{ name: word(`the name of ${what}`), source: word(`the source of ${what}`) },
      licence: word(`the licence of ${what}`),
    });
    const files = [{ text, level: 1 as const }];
    await importBoundaries(db, planter[where], { ...about('the boundaries'), files });
    const file = path.join(dataDir, `places-${where}.csv`);
    await writeFile(file, `id,name,lat,lon\n1,${word('a village')},6.4,20.4\n2,${word('a town')},6.6,21.6\n`);
    const gazetteer = { ...about('the gazetteer'), path: file };
    await importGazetteer(db, planter[where], gazetteer, async () => undefined);
    const river = {
      type: 'Feature',
      properties: { class: 'river', name: word('the name of a river') },
      geometry: {
        type: 'LineString',
        coordinates: [
          [20, 6],
          [21, 7],
        ],
      },
    };
    const ground = { text: JSON.stringify({ type: 'FeatureCollection', features: [river] }) };
    // Whose lines they are is kept and shown nowhere.
    await importGround(db, planter[where], { name: 'Rivers', source: 'invented', licence: null, ...ground });
  }
}

export async function plantWork(
  house: TestHouse,
  people: ReadonlyMap<Watcher, Principal>,
  canaries: Canaries,
  dataDir: string,
): Promise<PlantedWork> {
  const runs: { id: string; by: Watcher }[] = [];
  for (const [by, who] of people) {
    const id = await plantRun(house, by, who, canaries, dataDir);
    runs.push({ id, by });
    // Which lines a run wrote is read by whoever takes it back.
    if (may(by, 'import.run'))
      await house.db.write(who, (tx) => noteImportWrite(tx, id, { first: 1, at: tx.clock.now().toISOString() }, 1));
    await openSession(
      house.db,
      who.person ?? '',
      canaries.plant(`the device of ${by.name}`, (w) => w === by && !w.scopes),
    );
  }
  const all = personOf(people, (w) => w === SEES_ALL);
  const there = personOf(people, (w) => w.in === 'there');
  await makeSignInLink(house.db, all, all.person ?? '', 600_000);
  await plantDelivery(house);
  const headings = 'ref,place,notes';
  const table = path.join(dataDir, 'remembered.csv');
  await writeFile(table, `${headings}\n1,a,b\n`);
  for (const [who, where] of [
    [all, 'here'],
    [there, 'there'],
  ] as const) {
    const word = (what: string) => canaries.plant(`${what} of a mapping ${where}`, isInWith(where, 'import.run'));
    const mapping = Mapping.parse({ columns: { ref: 'date' }, constants: { notes: word('the notes') } });
    await rememberMapping(house.db, who, table, word('the name'), mapping);
  }
  const invitation = { here: '', there: '' };
  for (const [who, where] of [
    [all, 'here'],
    [there, 'there'],
  ] as const) {
    const word = (what: string) =>
      canaries.plant(`${what} of an invitation ${where}`, isInWith(where, 'people.manage'));
    const scope = { roles: ['reader'], level: 'internal', compartments: [], areas: null } as const;
    const { id } = await invite(house.db, who, {
      ...{ ...scope, roles: ['reader'], compartments: [] },
      ...{ name: word('the name'), email: `${word('the address')}@example.org` },
    });
    invitation[where] = id;
  }
  const boundaries = await house.db.read(there, async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>('select id from places.boundary_set');
    return rows[0]?.id ?? '';
  });
  return {
    ...{ runs, headings, upload: await bringFile(dataDir, all, canaries) },
    elsewhere: { person: there.person ?? '', invitation: invitation.there, boundaries },
  };
}

/** A checkpoint on its way out of the house. */
const plantDelivery = ({ db }: TestHouse): Promise<void> =>
  db.write(systemPrincipal('test'), async (tx) => addDeliveries(tx, (await checkpointNow(tx)).size, ['webhook']));

function personOf(people: ReadonlyMap<Watcher, Principal>, wanted: (watcher: Watcher) => boolean): Principal {
  const who = [...people].find(([watcher]) => wanted(watcher))?.[1];
  if (!who) throw new Error('There is no such watcher.');
  return who;
}

/** A run that has ended, with words in all that it was told and told, and a file of rows that it did not take. */
async function plantRun(
  { db }: TestHouse,
  by: Watcher,
  who: Principal,
  canaries: Canaries,
  dataDir: string,
): Promise<string> {
  const where = by.in === 'there' ? 'there' : 'here';
  // A run is its person's own; a token of that person is that person.
  const sees = (w: Watcher) => w === by || (may(w, 'jobs.read') && seesAsMuchAs(w, { ...by, in: where }));
  const word = (what: string, who = sees) => canaries.plant(`${what} of a run of ${by.name}`, who);
  const id = await db.write(who, (tx) => insertRun(tx, 'incidents.import', { path: word('the parameters', nobody) }));
  const house = systemPrincipal('test');
  await db.write(house, (tx) => claimRun(tx, id, 1));
  const result = { notes: [word('the result')], warnings: { [word('a warning')]: 1 } };
  await db.write(house, (tx) => endRun(tx, id, 'done', word('the note'), result));
  const folder = path.join(dataDir, 'refused');
  await mkdir(folder, { recursive: true });
  const refused = word('a refused row', (w) => sees(w) && may(w, 'import.run'));
  await writeFile(path.join(folder, `${id}.csv`), `id,kinga_reason\n1,${refused}\n`);
  return id;
}

/** A file that somebody brought and has not imported yet. */
async function bringFile(dataDir: string, who: Principal, canaries: Canaries): Promise<string> {
  const id = crypto.randomUUID();
  const word = canaries.plant('a file that waits for its import', (watcher) => watcher.name === 'everything');
  await writeFile(path.join(dataDir, 'uploads', `${who.mission?.slug}.${who.person}.${id}`), `id,notes\n1,${word}\n`);
  return id;
}
