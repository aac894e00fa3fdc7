/** Arbitrary records that the contract takes, for property tests. */
import fc from 'fast-check';
import * as v from '../../vocabulary/codes.ts';
import { type Incident, IncidentInput } from '../contract.ts';

/** Text as the database holds it: well-formed, without NUL; often what spreadsheets and tables trip over. */
const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }).map((s) => s.replaceAll('\0', '').slice(0, maxLength)),
    fc.constantFrom(
      '',
      ' ',
      '=1+1',
      "'=1",
      '-',
      '@x',
      '"',
      'a,b;c',
      ' x ',
      '\t',
      'a\r\nb',
      '[1]',
      'null',
      '0',
      'é ل 🙂',
    ),
  );
const wellFormed = (arbitrary: fc.Arbitrary<string>) => arbitrary.filter((s) => s.isWellFormed());
const anyText = (maxLength = 30) => wellFormed(text(maxLength));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const nonEmpty = (maxLength = 20) => anyText(maxLength).map((s) => s.trim() || 'x');
const of = <T extends string>(codes: readonly T[]) => fc.constantFrom(...codes);
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });
const count = fc.nat({ max: 1000 });
const degrees = (limit: number) =>
  fc.double({ min: -limit, max: limit, noNaN: true, noDefaultInfinity: true }).map((d) => (d === 0 ? 0 : d));
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const estimate = fc
  .tuple(maybe(count), maybe(count), maybe(count))
  .map(([a, best, c]) => (a !== null && c !== null && a > c ? { low: c, best, high: a } : { low: a, best, high: c }));

const core = fc.record({
  kind: of(v.RECORD_KINDS),
  type: of([...v.EVENT_TYPES, ...v.OBSERVATION_TYPES, ...v.ACTIVITY_TYPES]),
  title: maybe(anyText()),
  when: fc
    .tuple(day, day, maybe(instant), of(v.TIME_PRECISIONS))
    .map(([a, b, at, precision]) => (a < b ? { from: a, to: b, at, precision } : { from: b, to: a, at, precision })),
  where: fc.record({
    point: maybe(fc.tuple(degrees(180), degrees(90))),
    precision: of(v.PLACE_PRECISIONS),
    name: maybe(anyText()),
    description: maybe(anyText()),
    country: maybe(fc.constantFrom('CAF', 'SDN', '')),
    countryName: maybe(anyText()),
    adm1: maybe(anyText()),
    adm2: maybe(anyText()),
    adm1Code: maybe(anyText()),
    adm2Code: maybe(anyText()),
  }),
  parties: few(fc.record({ name: nonEmpty(), type: of(v.ACTOR_TYPES), role: of(v.PARTY_ROLES) })),
  hypotheses: few(
    fc.record({
      id: nonEmpty(),
      actor: nonEmpty(),
      actorType: of(v.ACTOR_TYPES),
      likelihood: of(v.LIKELIHOODS),
      confidence: maybe(of(v.CONFIDENCES)),
      responsibility: of(v.RESPONSIBILITIES),
    }),
  ),
  figures: few(
    fc.record({
      harm: of(v.HARM_KINDS),
      group: of(v.HARMED_GROUPS),
      total: estimate,
      bySexAge: fc.record({ women: estimate, boys: estimate }, { requiredKeys: [] }),
    }),
  ),
  means: few(of(v.MEANS)),
  damage: few(
    fc.record({
      object: of(v.DAMAGED_OBJECTS),
      extent: of(v.DAMAGE_EXTENTS),
      count: maybe(count),
      peopleAffected: maybe(count),
      note: maybe(anyText()),
    }),
  ),
  tags: few(nonEmpty()),
  links: few(fc.record({ relation: of(v.INCIDENT_RELATIONS), id: fc.uuid() })),
  sourceCount: count,
  independentSources: count,
  origin: fc.record({
    dataset: fc.constantFrom('own', 'ucdp-ged'),
    externalId: maybe(anyText()),
    sourceType: maybe(anyText()),
  }),
  operational: of(v.OPERATIONAL_STATUSES),
  humanRights: of(v.HUMAN_RIGHTS_STATUSES),
  statusNote: maybe(anyText()),
  specialists: fc.option(fc.boolean(), { nil: undefined }),
});

const account = fc.record({
  narrative: maybe(anyText(200)),
  narrativeLanguage: maybe(fc.constantFrom('en', 'ar', '')),
  sources: few(fc.record({ id: nonEmpty(), kind: of(v.SOURCE_KINDS), name: anyText(), supports: few(anyText()) })),
  evidence: few(fc.record({ hypothesis: anyText(), side: fc.constantFrom('for', 'against'), text: nonEmpty() })),
  notes: maybe(anyText()),
  extra: fc.dictionary(
    nonEmpty().filter((key) => key !== '__proto__'),
    anyText(),
    { maxKeys: 3 },
  ),
});

const setApart = fc.record({
  title: maybe(anyText()),
  precision: maybe(of(v.PLACE_PRECISIONS)),
  place: maybe(anyText()),
  targets: few(fc.record({ name: nonEmpty(), type: of(v.ACTOR_TYPES), role: fc.constant('target') })),
  damage: fc.constant([]),
  account: maybe(account),
});

const protectedGroup = fc.record({
  people: few(fc.record({ name: anyText(), role: anyText(), note: maybe(anyText()), sexAge: of(v.SEX_AGE) })),
  exactPoint: maybe(fc.tuple(degrees(180), degrees(90))),
  exactPlace: maybe(anyText()),
  narrative: maybe(anyText()),
  caseReference: maybe(anyText()),
  setApart: maybe(setApart),
});

export const anyInput: fc.Arbitrary<IncidentInput> = fc
  .record({
    id: fc.uuid({ version: 4 }),
    core,
    account: maybe(account),
    protected: maybe(protectedGroup),
    levels: fc.record({ core: of(v.LEVELS), account: of(v.LEVELS), protected: of(v.LEVELS) }),
    compartments: few(of(v.COMPARTMENTS)),
  })
  .map((input) => IncidentInput.parse(input));

/** A record as somebody with full access reads it. */
export function asRead(input: IncidentInput): Incident {
  const { account, protected: sealed, ...rest } = input;
  return {
    ...rest,
    ...(account && { account }),
    ...(sealed && { protected: sealed }),
    version: 3,
    knownFrom: { seq: 41, at: '2026-01-02T03:04:05.678Z' },
    knownTo: null,
    by: 'somebody',
    byName: '=Some Body',
    verb: 'incident.edit',
    erased: false,
  };
}
