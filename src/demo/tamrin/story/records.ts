/** The hand that writes the story's records: a whole input from the few fields that matter. */
import type { IncidentInput, Source } from '../../../incidents/contract.ts';
import type { Language } from '../../../vocabulary/codes.ts';
import { DAY, STORY_NIGHT } from '../clock.ts';
import type { Settlement } from '../island.ts';
import type { Verb, Write } from '../life/stages.ts';
import { locate, type Placed, type World } from '../life/world.ts';
import type { PersonKey } from '../people.ts';
import { Rng } from '../rng.ts';

type Core = IncidentInput['core'];
type Account = NonNullable<IncidentInput['account']>;

const MIDNIGHT = Math.floor(STORY_NIGHT.getTime() / DAY) * DAY;

/** `days` after the night of the story, at `HH:MM`. */
export const moment = (days: number, time: string): Date => {
  const date = new Date(MIDNIGHT + days * DAY).toISOString().slice(0, 10);
  return new Date(`${date}T${time}:00Z`);
};

/** What one version changes: fields of the core, of the account, or who may read it. */
export type Change = {
  core?: Partial<Core>;
  account?: Partial<Account>;
  protected?: IncidentInput['protected'];
  levels?: IncidentInput['levels'];
  compartments?: string[];
};
export type Step = [when: Date, by: PersonKey, verb: Verb, change: Change];

/** A step on the ladder of joint operations: nothing but the status changes, with its reason. */
export const confirm = (when: Date, by: PersonKey, status: Core['operational'], note: string): Step => [
  when,
  by,
  'incident.confirm',
  { core: { operational: status, statusNote: note } },
];

/** A step on the ladder of human rights. */
export const verify = (when: Date, by: PersonKey, status: Core['humanRights'], note: string | null): Step => [
  when,
  by,
  'incident.verify',
  { core: { humanRights: status, statusNote: note } },
];

/** What a part of the story needs to tell: the maker of records, and the villages of the valley by size. */
export type Teller = ReturnType<typeof recordMaker> & { v: (i: number) => Settlement };

export const EMPTY_PROTECTED = {
  ...{ people: [], exactPoint: null, exactPlace: null, narrative: null },
  ...{ caseReference: null, setApart: null },
};
export const CIVILIANS = { name: 'Civilians', type: 'civilians', role: 'target' } as const;
export const estimate = (low: number | null, best: number | null, high: number | null) => ({ low, best, high });

/** A figure that stands for civilians and, since nobody else is counted, for all. */
export const killed = (
  low: number | null,
  best: number | null,
  high: number | null,
  bySexAge: Core['figures'][number]['bySexAge'] = {},
): Core['figures'] => [
  { harm: 'killed', group: 'civilians', total: estimate(low, best, high), bySexAge },
  { harm: 'killed', group: 'all', total: estimate(low, best, high), bySexAge: {} },
];

/** A source; those with the same `origin` repeat one another. */
export const source = (
  id: string,
  kind: Source['kind'],
  name: string,
  grade: string,
  origin: string,
  supports: string[],
): Source => ({
  id,
  kind,
  name,
  title: null,
  date: null,
  reference: null,
  sourceGrade: letter(grade.charAt(0)),
  informationGrade: digit(grade.charAt(1)),
  originKey: origin,
  civilianStatus: 'presumed_civilian',
  supports,
});
const letter = (c: string): Source['sourceGrade'] =>
  (['A', 'B', 'C', 'D', 'E', 'F'] as const).find((g) => g === c) ?? null;
const digit = (c: string): Source['informationGrade'] =>
  (['1', '2', '3', '4', '5', '6'] as const).find((g) => g === c) ?? null;

export const said = (language: Language, narrative: string, sources: Source[] = []): Partial<Account> => ({
  narrative,
  narrativeLanguage: language,
  sources,
});

/** A whole day, or the moment itself where the precision is finer. */
export function on(at: Date, precision: Core['when']['precision'] = 'day', lastDay = at): Core['when'] {
  const day = (d: Date) => d.toISOString().slice(0, 10);
  const exact = precision === 'minute' || precision === 'hour';
  return { from: day(at), to: day(lastDay), at: exact ? at.toISOString() : null, precision };
}

/** By which a newcomer finds all of the story; not on specialists' cases, whose tags would lead to them, nor on rows of others. */
export const STORY_TAG = 'the night at the mill';

function tagged(input: IncidentInput): IncidentInput {
  const { core } = input;
  if (input.compartments.length > 0 || core.origin.dataset !== 'own') return input;
  return { ...input, core: { ...core, tags: [...new Set([STORY_TAG, 'Orlumi valley', ...core.tags])] } };
}

/** Makes records: each is a first version and what later versions change in it. */
export function recordMaker(world: World) {
  const rng = Rng.of(world.seed, 'story');
  const ids = new Map<string, string>();
  const writes: Write[] = [];
  const idOf = (key: string): string => {
    const id = ids.get(key) ?? rng.uuid();
    ids.set(key, id);
    return id;
  };
  function tell(
    key: string,
    village: Settlement,
    placed: Placed,
    first: Pick<Core, 'kind' | 'type' | 'when'>,
    steps: Step[],
  ): void {
    const id = idOf(key);
    let input: IncidentInput = {
      id,
      core: {
        ...first,
        title: null,
        where: locate(world, village, placed, Rng.of(world.seed, `story ${key}`)),
        parties: [],
        hypotheses: [],
        figures: [],
        means: [],
        damage: [],
        tags: [],
        links: [],
        sourceCount: 0,
        independentSources: 0,
        origin: { dataset: 'own', externalId: null, sourceType: null },
        operational: 'unconfirmed',
        humanRights: 'not_examined',
        statusNote: null,
      },
      account: { narrative: null, narrativeLanguage: null, sources: [], evidence: [], notes: null, extra: {} },
      protected: null,
      levels: { core: 'internal', account: 'confidential', protected: 'strictly_confidential' },
      compartments: [],
    };
    for (const [at, by, verb, change] of steps) {
      const account = input.account ? { ...input.account, ...change.account } : null;
      const sources = account?.sources ?? [];
      input = {
        ...input,
        core: {
          ...input.core,
          ...change.core,
          sourceCount: sources.length,
          independentSources: new Set(sources.map((s) => s.originKey)).size,
        },
        account,
        protected: change.protected ?? input.protected,
        levels: change.levels ?? input.levels,
        compartments: change.compartments ?? input.compartments,
      };
      writes.push({ at, by, verb, input: tagged(input) });
    }
  }
  return { tell, idOf, writes, records: () => ids.size };
}
