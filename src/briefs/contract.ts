/**
 * The shapes of papers as they cross the wire. A paper is whole: whoever draws it — page, Word, PDF — needs no other words
 * and no other numbers. Every number carries what it counts and the filter that opens the records behind it.
 */
import { z } from 'zod';
import { SILENT_WEEKS } from '../incidents/contract.ts';
import * as v from '../vocabulary/codes.ts';

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const language = z.enum(v.LANGUAGES);
const level = z.enum(v.LEVELS);

export const PAPER_KINDS = ['flash', 'daily', 'weekly'] as const;
export const PAPER_STATES = ['draft', 'edited', 'sent'] as const;
export const FILE_FORMATS = ['pdf', 'docx', 'json'] as const;

/** Opens the records behind a number in any list of incidents (its `IncidentFilter`, as a page's address has it). */
export const RecordFilter = z.object({
  counted: z.boolean().optional(),
  from: day.optional(),
  to: day.optional(),
  datasets: z.array(z.string()).optional(),
  operational: z.array(z.enum(v.OPERATIONAL_STATUSES)).optional(),
  kinds: z.array(z.enum(v.RECORD_KINDS)).optional(),
  adm1: z.string().optional(),
  unplaced: z.boolean().optional(),
  party: z.string().optional(),
  ids: z.array(z.uuid()).optional(),
  recordedFrom: instant.optional(),
  recordedTo: instant.optional(),
  timePrecisions: z.array(z.enum(v.TIME_PRECISIONS)).optional(),
  placePrecisions: z.array(z.enum(v.PLACE_PRECISIONS)).optional(),
  deathsNotStated: z.boolean().optional(),
  /** The ledger line of the paper: asked again, it answers the same. */
  asOf: z.string(),
});

/** What a number adds up: `incidents`, a column of the list (`killedCivilians`), or one of its parts (`killed.women`). */
const Measure = z
  .string()
  .regex(/^(incidents|killed|killedCivilians|injured|abducted|displaced)(\.(women|men|girls|boys|unknown))?$/);

/** The sum of `measure` over the records under `filter`, divided by `per` where it is an average (one decimal). */
export const Quantity = z.object({
  value: z.number(),
  /** As the language writes it; may be a word or two ("one incident"). */
  text: z.string(),
  measure: Measure,
  filter: RecordFilter,
  per: z.number().positive().optional(),
});

/** Words, or a number that opens its records. */
export const Part = z.union([z.string(), Quantity]);

const Heading = z.object({ type: z.literal('heading'), id: z.string(), text: z.string() });
const Paragraph = z.object({
  type: z.literal('paragraph'),
  id: z.string(),
  /** `item` is one of a list. */
  style: z.enum(['lead', 'body', 'item']),
  parts: z.array(Part),
  editable: z.boolean(),
  /** Somebody's words stand in the place of ours: they opened no records and vouch for themselves. */
  edited: z.boolean(),
  /** Ours, where somebody's words stand in their place. */
  generated: z.array(Part).optional(),
});
/** The line of key figures below the masthead. */
const Figures = z.object({
  type: z.literal('figures'),
  id: z.string(),
  /** Whose numbers they are. */
  title: z.string(),
  items: z.array(z.object({ label: z.string(), number: Quantity, beside: z.array(Part) })),
});
const Cell = z.union([z.string(), Quantity, z.null()]);
const Table = z.object({
  type: z.literal('table'),
  id: z.string(),
  columns: z.array(z.object({ label: z.string(), number: z.boolean() })),
  rows: z.array(
    z.object({
      /** `group` heads the rows below it; `total` stands for all of its stream. */
      style: z.enum(['group', 'row', 'total']),
      cells: z.array(Cell),
    }),
  ),
});
export const SYMBOLS = ['disc', 'ring', 'diamond', 'square', 'triangle'] as const;
const MapBlock = z.object({
  type: z.literal('map'),
  id: z.string(),
  frame: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** Nobody reports from here: hatched. */
      silent: z.boolean(),
      rings: z.array(z.array(z.array(z.number()))),
    }),
  ),
  features: z.array(
    z.object({
      point: z.tuple([z.number(), z.number()]),
      symbol: z.enum(SYMBOLS),
      /** Known only to its area: drawn dashed. */
      vague: z.boolean(),
      label: z.string().nullable(),
      killed: Quantity,
    }),
  ),
  legend: z.object({
    title: z.string(),
    symbols: z.array(z.object({ symbol: z.enum(SYMBOLS), text: z.string() })),
    /** What the size of a mark means, and the numbers that some sizes stand for. */
    size: z.string().optional(),
    sizes: z.array(z.number()),
    vague: z.string(),
    silent: z.string().nullable(),
  }),
  disclaimer: z.string(),
  /** What the map shows, for somebody who does not see it. */
  description: z.string(),
});
const Chart = z.object({
  type: z.literal('chart'),
  id: z.string(),
  title: z.string(),
  civilians: z.string(),
  others: z.string(),
  bins: z.array(z.object({ label: z.string(), from: day, to: day, killedCivilians: Quantity, killed: Quantity })),
});
const Incidents = z.object({
  type: z.literal('incidents'),
  id: z.string(),
  items: z.array(
    z.object({
      id: z.uuid(),
      when: z.string(),
      where: z.string(),
      /** What happened, who took part, who was harmed: sentences. */
      what: z.array(Part),
      /** Whose record it is and how sure. */
      standing: z.string(),
      filter: RecordFilter,
    }),
  ),
});
const Note = z.object({ type: z.literal('note'), id: z.string(), parts: z.array(Part) });

export const Block = z.discriminatedUnion('type', [
  Heading,
  Paragraph,
  Figures,
  Table,
  MapBlock,
  Chart,
  Incidents,
  Note,
]);

export const Paper = z.object({
  kind: z.enum(PAPER_KINDS),
  /** What it is about: an ISO week, a day, or an incident's id. */
  at: z.string(),
  mission: z.object({ slug: z.string(), name: z.string() }),
  period: z.object({ from: day, to: day }),
  title: z.string(),
  subtitle: z.string(),
  asOf: z.object({ seq: z.int(), at: instant }),
  /** What to hold against a checkpoint from outside: nobody rewrote what this paper rests on. */
  ledger: z.object({ size: z.int(), root: z.string() }),
  level,
  compartments: z.array(z.string()),
  /** The areas of the view it was made with; `null` is the whole mission. */
  areas: z.array(z.string()).nullable(),
  language,
  simulated: z.boolean(),
  /** Words that stand on every sheet. */
  sheet: z.object({
    level: z.string(),
    asOf: z.string(),
    ledger: z.string(),
    simulated: z.string().nullable(),
    /** `{n}` and `{of}` are the page's number and how many there are. */
    page: z.string(),
    signature: z.string().nullable(),
  }),
  blocks: z.array(Block),
});

/** A card for a pocket: drawn like a paper, made from mandates alone. */
export const FieldCard = Paper.omit({ kind: true, at: true, period: true }).extend({
  /** The day on which it holds. */
  day,
  expired: z.boolean(),
  /** Provisions with tasks for us that nobody has confirmed: they are not on it. */
  unconfirmed: z.int(),
});
export const CardQuery = z.object({
  language: language.default('en'),
  date: day.optional(),
  asOf: z.string().max(40).optional(),
});
export const CardFileQuery = CardQuery.extend({ format: z.enum(['pdf', 'docx']) });

/** Which sections in which order, windows, and words of the mission. */
export const SECTIONS = [
  'situation',
  'map',
  'changes',
  'notable',
  'trend',
  'areas',
  'actors',
  'victims',
  'later',
  'unknown',
  'outlook',
  'comment',
  'method',
] as const;
const words = z.object({ en: z.string().max(500), fr: z.string().max(500), ar: z.string().max(500) });
const Sections = z
  .array(z.enum(SECTIONS))
  .min(1)
  .refine((list) => new Set(list).size === list.length, 'a section stands there twice');
export const Template = z.object({
  sections: z.object({ flash: Sections, daily: Sections, weekly: Sections }),
  /** Weeks of the average that a week is held against, and weeks without a record after which an area is silent. */
  averageWeeks: z.int().min(2).max(52).default(12),
  silentWeeks: z.int().min(1).max(26).default(SILENT_WEEKS),
  earlierYears: z.int().min(0).max(5).default(3),
  trendWeeks: z.int().min(4).max(52).default(26),
  notable: z.int().min(0).max(30).default(8),
  /** Mission time at which the daily is ready and its 24 hours end. */
  dailyAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('07:30'),
  /** Stands at the end: who signs, to whom it goes. */
  signature: words.default({ en: '', fr: '', ar: '' }),
  /** Prepares the daily, and on Mondays the weekly, in these languages; as the person who last said so. */
  prepare: z.array(language).max(3).default([]),
});
export const TemplateView = z.object({
  version: z.int(),
  template: Template,
  preparedAs: z.object({ person: z.uuid(), name: z.string() }).nullable(),
});

const target = {
  kind: z.enum(PAPER_KINDS),
  /** `2030-W12`, a day, or an incident's id. */
  at: z.string().max(40),
  language: language.default('en'),
  asOf: z.string().max(40).optional(),
  /** Not above this: so that it may be passed on. */
  maxLevel: level.optional(),
};
export const ComposeQuery = z.object(target);
export const FileQuery = ComposeQuery.extend({ format: z.enum(FILE_FORMATS) });
export const StoredFileQuery = z.object({
  format: z.enum(FILE_FORMATS),
  version: z.coerce.number().int().min(1).optional(),
});

/** Own words in the place of an editable paragraph's, by its id; `null` takes ours back. */
export const Words = z.record(z.string().max(80), z.string().trim().max(5000).nullable());
export const SavePaper = z.object({ id: z.uuid(), ...target, words: Words.default({}) });
export const EditPaper = z.object({ words: Words });
export const SendPaper = z.object({
  to: z.array(z.uuid()).min(1).max(200),
  /** What a correction corrects, for those who had the paper before it. */
  note: z.string().trim().max(2000).nullable().default(null),
});

export const StoredPaper = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  state: z.enum(PAPER_STATES),
  /** The version that was sent and that this one corrects. */
  corrects: z.int().nullable(),
  knownAt: instant,
  by: z.string(),
  byName: z.string().nullable(),
  /** The clock asked for this version; it was made as the person who said so in the template. */
  prepared: z.boolean(),
  sentTo: z.array(z.object({ person: z.uuid(), name: z.string() })),
  note: z.string().nullable(),
  paper: Paper,
});
export const PaperLine = StoredPaper.omit({ paper: true, sentTo: true, note: true, prepared: true }).extend({
  /** Its first version. */
  made: z.object({ at: instant, byName: z.string().nullable(), prepared: z.boolean() }),
  kind: z.enum(PAPER_KINDS),
  at: z.string(),
  language,
  level,
  title: z.string(),
  subtitle: z.string(),
  /** It was sent to the one who asks. */
  toMe: z.boolean(),
});
export const PaperList = z.object({ items: z.array(PaperLine) });
export const PaperVersions = z.object({ items: z.array(StoredPaper) });
/** Those of the mission who see as much as a paper used. */
export const PaperReaders = z.object({
  items: z.array(z.object({ person: z.uuid(), name: z.string(), roles: z.array(z.string()) })),
});

export type PaperKind = (typeof PAPER_KINDS)[number];
export type PaperState = (typeof PAPER_STATES)[number];
export type FileFormat = (typeof FILE_FORMATS)[number];
export type Section = (typeof SECTIONS)[number];
export type SymbolName = (typeof SYMBOLS)[number];
export type RecordFilter = z.infer<typeof RecordFilter>;
export type Quantity = z.infer<typeof Quantity>;
export type Part = z.infer<typeof Part>;
export type Block = z.infer<typeof Block>;
export type Paper = z.infer<typeof Paper>;
/** What whoever draws needs of a paper or a card. */
export type Drawn = Omit<Paper, 'kind' | 'at' | 'period'> & {
  /** Of a card alone: it is set smaller, for one sheet in a pocket. */
  day?: string;
};
export type FieldCard = z.infer<typeof FieldCard>;
export type CardQuery = z.infer<typeof CardQuery>;
export type Template = z.infer<typeof Template>;
export type TemplateView = z.infer<typeof TemplateView>;
export type ComposeQuery = z.infer<typeof ComposeQuery>;
export type SavePaper = z.infer<typeof SavePaper>;
export type SendPaper = z.infer<typeof SendPaper>;
export type Words = z.infer<typeof Words>;
export type StoredPaper = z.infer<typeof StoredPaper>;
export type PaperReaders = z.infer<typeof PaperReaders>;
export type PaperLine = z.infer<typeof PaperLine>;
