/** Bringing a file in, as it crosses the wire: what a file is, how its columns become records, and what came of it. */
import { z } from 'zod';
import {
  ACTOR_TYPES,
  EVENT_TYPES,
  HARM_KINDS,
  HARMED_GROUPS,
  PLACE_PRECISIONS,
  SEX_AGE,
  TIME_PRECISIONS,
} from '../../vocabulary/codes.ts';
import { Levels } from '../contract.ts';

/** The data sets whose columns we know, then tables that say (`hxl`) or do not say (`generic`) what theirs mean. */
export const SCHEMAS = ['kinga', 'ucdp', 'acled', 'insecurity-insight', 'hxl', 'generic'] as const;
export type Schema = (typeof SCHEMAS)[number];

/** Fields that a column of any table may fill, but for figures. */
export const PLAIN_FIELDS = [
  'external_id',
  'type',
  'title',
  'date',
  'date_to',
  'time_precision',
  'latitude',
  'longitude',
  /** Both in one cell, latitude first. */
  'coordinates',
  'place_precision',
  'place',
  'place_description',
  /** A name in any language of the house, or an ISO code. */
  'country',
  'adm1',
  'adm1_code',
  'adm2',
  'adm2_code',
  'perpetrator',
  'target',
  /** Takes part; on which side is not said. */
  'party',
  'narrative',
  'notes',
  'source',
  'source_date',
  'source_reference',
  'tags',
] as const;

const PARTS = ['low', 'best', 'high', ...SEX_AGE] as const;

type FigurePath = `${(typeof HARM_KINDS)[number]}.${(typeof HARMED_GROUPS)[number]}.${(typeof PARTS)[number]}`;
export type FieldPath = (typeof PLAIN_FIELDS)[number] | FigurePath;

/** `killed.civilians.best`, `injured.all.women`, … */
export const FIGURE_PATHS: readonly FigurePath[] = HARM_KINDS.flatMap((harm) =>
  HARMED_GROUPS.flatMap((group) => PARTS.map((part): FigurePath => `${harm}.${group}.${part}`)),
);

export const FIELD_PATHS: readonly FieldPath[] = [...PLAIN_FIELDS, ...FIGURE_PATHS];

/** Fields that several columns may fill. */
export const REPEATABLE: ReadonlySet<FieldPath> = new Set([
  'perpetrator',
  'target',
  'party',
  'tags',
  'notes',
  'source',
]);

const fieldPath = z.enum(FIELD_PATHS);
const words = z.string().max(500);

/** How the columns of a table become a record. A mission remembers one for each set of headings. */
export const Mapping = z
  .object({
    /** Field by heading. A column that is not here is kept verbatim in `extra`. */
    columns: z.record(z.string().max(500), fieldPath),
    /** A field's text for every row that has none of its own. */
    constants: z.partialRecord(fieldPath, words).default({}),
    /** What settles 1/3/2020. `null`: such dates are refused with both readings. */
    dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable().default(null),
    /** `null`: 1,234 is refused with both readings. */
    decimalComma: z.boolean().nullable().default(null),
    /** The file's words (folded: see `foldWords`) by what they mean. */
    types: z.record(words, z.enum(EVENT_TYPES)).default({}),
    actorTypes: z.record(words, z.enum(ACTOR_TYPES)).default({}),
    timePrecisions: z.record(words, z.enum(TIME_PRECISIONS)).default({}),
    placePrecisions: z.record(words, z.enum(PLACE_PRECISIONS)).default({}),
    /** Where places lie that the file only names, by their folded names: for rows without a position of their own. */
    places: z
      .record(
        words,
        z.object({ point: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]), name: words }),
      )
      .default({}),
    /** The column whose words tell of victims: figures are read from it where the row has none. */
    figuresFrom: z.string().max(500).nullable().default(null),
  })
  .superRefine((mapping, context) => {
    const taken = new Map<string, string>();
    for (const [header, path] of Object.entries(mapping.columns)) {
      const before = taken.get(path);
      if (before !== undefined && !REPEATABLE.has(path)) {
        const message = `The columns “${before}” and “${header}” both fill ${path}; choose one.`;
        context.addIssue({ code: 'custom', path: ['columns', header], message });
      }
      taken.set(path, header);
    }
    if (!taken.has('date') && mapping.constants.date === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['columns'],
        message: 'No column gives the date; every record needs one.',
      });
    }
  });
export type Mapping = z.infer<typeof Mapping>;

/** Words for comparing: no case, accents, vowel signs, punctuation or Arabic article. The keys of a mapping's words. */
export function foldWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(^| )\u0627\u0644(?=\p{L}{3})/gu, '$1');
}

/** What speaks for a guess; the pages have the words. */
const said = z.object({
  says: z.enum([
    'hashtag',
    'name',
    'beside',
    'adds_up',
    'dates',
    'counts',
    'latitudes',
    'longitudes',
    'positions',
    'swapped',
    'event_words',
    'places',
    'adm1',
    'adm2',
    'countries',
    'actors',
    'ids',
    'links',
    'precisions',
    'long_texts',
    'form_id',
    'label',
  ]),
  /** So many cells, of so many that are filled. */
  hits: z.int().optional(),
  of: z.int().optional(),
  /** A heading, a hashtag, or the order of dates. */
  text: z.string().optional(),
});
export type Said = z.infer<typeof said>;
export type EvidenceCode = Said['says'];

/** Why a column fills no field: it is kept beside the record. */
const KEPT_BECAUSE = ['row_numbers', 'status', 'yes_no', 'choice', 'form', 'others'] as const;
export type KeptBecause = (typeof KEPT_BECAUSE)[number];

/** A column is taken for what it seems without a question from this confidence on. */
export const SETTLED = 0.7;

export const Guess = z.object({
  header: z.string(),
  field: z.enum(FIELD_PATHS),
  /** 0 to 1: for choosing among columns that claim the same field, and for what to ask. */
  confidence: z.number(),
  evidence: z.array(said),
});
export type Guess = z.infer<typeof Guess>;

/** What only a person can settle, the most important first. */
export const Question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no_date') }),
  /** The first date that can be read in two ways, and what it then is. */
  z.object({ kind: z.literal('date_order'), example: z.string(), dmy: z.iso.date(), mdy: z.iso.date() }),
  /** Is the column this? */
  z.object({ kind: z.literal('unsure'), header: z.string(), field: z.enum(FIELD_PATHS) }),
  /** Two columns claim a field; one of them is taken. */
  z.object({ kind: z.literal('either'), field: z.enum(FIELD_PATHS), headers: z.tuple([z.string(), z.string()]) }),
  /** People are counted, and it is not said what happened to them. */
  z.object({ kind: z.literal('counts'), header: z.string() }),
  /** Victims are told in words, and no column counts them. */
  z.object({
    kind: z.literal('figures_in_words'),
    header: z.string(),
    hits: z.int(),
    of: z.int(),
    example: z.string(),
  }),
]);
export type Question = z.infer<typeof Question>;

/** What an uploaded file is, before anything of it is brought in. */
export const ImportPreview = z.object({
  /** Names the upload in the requests that follow. */
  id: z.uuid(),
  name: z.string(),
  format: z.string(),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  headers: z.array(z.string()),
  hxlTags: z.record(z.string(), z.string()),
  /** Of a workbook: the sheet that was looked at, and all that are to be seen. */
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  schema: z.enum(SCHEMAS),
  dataset: z.string(),
  /** Why we take it for that. */
  reason: z.string(),
  /** For files that no adapter knows: what each column seems to be, how sure, and why. */
  mapping: Mapping.nullable(),
  guesses: z.array(Guess),
  /** Columns that were recognised and fill no field. */
  kept: z.array(z.object({ header: z.string(), because: z.enum(KEPT_BECAUSE) })),
  questions: z.array(Question),
  /** The name under which somebody remembered a mapping for these headings. */
  remembered: z.string().nullable(),
  /** Of the form that was brought as help: columns that it asks, and what its codes are called, by the folded code. */
  form: z.object({ columns: z.int(), labels: z.record(z.string(), z.string()) }).nullable(),
  sample: z.array(z.record(z.string(), z.string())),
  notes: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportChoices = z.object({
  /** Which data set's columns these are; recognised from the headings when absent. */
  schema: z.enum(SCHEMAS).optional(),
  /** The slug that the rows are kept under; `own` for the mission's own records. */
  dataset: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'only small letters, figures and hyphens, at most 60')
    .optional(),
  mapping: Mapping.optional(),
  /** The sheet of a workbook; the first one with a table when absent. */
  sheet: z.string().max(120).optional(),
  levels: Levels.optional(),
  compartments: z.array(z.string().max(60)).max(20).optional(),
  dryRun: z.boolean().optional(),
  /** The file is the whole data set: records of it that are not in the file were withdrawn at the source. */
  complete: z.boolean().optional(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

/** A row as it would be recorded, or why it would not. */
const LookedRow = z.object({
  row: z.int(),
  refused: z.string().nullable(),
  record: z
    .object({
      from: z.string(),
      to: z.string(),
      timePrecision: z.enum(TIME_PRECISIONS),
      type: z.string(),
      title: z.string().nullable(),
      place: z.string().nullable(),
      areas: z.array(z.string()),
      point: z.tuple([z.number(), z.number()]).nullable(),
      parties: z.array(z.object({ name: z.string(), role: z.string() })),
      figures: z.array(z.object({ harm: z.string(), group: z.string(), best: z.int().nullable() })),
      narrative: z.string().nullable(),
      sources: z.array(z.string()),
    })
    .nullable(),
  warnings: z.array(z.string()),
});

const counted = z.object({ word: z.string(), text: z.string(), rows: z.int() });

/** How a file looks under a mapping: its first rows as records, its words with their counts, its places without a point. */
export const ImportLook = z.object({
  rows: z.array(LookedRow),
  /** The words of the file by what they would be mapped to, the most frequent first. */
  words: z.object({
    types: z.array(counted),
    actorTypes: z.array(counted),
    timePrecisions: z.array(counted),
    placePrecisions: z.array(counted),
  }),
  /** Places that rows without a position name, with the place of the gazetteer that fits best. */
  places: z.array(
    counted.extend({
      found: z
        .object({
          name: z.string(),
          kind: z.string(),
          point: z.tuple([z.number(), z.number()]),
          areas: z.array(z.string()),
          /** How well the name fits, 0 to 1. */
          score: z.number(),
          /** Other places bear as good a name. */
          alone: z.boolean(),
        })
        .nullable(),
    }),
  ),
  /** Rows that have a position, and those that could have one by a place's name, and those that name none. */
  placed: z.int(),
  named: z.int(),
  unplaced: z.int(),
  /** So many rows were looked at; `whole` when that is all of them. */
  looked: z.int(),
  whole: z.boolean(),
});
export type ImportLook = z.infer<typeof ImportLook>;

export const ImportResult = z.object({
  dataset: z.string(),
  dryRun: z.boolean(),
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  withdrawn: z.int(),
  refused: z.int(),
  /** CSV of the rows that were not taken, with `kinga_reason`; null when there are none. */
  refusedFile: z.string().nullable(),
  notes: z.array(z.string()),
  /** Sentence → number of rows it was said of. */
  warnings: z.record(z.string(), z.int()),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** What taking an import back came to: records marked as withdrawn, set to what they said before, left as they are. */
export const WithdrawalResult = z.object({
  run: z.uuid(),
  withdrawn: z.int(),
  restored: z.int(),
  /** Somebody worked on them since. */
  kept: z.int(),
});
export type WithdrawalResult = z.infer<typeof WithdrawalResult>;
