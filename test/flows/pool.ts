/** Records and questions made of few things, so that every question finds something and leaves something out. */
import fc from 'fast-check';
import { IncidentInput } from '../../src/incidents/contract.ts';

const of = fc.constantFrom;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3) => fc.array(arbitrary, { maxLength });

/** Words by language, each in its forms: whoever asks for one form finds the others. */
const WORDS = [
  [['market', 'markets'], ['convoy', 'convoys'], ['school', 'schools'], ['zorvak'], ['miltun']],
  [['attaque', 'attaques'], ['réunion', 'réunions'], ['récolte', 'récoltes'], ['zorvak'], ['miltun']],
  [['هجوم', 'الهجوم'], ['نزوح', 'النزوح'], ['مدرسة', 'المدرسة'], ['zorvak'], ['miltun']],
] as const;
/** Words of one form only: for these it is certain what is left out. */
const PLAIN = ['zorvak', 'miltun'] as const;

export const familyOf = (word: string): string =>
  WORDS.flat()
    .find((forms) => (forms as readonly string[]).includes(word))
    ?.at(0) ?? word;

const wordOf = (language: number) => of(...(WORDS[language] ?? WORDS[0]).flat());
const anyWord = of(...WORDS.flat(2));
const text = fc.array(anyWord, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

/** Names as people write them, and other spellings of parts of them. */
const ACTORS: readonly (readonly [name: string, asked: readonly string[]])[] = [
  ['Forces du Nord', ['forces nord', 'FORCES DU NORD', 'nord']],
  ['Force du Sud-Est', ['sud est', 'force sud']],
  ['Séléka', ['seleka', 'SÉLÉ', 'leka']],
  ["N'Délé Defence", ['ndele', 'defence']],
  ['أنصار السلام', ['انصار', 'سلام']],
  ['100% Patriots_', ['100', 'patriots']],
];
const ADM1 = ['North', 'South', 'XX01'] as const;
const DATASETS = ['own', 'ucdp-ged', 'acled'] as const;
const TYPES = ['attack_on_civilians', 'armed_clash', 'abduction'] as const;

const day = fc
  .oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1500 }))
  .map((n) => new Date(Date.UTC(2027, 10, 1 + n)).toISOString().slice(0, 10));
/** Most take a day, some go on for years. */
const span = fc
  .tuple(day, fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 40 }), of(799, 800, 801, 3000)))
  .map(([from, days]) => ({
    from,
    to: new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10),
    precision: 'day' as const,
  }));
const degrees = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => n / 1e5);
/** Near the antimeridian, about the mission, at the poles; often the very same point. */
const longitude = fc.oneof(of(-180, 180, 179.5, -179.5, 21.25, 21.5, 0), degrees(180));
const latitude = fc.oneof(of(6.5, 6.75, 0, 89, -89, 85.0511), degrees(90));
const count = maybe(of(0, 1, 2, 5, 40));
const estimate = count.map((best) => ({ low: null, best, high: null }));

export const anyRecord: fc.Arbitrary<IncidentInput> = fc
  .record({
    id: fc.uuid({ version: 4 }),
    core: fc.record({
      kind: of('incident', 'incident', 'observation'),
      type: of(...TYPES),
      title: maybe(text),
      when: span,
      where: fc.record({
        point: maybe(fc.tuple(longitude, latitude)),
        precision: of('exact', 'near', 'adm1'),
        name: maybe(anyWord),
        country: maybe(of('CAF', 'SDN')),
        adm1: maybe(of(...ADM1)),
        adm2: maybe(of('Kaga', 'Obo')),
        adm1Code: maybe(of('XX01')),
      }),
      parties: few(
        fc.record({
          name: of(...ACTORS.map(([name]) => name)),
          type: of('non_state_armed_group', 'unidentified'),
          role: of('party', 'alleged_perpetrator'),
        }),
        2,
      ),
      figures: fc.uniqueArray(
        fc.record({ harm: of('killed', 'injured'), group: of('all', 'civilians'), total: estimate }),
        { maxLength: 3, selector: ({ harm, group }) => `${harm} ${group}` },
      ),
      tags: fc.uniqueArray(of('zorvak', 'road', 'night'), { maxLength: 2 }),
      origin: fc.record({ dataset: of(...DATASETS) }),
      operational: of('unconfirmed', 'confirmed', 'disproved'),
      humanRights: of('not_examined', 'allegation'),
    }),
    account: maybe(fc.record({ narrative: maybe(text), notes: maybe(text) })),
    levels: fc.record({
      core: of('public', 'internal', 'confidential'),
      account: of('internal', 'confidential'),
      protected: fc.constant('strictly_confidential'),
    }),
    crowd: of(0, 0, 0, 20),
  })
  .map(({ crowd, ...input }) => IncidentInput.parse({ ...input, core: crowded(input.core, crowd) }));

/** With so many parties and tags besides that no index holds them. */
function crowded<T extends { parties: object[]; tags: string[] }>(core: T, n: number): T {
  const others = Array.from({ length: n }, (_, i) => `One of those who were there, the ${i + 1}. of them`);
  const parties = others.map((name) => ({ name, type: 'unidentified', role: 'party' }));
  return { ...core, parties: [...core.parties, ...parties], tags: [...core.tags, ...others] };
}

/** What is searched for: how it is asked, and the words that must stand there, side by side, or not at all. */
export interface Search {
  q: string;
  /** One of these alternatives must hold. */
  anyOf: readonly { all: readonly string[]; phrase: readonly string[]; none: readonly string[] }[];
}

const search: fc.Arbitrary<Search> = fc.integer({ min: 0, max: 2 }).chain((language) => {
  const word = wordOf(language);
  const nothing = { all: [], phrase: [], none: [] };
  return fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 2 }).map((all) => ({ q: all.join(' '), anyOf: [{ ...nothing, all }] })),
    fc.tuple(word, word).map(([a, b]) => ({
      q: `${a} or ${b}`,
      anyOf: [
        { ...nothing, all: [a] },
        { ...nothing, all: [b] },
      ],
    })),
    fc
      .tuple(word, of(...PLAIN))
      .map(([a, not]) => ({ q: `${a} -${not}`, anyOf: [{ ...nothing, all: [a], none: [not] }] })),
    fc.tuple(word, word).map((phrase) => ({ q: `"${phrase.join(' ')}"`, anyOf: [{ ...nothing, phrase }] })),
  );
});

const box = fc.oneof(
  of<[number, number, number, number]>(
    [14, 2, 28, 11],
    [179, -90, -179, 90],
    [170, -10, -170, 89.5],
    [-180, -90, 180, 90],
  ),
  fc
    .tuple(longitude, latitude, longitude, latitude)
    .map(([west, a, east, b]): [number, number, number, number] => [west, Math.min(a, b), east, Math.max(a, b)]),
);

/** A filter as the contract has it; `search` is its `q`, told apart. */
export interface Question {
  from?: string | undefined;
  to?: string | undefined;
  bbox?: [number, number, number, number] | undefined;
  kinds?: string[] | undefined;
  types?: string[] | undefined;
  actor?: string | undefined;
  datasets?: string[] | undefined;
  operational?: string[] | undefined;
  humanRights?: string[] | undefined;
  adm1?: string | undefined;
  country?: string | undefined;
  tag?: string | undefined;
  minKilled?: number | undefined;
  civiliansOnly?: boolean | undefined;
  search?: Search | undefined;
}

const sometimes = <T>(arbitrary: fc.Arbitrary<T>, of10 = 2): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 10 - of10, arbitrary: fc.constant(undefined) }, { weight: of10, arbitrary });
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 2 });

export const anyQuestion: fc.Arbitrary<Question> = fc.record({
  from: sometimes(day),
  to: sometimes(day),
  bbox: sometimes(box, 3),
  kinds: sometimes(some(of('incident', 'observation')), 1),
  types: sometimes(some(of(...TYPES))),
  actor: sometimes(of(...ACTORS.flatMap(([, asked]) => asked))),
  datasets: sometimes(some(of(...DATASETS))),
  operational: sometimes(some(of('unconfirmed', 'confirmed')), 1),
  humanRights: sometimes(some(of('allegation')), 1),
  adm1: sometimes(of(...ADM1), 1),
  country: sometimes(of('CAF', 'SDN'), 1),
  tag: sometimes(of('road', 'night'), 1),
  minKilled: sometimes(of(0, 1, 5), 1),
  civiliansOnly: sometimes(fc.constant(true), 1),
  search: sometimes(search, 4),
});

/** The question as it stands in an address, with whatever else is asked. */
export function asked({ search, ...rest }: Question, more: Record<string, unknown> = {}): string {
  const given = Object.entries({ ...rest, q: search?.q, ...more }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toString();
}

/** The parts of names that are asked for, by the name: the naive filter compares by this table. */
export const namesAskedBy = (part: string): ReadonlySet<string> =>
  new Set(ACTORS.filter(([, parts]) => parts.includes(part)).map(([name]) => name));
