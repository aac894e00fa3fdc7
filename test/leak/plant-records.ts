/** Records of every level, component and area, with a canary in every text of every group of fields. */
import { randomUUID } from 'node:crypto';
import { erasePeople } from '../../src/incidents/commands/erase-people.ts';
import { Account, Core, IncidentInput, Protected } from '../../src/incidents/contract.ts';
import { recordIncident, writeMany } from '../../src/incidents/index.ts';
import type { Principal } from '../../src/platform/principal.ts';
import type { TestHouse } from '../support/house.ts';
import { type Canaries, type Canary, planted } from './canaries.ts';
import { inView, type Marks, nobody, readsGroup, readsRecords } from './oracle.ts';
import { LEVELS, type LevelName, may, PARTNER, WATCHERS, type Watcher } from './watchers.ts';

type Group = 'core' | 'account' | 'protected';
export type Groups = Record<Group, Marks>;

export interface PlantedRecord {
  id: string;
  what: string;
  groups: Groups;
  /** Civilians killed, as counted in sums. */
  killed: number;
  placed: boolean;
  versions: number;
}

/** What a record is to be; the rest is filled with canaries. */
interface Plan {
  what: string;
  in?: 'here' | 'there';
  levels: Record<Group, LevelName>;
  compartments?: string[];
  /** `null`: nobody says where it was. */
  area?: 'TM01' | 'TM02' | null;
  type?: string;
  accused?: string;
  /** Somebody in it is a girl. */
  child?: boolean;
  /** Who sees a text that is kept apart from the open groups; the path begins with its group. */
  apart?: (path: string, groups: Groups) => Canary['sees'] | null;
  /** Components of what is kept apart. */
  marks?: Partial<Record<Group, Partial<Marks>>>;
}

const level = (n: number): LevelName => LEVELS[Math.max(0, Math.min(3, n))] ?? 'public';
const POINTS = { TM01: [20.5, 6.5], TM02: [21.5, 6.5] } as const;

/** Texts that are in no version: the columns are too short, or say what kind of data it is. */
export const NOT_PLANTED = ['core.where.country', 'core.origin.dataset'];
export const skipped = new Set<string>();

/** What a record does not keep: the boundaries say the code of the area; what comes anew takes the place of what was set apart. */
export const GONE =
  /^core\.where\.adm1Code |^protected\.setApart\.(title|damage|account).* of “(sexual violence|a named child)/;

const combinations: Plan[] = LEVELS.flatMap((_, core) =>
  [[], ['human_rights'], ['military'], [PARTNER], ['civilian', 'police']].flatMap((compartments, c) =>
    (['TM01', 'TM02'] as const).map((area, a) => ({
      what: `${level(core)} for ${compartments.join(' and ') || 'all'} in ${area}`,
      // Groups above, at and below the level of their record.
      levels: {
        core: level(core),
        account: level(core + ((c + a) % 3) - 1),
        protected: level(core + ((c + 2 * a) % 3)),
      },
      compartments,
      area,
    })),
  ),
);

const usual = { core: 'internal', account: 'confidential', protected: 'strictly_confidential' } as const;
const closed = { core: 'confidential', account: 'strictly_confidential', protected: 'strictly_confidential' } as const;
const SPECIALISTS = ['human_rights', 'child_protection', 'womens_protection'];

/** Finer than the second admin level, or words that may name a survivor: for specialists only (DESIGN §4). */
const survivors: NonNullable<Plan['apart']> = (path, groups) =>
  /^core\.(title|where\.(name|description)|damage\[\]\.note)$|^account\./.test(path)
    ? (w) => readsGroup(w, groups.core, groups.protected)
    : null;
const forSpecialists = {
  account: { level: 'strictly_confidential', compartments: SPECIALISTS },
  protected: { level: 'strictly_confidential', compartments: SPECIALISTS },
} as const;

const special: Plan[] = [
  { what: 'nobody knows where', levels: usual, area: null },
  { what: 'sexual violence', levels: usual, type: 'sexual_violence', apart: survivors, marks: forSpecialists },
  {
    what: 'sexual violence, for human rights',
    levels: usual,
    compartments: ['human_rights'],
    type: 'sexual_violence',
    apart: survivors,
    marks: {
      account: { level: 'strictly_confidential', compartments: ['human_rights'] },
      protected: { level: 'strictly_confidential', compartments: ['human_rights'] },
    },
  },
  {
    what: 'an accusation against own people',
    levels: { core: 'public', account: 'internal', protected: 'internal' },
    accused: 'own_partner_force',
    marks: {
      core: { compartments: ['conduct_discipline'] },
      account: { compartments: ['conduct_discipline'] },
      protected: { compartments: ['conduct_discipline'] },
    },
  },
  { what: 'open elsewhere', in: 'there', levels: { core: 'public', account: 'public', protected: 'public' } },
  { what: 'closed elsewhere', in: 'there', levels: closed, compartments: ['human_rights'] },
  { what: 'a named child', levels: usual, child: true, apart: survivors, marks: forSpecialists },
];

export async function plantRecords(
  house: TestHouse,
  planter: Record<'here' | 'there', Principal>,
  people: ReadonlyMap<Watcher, Principal>,
  canaries: Canaries,
): Promise<PlantedRecord[]> {
  const made = [...combinations, ...special].map((plan, n) => makeRecord(plan, n + 1, canaries));
  for (const where of ['here', 'there'] as const) {
    const writes = made.filter((m) => m.record.groups.core.in === where);
    await house.db.write(planter[where], (tx) =>
      writeMany(
        tx,
        writes.map(({ input }) => ({ verb: 'incident.record', input })),
      ),
    );
  }
  const [changed, hidden, erased] = [
    makeRecord({ what: 'changed', levels: usual }, 100, canaries),
    makeRecord({ what: 'was open, is closed', levels: usual, compartments: ['human_rights'] }, 101, canaries),
    makeRecord({ what: 'erased', levels: usual, apart: erasedNames }, 102, canaries),
  ];
  const first = makeRecord({ what: 'changed, as it was', levels: usual }, 100, canaries, changed.record.id);
  const open = makeRecord({ what: 'was open, as it was', levels: usual }, 101, canaries, hidden.record.id);
  const write = (...inputs: IncidentInput[]) =>
    house.db.write(planter.here, (tx) =>
      writeMany(
        tx,
        inputs.map((input) => ({ verb: 'incident.edit', input })),
      ),
    );
  await write(first.input, open.input, erased.input);
  await write(changed.input, hidden.input);
  await erasePeople(house.db, planter.here, erased.record.id, `asked, ${canaries.plant('why it was erased', nobody)}`);
  await plantConflicts(house, people, first.record, canaries);
  return [
    ...made.map(({ record }) => record),
    ...[changed, hidden].map(({ record }) => ({ ...record, versions: 2 })),
    erased.record,
  ];
}

const erasedNames: NonNullable<Plan['apart']> = (path) => (path.startsWith('protected.') ? nobody : null);

function makeRecord(plan: Plan, n: number, canaries: Canaries, id: string = randomUUID()) {
  const { in: where = 'here', area = 'TM01', compartments = [], levels } = plan;
  const marks = (group: Group): Marks => ({
    ...{ in: where, level: levels[group], compartments, areas: area ? [area] : [] },
    ...plan.marks?.[group],
  });
  const groups: Groups = { core: marks('core'), account: marks('account'), protected: marks('protected') };
  const input = fill(plan, groups, n, id, (path, group) =>
    canaries.plant(
      `${path} of “${plan.what}”`,
      plan.apart?.(path, groups) ?? ((w) => readsGroup(w, groups.core, groups[group])),
    ),
  );
  const record: PlantedRecord = { id, what: plan.what, groups, killed: n, placed: area !== null, versions: 1 };
  return { input, record: plan.apart === survivors ? { ...record, placed: false } : record };
}

function fill(
  { area = 'TM01', compartments = [], levels, type = 'attack_on_civilians', accused, child }: Plan,
  groups: Groups,
  n: number,
  id: string,
  plant: (path: string, group: Group) => string,
): IncidentInput {
  const group = <T>(name: Group, shape: Parameters<typeof planted>[0]) =>
    planted(
      shape,
      (path) => plant(`${name}${path}`, name),
      (path) => skipped.add(`${name}${path}`),
    ) as T;
  const core = group<Core>('core', Core);
  const day = `2030-${String((n % 12) + 1).padStart(2, '0')}-15`;
  const [lon, lat] = area ? POINTS[area] : [0, 0];
  const total = { low: null, best: n, high: null };
  return IncidentInput.parse({
    id,
    core: {
      ...core,
      type,
      when: { from: day, to: day, at: null, precision: 'day' },
      where: {
        ...core.where,
        country: null,
        point: area ? [lon + n / 1000, lat + n / 1000] : null,
        // What the boundaries say; the rest of the place keeps its canaries.
        ...(area ? { adm1Code: area } : {}),
      },
      hypotheses: core.hypotheses.map((h) => ({ ...h, actorType: accused ?? h.actorType })),
      figures: [{ harm: 'killed', group: 'civilians', total, bySexAge: {} }],
      links: [],
      origin: { ...core.origin, dataset: groups.core.in === 'here' && n % 9 === 0 ? 'outside-set' : 'own' },
    },
    account: group('account', Account),
    protected: withAge(group<Protected>('protected', Protected), child ? 'girls' : 'men'),
    levels,
    compartments,
  });
}

const withAge = (names: Protected, sexAge: 'girls' | 'men'): Protected => ({
  ...names,
  people: names.people.map((person) => ({ ...person, sexAge })),
});

/** Submissions under an id that was taken: seen by whoever may see all of what was sent. */
async function plantConflicts(
  house: TestHouse,
  people: ReadonlyMap<Watcher, Principal>,
  taken: PlantedRecord,
  canaries: Canaries,
): Promise<void> {
  for (const name of ['duty_officer', 'human_rights_officer', 'analyst of one province']) {
    const watcher = WATCHERS.find((w) => w.name === name);
    const who = watcher && people.get(watcher);
    if (!watcher || !who) throw new Error(`There is no ${name}.`);
    const compartments = name === 'human_rights_officer' ? ['human_rights'] : [];
    const { core, account, protected: names } = taken.groups;
    const groups: Groups = {
      core: { ...core, compartments },
      account: { ...account, compartments },
      protected: { ...names, compartments },
    };
    const sees = (w: Watcher) => may(w, 'incident.edit') && Object.values(groups).every((marks) => inView(w, marks));
    const input = fill({ what: name, levels: usual, compartments }, groups, 90, taken.id, (path) =>
      canaries.plant(`${path} of what ${name} sent under a taken id`, sees),
    );
    await recordIncident(house.db, who, input).then(
      () => Promise.reject(new Error('The id was not taken.')),
      (error: { code?: string }) => (error.code === 'id_conflict' ? undefined : Promise.reject(error)),
    );
  }
}

/** Whether somebody's lists show a record. */
export const lists = (watcher: Watcher, { groups }: PlantedRecord): boolean =>
  readsRecords(watcher) && inView(watcher, groups.core);
