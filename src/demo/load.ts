/**
 * Plays Tamrin into an installation in the order in which things became known: every write at its own moment of the
 * simulated clock, by the person who made it, through the same door as everybody's.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { writeMany } from '../incidents/index.ts';
import { importBoundaries, importGazetteer, importGround } from '../places/index.ts';
import { addPerson } from '../platform/accounts/commands/set-up.ts';
import { hashPassphrase } from '../platform/accounts/secrets.ts';
import { putMembership } from '../platform/accounts/store.ts';
import { manualClock } from '../platform/clock.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { countAsItGrows, maintain } from '../platform/database/maintain.ts';
import { writeRows } from '../platform/files/index.ts';
import { appUrl, type Installation } from '../platform/installation.ts';
import { createMission } from '../platform/missions/commands/create-mission.ts';
import { type MissionRef, type Principal, systemPrincipal } from '../platform/principal.ts';
import { COMPARTMENTS, type Compartment, type Level } from '../vocabulary/codes.ts';
import { type RoleCode, VERBS } from '../vocabulary/index.ts';
import { type Act, MANDATE_ACTS } from './mandates.ts';
import { type DemoPerson, type PersonKey, type Tamrin, tamrin, type Write } from './tamrin/index.ts';

/** What each invented person may do: role and the highest level they see. */
const POSTS: Record<PersonKey, [RoleCode, Level]> = {
  administrator: ['administrator', 'internal'],
  head_of_mission: ['head_of_office', 'strictly_confidential'],
  duty_officer: ['duty_officer', 'confidential'],
  analyst: ['analyst', 'confidential'],
  human_rights_officer: ['human_rights_officer', 'strictly_confidential'],
  womens_protection_adviser: ['womens_protection_adviser', 'strictly_confidential'],
  child_protection_adviser: ['child_protection_adviser', 'strictly_confidential'],
  military_officer: ['military_liaison', 'internal'],
  police_officer: ['protection_officer', 'internal'],
  liaison_assistant: ['liaison_assistant', 'internal'],
  field_officer_en: ['protection_officer', 'confidential'],
  field_officer_fr: ['protection_officer', 'confidential'],
  field_officer_ar: ['protection_officer', 'confidential'],
  conduct_officer: ['conduct_discipline_officer', 'strictly_confidential'],
  data_officer: ['analyst', 'internal'],
};

/**
 * Writes that become known within this of one another are told at one moment, each person's in one transaction: to the
 * minutes in the last weeks, where the story is, by half days in the years before.
 */
const WINDOW_MS = 20 * 60_000;
const WINDOW_LONG_AGO_MS = 12 * 3_600_000;
const LONG_AGO_MS = 45 * 86_400_000;
/** A country this large or larger is for measuring, not for telling: two days are one moment, and people write at once. */
const DENSE = 20_000;
const DENSE_WINDOW_MS = 2 * 24 * 3_600_000;
const LARGEST = 5_000;
/** People whose writes are in the database's hands at once, each on a connection; the others wait here, as long as it takes. */
const WRITERS = 2;
/** Writes made between two looks at what the database has answered. */
const AT_ONCE = 100;

export interface Loaded {
  mission: string;
  /** The same for all invented people, random for each data folder, and nowhere else. */
  passphrase: string;
  people: readonly DemoPerson[];
}

export interface LoadOptions {
  seed?: number;
  incidents?: number;
  progress?: (done: number, total: number | null) => void;
}

/** @throws when the installation is not empty; the caller has opened it on the simulated clock */
export async function loadDemonstration(
  installation: Installation,
  { seed, incidents, progress }: LoadOptions,
): Promise<Loaded> {
  const country = tamrin({
    ...(seed === undefined ? {} : { seed }),
    ...(incidents === undefined ? {} : { incidents }),
  });
  const first = country.writes().next().value;
  const begins = Math.min(...[first?.at, MANDATE_ACTS[0]?.at].flatMap((at) => at?.getTime() ?? []));
  const clock = manualClock(new Date(begins - 86_400_000));
  const { keys, ownerUrl } = installation;
  // What is played back can be played again: here, and only here, a commit need not wait for the disk.
  const url = new URL(appUrl(ownerUrl));
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c synchronous_commit=off`.trim());
  const db = openDatabase({ url: url.toString(), clock, keys, max: WRITERS });
  try {
    const passphrase = randomBytes(9).toString('base64url');
    const { mission, authors } = await settle(db, country, passphrase);
    const count = countAsItGrows(ownerUrl);
    const dense = (incidents ?? 0) >= DENSE;
    const storyFrom = country.mission.now.getTime() - LONG_AGO_MS;
    const windowMs = (at: Date) => {
      if (dense) return DENSE_WINDOW_MS;
      return at.getTime() >= storyFrom ? WINDOW_MS : WINDOW_LONG_AGO_MS;
    };
    await play(
      db,
      mission,
      authors,
      { writes: country.writes(), acts: MANDATE_ACTS, dense, windowMs },
      clock.set,
      async (done) => {
        progress?.(done, null);
        await count(done);
      },
    );
    await maintain(ownerUrl);
    return { mission: country.mission.slug, passphrase, people: country.mission.people };
  } finally {
    await db.close();
  }
}

/** Mission, people, boundaries, place names. */
async function settle(db: Database, country: Tamrin, passphrase: string) {
  const house = systemPrincipal('demonstration');
  const { mission: m } = country;
  const passphraseHash = await hashPassphrase(passphrase);
  const mission = await db.write(house, (tx) =>
    createMission(tx, {
      slug: m.slug,
      names: m.names,
      framework: m.framework,
      timeZone: m.timeZone,
      bounds: m.bounds,
      simulated: true,
    }),
  );
  const authors = new Map<string, Principal>();
  for (const person of m.people) {
    const [role, level] = POSTS[person.key];
    const id = await db.write({ ...house, mission }, async (tx) => {
      const added = await addPerson(tx, {
        name: person.name,
        email: person.email,
        language: person.language,
        passphraseHash,
      });
      await putMembership(tx, mission, added, {
        roles: [role],
        level,
        compartments: [...person.compartments],
        areas: null,
      });
      return added;
    });
    authors.set(person.key, playedBy(mission, `person:${id}`, person.name));
  }
  const operator = playedBy(mission, 'system:demonstration', 'Demonstration');
  const about = { name: m.names.en, source: 'Tamrin, invented', licence: 'AGPL-3.0-or-later' };
  const { adm0, adm1, adm2 } = country.boundaries;
  const files = [adm0, adm1, adm2].map((set, level) => ({ text: JSON.stringify(set), level: level as 0 | 1 | 2 }));
  await importBoundaries(db, operator, { ...about, files });
  await bringNames(db, operator, country, about);
  for (const [name, lines] of Object.entries({ Rivers: country.rivers, Roads: country.roads }))
    await importGround(db, operator, { ...about, name: `${about.name}: ${name}`, text: JSON.stringify(lines) });
  return { mission, authors };
}

/** Place names go the way of every gazetteer: as a file. */
async function bringNames(
  db: Database,
  operator: Principal,
  country: Tamrin,
  about: { name: string; source: string; licence: string },
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinga-tamrin-'));
  const file = path.join(folder, 'places.csv');
  const rows = country.places.map(({ id, names, kind, lon, lat, population, adm1Code, adm2Code }) => ({
    cells: {
      id,
      name: names.en,
      kind: kind === 'valley' ? 'area' : kind === 'river' ? 'water' : 'settlement',
      alternative_names: `${names.fr};${names.ar}`,
      longitude: lon,
      latitude: lat,
      population,
      adm1: adm1Code,
      adm2: adm2Code,
    },
  }));
  const headers = ['id', 'name', 'kind', 'alternative_names', 'longitude', 'latitude', 'population', 'adm1', 'adm2'];
  try {
    await writeFile(file, Readable.from(writeRows('csv', rows, { headers })));
    await importGazetteer(db, operator, { ...about, path: file, format: 'csv' }, async () => undefined);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A person as the demonstration plays them: able to write what they wrote, whatever its level and component. */
const playedBy = (mission: MissionRef, by: string, name: string): Principal => ({
  kind: 'job',
  by,
  person: null,
  name,
  mission,
  verbs: new Set<string>(VERBS),
  level: 'strictly_confidential',
  compartments: COMPARTMENTS as readonly Compartment[],
  areas: null,
});

interface Played {
  writes: Iterable<Write>;
  /** Told between the writes, each at its own moment. */
  acts: readonly Act[];
  dense: boolean;
  windowMs: (at: Date) => number;
}

async function play(
  db: Database,
  mission: MissionRef,
  authors: ReadonlyMap<string, Principal>,
  { writes, acts, dense, windowMs }: Played,
  setClock: (to: Date) => void,
  report: (done: number) => Promise<void>,
): Promise<void> {
  let done = 0;
  const tell = async (moment: readonly Write[]) => {
    setClock(moment.at(-1)?.at ?? new Date(0));
    for (const wave of waves(moment)) {
      const each = [...Map.groupBy(wave, (w) => w.by)].map(([by, own]) => () => {
        const who = authors.get(by) ?? playedBy(mission, `system:${by}`, by);
        return db.write(who, (tx) => writeMany(tx, own));
      });
      const writer = async () => {
        for (let write = each.shift(); write; write = each.shift()) await write();
      };
      await Promise.all(Array.from({ length: dense ? WRITERS : 1 }, writer));
    }
    done += moment.length;
    await report(done);
  };
  let moment: Write[] = [];
  let telling = Promise.resolve();
  const flush = async () => {
    await telling;
    if (moment.length === 0) return;
    telling = tell(moment);
    // A failure is met at the next moment or at the end, not as an unhandled rejection in between.
    telling.catch(() => undefined);
    moment = [];
  };
  const waiting = [...acts];
  const actUntil = async (at: number) => {
    for (let act = waiting[0]; act && act.at.getTime() <= at; act = waiting[0]) {
      await flush();
      await telling;
      setClock(act.at);
      await act.run(db, authors.get(act.by) ?? playedBy(mission, `system:${act.by}`, act.by));
      waiting.shift();
    }
  };
  let made = 0;
  for (const write of writes) {
    await actUntil(write.at.getTime());
    const first = moment[0];
    if (first && (moment.length >= LARGEST || write.at.getTime() - first.at.getTime() > windowMs(write.at)))
      await flush();
    moment.push(write);
    if (++made % AT_ONCE === 0) await nextTurn();
  }
  await flush();
  await telling;
  await actUntil(Number.POSITIVE_INFINITY);
}

/** The first writes of all records, then the second ones, and so on: each record's stay in order, and none is twice in a wave. */
function waves(writes: readonly Write[]): Write[][] {
  const made: Write[][] = [];
  const seen = new Map<string, number>();
  for (const write of writes) {
    const n = seen.get(write.input.id) ?? 0;
    seen.set(write.input.id, n + 1);
    const wave = made[n] ?? [];
    made[n] = wave;
    wave.push(write);
  }
  return made;
}
