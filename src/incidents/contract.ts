/**
 * The shapes of incidents, observations and activities as they cross the wire. Published first: later rooms build on it.
 *
 * A record has three groups of fields, each with a level of its own (DESIGN §4):
 * `core` (what lists and maps show), `account` (words, sources, evidence) and `protected` (names; the exact place
 * where naming it would name a survivor). A group that the reader may not see is absent, never empty.
 */
import { z } from 'zod';
import { cursor, pageOf } from '../platform/paging/contract.ts';
import * as v from '../vocabulary/codes.ts';

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const shortText = z.string().trim().min(1).max(500);
const longText = z.string().max(100_000);
const count = z.int().min(0).max(100_000_000);

/**
 * `null` where a source gives none; zero is a number, not an absence. What we record ourselves has low ≤ best ≤ high
 * (`rules.ts`); what outside data sets say is kept as they say it, odd ranges too.
 */
export const Estimate = z.object({ low: count.nullable(), best: count.nullable(), high: count.nullable() });

/** One row of the harm table: at most one per harm and group. `total` is never less than what its parts add up to. */
export const Figure = z.object({
  harm: z.enum(v.HARM_KINDS),
  group: z.enum(v.HARMED_GROUPS),
  total: Estimate,
  bySexAge: z.partialRecord(z.enum(v.SEX_AGE), Estimate).default({}),
});

/** Calendar days in the mission's time zone (inclusive); `at` when the moment itself is known, UTC. */
export const When = z
  .object({
    from: day,
    to: day,
    at: instant.nullable().default(null),
    precision: z.enum(v.TIME_PRECISIONS),
  })
  .refine((w) => w.from <= w.to, { message: 'the first day is after the last' });

export const Where = z.object({
  /** [longitude, latitude], WGS 84 degrees; `null` when no source places it. */
  point: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).nullable(),
  precision: z.enum(v.PLACE_PRECISIONS),
  name: z.string().max(500).nullable().default(null),
  description: z.string().max(2000).nullable().default(null),
  /** ISO 3166-1 alpha-3 where known. */
  country: z.string().max(3).nullable().default(null),
  countryName: z.string().max(200).nullable().default(null),
  adm1: z.string().max(200).nullable().default(null),
  adm2: z.string().max(200).nullable().default(null),
  /** Codes of the areas of the mission's boundary set that hold the point; filled by the server. */
  adm1Code: z.string().max(60).nullable().default(null),
  adm2Code: z.string().max(60).nullable().default(null),
});

/** Somebody named as taking part, in the words of the sources. */
export const Party = z.object({
  name: shortText,
  type: z.enum(v.ACTOR_TYPES),
  role: z.enum(v.PARTY_ROLES),
});

/** Who may have done it: words with their evidence (in the account), not a probability. */
export const Hypothesis = z.object({
  id: z.string().min(1).max(60),
  actor: shortText,
  actorType: z.enum(v.ACTOR_TYPES),
  likelihood: z.enum(v.LIKELIHOODS),
  confidence: z.enum(v.CONFIDENCES).nullable().default(null),
  responsibility: z.enum(v.RESPONSIBILITIES).default('not_stated'),
});

export const Damage = z.object({
  object: z.enum(v.DAMAGED_OBJECTS),
  extent: z.enum(v.DAMAGE_EXTENTS),
  count: count.nullable().default(null),
  peopleAffected: count.nullable().default(null),
  note: z.string().max(2000).nullable().default(null),
});

export const Link = z.object({ relation: z.enum(v.INCIDENT_RELATIONS), id: z.uuid() });

/** Where a record came from when somebody else made it. Outside data sets are never summed with own incidents. */
export const Origin = z.object({
  /** `own`, or the data set's slug: `ucdp-ged`, `acled`, … */
  dataset: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  externalId: z.string().max(200).nullable().default(null),
  /** What the source calls this row's type, kept verbatim. */
  sourceType: z.string().max(300).nullable().default(null),
});

const statuses = {
  operational: z.enum(v.OPERATIONAL_STATUSES).default('unconfirmed'),
  humanRights: z.enum(v.HUMAN_RIGHTS_STATUSES).default('not_examined'),
};

export const Core = z.object({
  kind: z.enum(v.RECORD_KINDS),
  type: z.enum([...v.EVENT_TYPES, ...v.OBSERVATION_TYPES, ...v.ACTIVITY_TYPES]),
  title: z.string().max(300).nullable().default(null),
  when: When,
  where: Where,
  parties: z.array(Party).max(30).default([]),
  hypotheses: z.array(Hypothesis).max(20).default([]),
  figures: z.array(Figure).max(30).default([]),
  means: z.array(z.enum(v.MEANS)).max(16).default([]),
  damage: z.array(Damage).max(30).default([]),
  tags: z.array(z.string().trim().min(1).max(60)).max(30).default([]),
  links: z.array(Link).max(50).default([]),
  /** Number of sources behind the record, and of those that do not repeat one another. */
  sourceCount: z.int().min(0).default(0),
  independentSources: z.int().min(0).default(0),
  origin: Origin.default({ dataset: 'own', externalId: null, sourceType: null }),
  ...statuses,
  /** Why the statuses stand as they do, in the words of whoever set them last; earlier words stand in earlier versions. */
  statusNote: z.string().max(2000).nullable().default(null),
  /** Set by the server: about a survivor or a named child, so that what may name them is in the protected group alone. */
  specialists: z.boolean().optional(),
});

export const Source = z.object({
  id: z.string().min(1).max(60),
  kind: z.enum(v.SOURCE_KINDS),
  name: z.string().max(500),
  title: z.string().max(2000).nullable().default(null),
  date: z.string().max(40).nullable().default(null),
  reference: z.string().max(2000).nullable().default(null),
  sourceGrade: z.enum(v.SOURCE_GRADES).nullable().default(null),
  informationGrade: z.enum(v.INFORMATION_GRADES).nullable().default(null),
  /** Sources with the same origin repeat one another and count once. */
  originKey: z.string().max(200).nullable().default(null),
  civilianStatus: z.enum(v.CIVILIAN_STATUSES).default('not_stated'),
  /** Fields of the record that this source stands behind. */
  supports: z.array(z.string().max(60)).max(40).default([]),
});

export const Evidence = z.object({
  hypothesis: z.string().max(60),
  side: z.enum(['for', 'against']),
  text: z.string().min(1).max(5000),
  source: z.string().max(60).nullable().default(null),
});

export const Account = z.object({
  narrative: longText.nullable().default(null),
  narrativeLanguage: z.string().max(10).nullable().default(null),
  sources: z.array(Source).max(500).default([]),
  evidence: z.array(Evidence).max(200).default([]),
  notes: longText.nullable().default(null),
  /** Columns of an imported row that no field of ours holds, kept verbatim so that export loses nothing. */
  extra: z.record(z.string().max(200), z.string().max(100_000)).default({}),
});

/** What else left the open groups of a record that is for specialists, as it was sent. */
export const SetApart = z.object({
  title: Core.shape.title,
  /** Of the exact place. */
  precision: z.enum(v.PLACE_PRECISIONS).nullable().default(null),
  /** What describes the place; also a point or a name that stood beside another exact one. */
  place: z.string().max(5000).nullable().default(null),
  /** Those named as targets. */
  targets: z.array(Party).max(60).default([]),
  /** With its notes; the open group keeps what was damaged. */
  damage: z.array(Damage).max(30).default([]),
  account: Account.nullable().default(null),
});

/** Somebody by name. A girl or a boy makes the record one for specialists. */
export const Person = z.object({
  name: z.string().max(500),
  role: z.string().max(100),
  note: z.string().max(5000).nullable(),
  sexAge: z.enum(v.SEX_AGE).default('unknown'),
});

/** Erasable on request: encrypted under a key of its own from the first version and never indexed. */
export const Protected = z.object({
  people: z.array(Person).max(200).default([]),
  exactPoint: z.tuple([z.number(), z.number()]).nullable().default(null),
  exactPlace: z.string().max(500).nullable().default(null),
  narrative: longText.nullable().default(null),
  /** For survivors and children: a pointer into the specialist system, never a name. */
  caseReference: z.string().max(200).nullable().default(null),
  setApart: SetApart.nullable().default(null),
});

const level = z.enum(v.LEVELS);
export const Levels = z.object({ core: level, account: level, protected: level });

/** What a person, an importer or the demonstration writes: one whole version of a record. */
export const IncidentInput = z.object({
  /** Made by the client (random UUIDv4): sending the same content under it twice is a success. */
  id: z.uuid(),
  core: Core,
  account: Account.nullable().default(null),
  protected: Protected.nullable().default(null),
  levels: Levels.default({ core: 'internal', account: 'confidential', protected: 'strictly_confidential' }),
  /** Empty: the whole mission. Otherwise only people of these components. */
  compartments: z.array(z.string().max(60)).max(20).default([]),
});

/** Who made a version known, and since when. */
export const VersionStamp = z.object({
  version: z.int().min(1),
  knownFrom: z.object({ seq: z.int(), at: instant }),
  knownTo: z.object({ seq: z.int(), at: instant }).nullable(),
  by: z.string(),
  byName: z.string().nullable(),
  verb: z.string(),
});

export const Incident = VersionStamp.extend({
  id: z.uuid(),
  core: Core,
  account: Account.optional(),
  protected: Protected.optional(),
  levels: z.object({ core: level, account: level.optional(), protected: level.optional() }),
  compartments: z.array(z.string()),
  /** Groups whose personal content was destroyed at somebody's request. */
  erased: z.boolean().default(false),
});

/**
 * What somebody gets who hands over what they do not see: an accusation against own people. Sent again, it is the same.
 * The line and its digest can be shown to whoever reads the ledger.
 */
export const Receipt = z.object({
  receipt: z.object({
    id: z.uuid(),
    version: z.int().min(1),
    seq: z.int(),
    /** Hexadecimal. */
    digest: z.string(),
  }),
});
/** The record as its writer sees it, or a receipt where they do not. */
export const Written = z.union([Incident, Receipt]);

/** One line of a list: enough to draw it, no more. */
export const IncidentRow = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(v.RECORD_KINDS),
  type: z.string(),
  title: z.string().nullable(),
  from: day,
  to: day,
  timePrecision: z.enum(v.TIME_PRECISIONS),
  point: z.tuple([z.number(), z.number()]).nullable(),
  placePrecision: z.enum(v.PLACE_PRECISIONS),
  place: z.string().nullable(),
  adm2: z.string().nullable(),
  adm1: z.string().nullable(),
  country: z.string().nullable(),
  parties: z.array(Party),
  killed: Estimate,
  killedCivilians: Estimate,
  injured: z.int().nullable(),
  abducted: z.int().nullable(),
  displaced: z.int().nullable(),
  dataset: z.string(),
  operational: z.enum(v.OPERATIONAL_STATUSES),
  humanRights: z.enum(v.HUMAN_RIGHTS_STATUSES),
  /** Since when the operational status has stood as it does. */
  statusSince: instant,
  level,
});

/** As of which line of the ledger an answer holds; ask again with it and the answer is the same for ever. */
export const AsOf = z.object({ seq: z.int(), at: instant });

const commaList = <T extends z.ZodType<string>>(item: T) =>
  z.preprocess((x) => (typeof x === 'string' ? x.split(',').filter(Boolean) : x), z.array(item).max(100)).optional();

/** What an export may be written as. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson', 'hxl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const flag = z.preprocess((x) => (x === undefined ? x : x === 'true' || x === true), z.boolean().optional());

/** The filter that list, map, time bar, summary and export share; it lives in the page's address. */
export const IncidentFilter = z.object({
  from: day.optional(),
  to: day.optional(),
  /** west,south,east,north in degrees; west > east crosses the antimeridian. */
  bbox: z
    .preprocess(
      (x) => (typeof x === 'string' ? x.split(',').map(Number) : x),
      z.tuple([z.number(), z.number(), z.number(), z.number()]),
    )
    .optional(),
  kinds: commaList(z.enum(v.RECORD_KINDS)),
  types: commaList(z.string().max(60)),
  actor: z.string().max(200).optional(),
  datasets: commaList(z.string().max(60)),
  operational: commaList(z.enum(v.OPERATIONAL_STATUSES)),
  humanRights: commaList(z.enum(v.HUMAN_RIGHTS_STATUSES)),
  adm1: z.string().max(60).optional(),
  country: z.string().max(3).optional(),
  tag: z.string().max(60).optional(),
  minKilled: z.coerce.number().int().min(0).optional(),
  civiliansOnly: flag,
  /**
   * What papers count: incidents, each once, on its first day (`from` and `to` speak of that day alone); none that was
   * disproved, withdrawn by its source or is held to be a duplicate of another.
   */
  counted: flag,
  /** Somebody named as taking part or held to have done it, by the whole name (accents and articles aside). */
  party: z.string().max(500).optional(),
  ids: commaList(z.uuid()),
  /** First recorded from this instant on and before that one: when we learned, not when it happened. */
  recordedFrom: instant.optional(),
  recordedTo: instant.optional(),
  /** In no area of the mission's boundaries. */
  unplaced: flag,
  timePrecisions: commaList(z.enum(v.TIME_PRECISIONS)),
  placePrecisions: commaList(z.enum(v.PLACE_PRECISIONS)),
  /** Nobody says how many were killed. */
  deathsNotStated: flag,
  /** Given to this person and not done. */
  assigned: z.uuid().optional(),
  /** Those that whoever asks follows. */
  following: flag,
  /** One of our own whose operational status has stood open for longer than the mission allows (its setting `staleAfterDays`). */
  stale: flag,
  /** Full text, any of three languages; quotation marks, `or` and `-` as in a web search. */
  q: z.string().max(200).optional(),
  /** A ledger line (`seq`) or an instant; absent: what is known now. */
  asOf: z.string().max(40).optional(),
});

export const IncidentListQuery = IncidentFilter.extend({
  sort: z.enum(['newest', 'oldest', 'killed', 'recorded']).default('newest'),
  cursor,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Own and outside rows stand apart and are never added together. */
export const SummaryRow = z.object({
  dataset: z.string(),
  operational: z.enum(v.OPERATIONAL_STATUSES),
  incidents: z.int(),
  killedCivilians: z.int(),
  killed: z.int(),
});
export const IncidentList = pageOf(IncidentRow).extend({ asOf: AsOf });
export const IncidentSummary = z.object({ rows: z.array(SummaryRow), asOf: AsOf });

export const TimelineQuery = IncidentFilter.extend({
  bin: z.enum(['day', 'week', 'month', 'year', 'auto']).default('auto'),
});
export const Timeline = z.object({
  bin: z.enum(['day', 'week', 'month', 'year']),
  bins: z.array(z.object({ from: day, incidents: z.int(), killed: z.int(), killedCivilians: z.int() })),
  asOf: AsOf,
});

/** Weeks without a record after which an area is called silent, where nothing else is said. */
export const SILENT_WEEKS = 4;

/** Whose silence: every kind of record counts, whatever else is filtered. `from`: silent since that day at least. */
export const CoverageQuery = IncidentFilter.pick({ from: true, datasets: true, asOf: true }).extend({ to: day });
export const CoverageAnswer = z.object({
  since: day,
  until: day,
  /** Areas of the first division of which something is held; of all others there is nothing. */
  areas: z.array(
    z.object({
      area: z.string(),
      lately: z.int(),
      /** In the year before `since`. */
      before: z.int(),
      firstDay: day,
      lastDay: day,
    }),
  ),
  asOf: AsOf,
});

export type Estimate = z.infer<typeof Estimate>;
export type Figure = z.infer<typeof Figure>;
export type Party = z.infer<typeof Party>;
export type Source = z.infer<typeof Source>;
export type Damage = z.infer<typeof Damage>;
export type Core = z.infer<typeof Core>;
export type Account = z.infer<typeof Account>;
export type SetApart = z.infer<typeof SetApart>;
export type Person = z.infer<typeof Person>;
export type Protected = z.infer<typeof Protected>;
export type IncidentInput = z.infer<typeof IncidentInput>;
export type Incident = z.infer<typeof Incident>;
export type Receipt = z.infer<typeof Receipt>;
export type Written = z.infer<typeof Written>;
export type IncidentRow = z.infer<typeof IncidentRow>;
export type IncidentFilter = z.infer<typeof IncidentFilter>;
export type IncidentListQuery = z.infer<typeof IncidentListQuery>;
export type IncidentList = z.infer<typeof IncidentList>;
export type IncidentSummary = z.infer<typeof IncidentSummary>;
export type Timeline = z.infer<typeof Timeline>;
export type AsOf = z.infer<typeof AsOf>;
export type CoverageQuery = z.infer<typeof CoverageQuery>;
export type CoverageAnswer = z.infer<typeof CoverageAnswer>;

export const Versions = z.object({ items: z.array(Incident) });
/** Submissions under an id that was taken, for a person to look at. */
export const HeldList = pageOf(z.object({ id: z.uuid(), by: z.string(), at: instant, input: IncidentInput }));
