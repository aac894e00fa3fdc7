/** What the room answers about mandates: compared, through the years, tested, asked. Every answer quotes. */
import { z } from 'zod';
import * as v from '../../vocabulary/codes.ts';
import { ACTS, CHANGE_KINDS, THEMES } from '../contract.ts';

const asOf = z.string().max(40).optional();
const day = z.iso.date();
const task = z.enum(v.MANDATE_TASKS);

/** Words of a provision, and where to find them. */
export const QuoteView = z.object({
  mandate: z.uuid(),
  provision: z.uuid(),
  symbol: z.string(),
  number: z.string(),
  words: z.string(),
});

const Ends = z.object({ mandate: z.uuid(), symbol: z.string(), date: day });
/** A text that does not set the tasks anew: what it leaves unsaid goes on, and is not told as lost or gained. */
const Compared = Ends.extend({ partial: z.boolean() });
const Side = z
  .object({
    provision: z.uuid(),
    number: z.string(),
    kind: z.enum(['PP', 'OP']),
    heading: z.string().nullable(),
    text: z.string(),
  })
  .nullable();

export const ChangeView = z.object({
  task,
  kind: z.enum(CHANGE_KINDS),
  qualifier: z.enum(v.MANDATE_QUALIFIERS).nullable(),
  before: z.array(QuoteView),
  after: z.array(QuoteView),
});

export const CompareQuery = z.object({ before: z.uuid(), after: z.uuid(), asOf });
export const ComparisonView = z.object({
  before: Compared,
  after: Compared,
  changes: z.array(ChangeView),
  added: z.array(QuoteView),
  dropped: z.array(QuoteView),
  endings: z.array(QuoteView),
  ceilings: z.array(
    z.object({ words: z.string(), people: z.int(), number: z.string(), side: z.enum(['before', 'after']) }),
  ),
  pairs: z.array(
    z.object({
      before: Side,
      after: Side,
      likeness: z.number(),
      moved: z.boolean(),
      part: z.object({ number: z.string(), how: z.enum(['split_from', 'joined_into']) }).nullable(),
      words: z.array(z.object({ text: z.string(), kind: z.enum(['same', 'added', 'removed']) })).nullable(),
      means: z.array(
        z.object({ task, kind: z.enum(CHANGE_KINDS), qualifier: z.enum(v.MANDATE_QUALIFIERS).nullable() }),
      ),
    }),
  ),
});

const CellView = z
  .object({
    strength: z.enum(v.MANDATE_STRENGTHS),
    modality: z.enum(v.MANDATE_MODALITIES),
    tone: z.number(),
    ending: z.boolean(),
    /** Paragraphs, each once. */
    numbers: z.string(),
  })
  .nullable();

export const FindingView = z.object({
  code: z.enum(v.MANDATE_FINDINGS),
  quotes: z.array(QuoteView),
  /** In the text before, the words that are gone. */
  dropped: z.array(QuoteView),
  people: z.object({ before: z.int(), after: z.int() }).nullable(),
});

export const DayQuery = z.object({ date: day.optional(), asOf });
/** The mission's own mandate through the years, and what holds on a day. */
export const YearsView = z.object({
  day,
  columns: z.array(
    z.object({
      mandate: z.uuid(),
      symbol: z.string(),
      date: day,
      act: z.enum(ACTS),
      until: day.nullable(),
      by: QuoteView.nullable(),
      inForce: z.boolean(),
      /** The à-la-carte test of this text, held against the one before. */
      findings: z.array(FindingView),
    }),
  ),
  rows: z.array(z.object({ task, cells: z.array(CellView) })),
  until: day.nullable(),
  expired: z.boolean(),
});

export const AsOfQuery = z.object({ asOf });
/** Missions beside each other, each by the latest of its texts that are kept. */
export const MatrixView = z.object({
  columns: z.array(z.object({ mandate: z.uuid(), mission: z.string(), symbol: z.string(), date: day })),
  rows: z.array(z.object({ task, cells: z.array(CellView) })),
});

export const ThemeQuery = z.object({ theme: z.enum(THEMES).default('protection_of_civilians'), asOf });
const PlaceView = z.object({ mandate: z.uuid(), symbol: z.string(), date: day, number: z.string() });
export const ThemeView = z.object({
  theme: z.enum(THEMES),
  texts: z.int(),
  years: z.array(z.object({ year: z.int(), texts: z.int(), speaking: z.int(), paragraphs: z.int() })),
  wordings: z.array(z.object({ words: z.string(), origin: PlaceView, places: z.array(PlaceView) })),
});

const question = {
  task,
  tier: z.enum(v.POC_TIERS).optional(),
  modality: z.enum(v.MANDATE_MODALITIES).optional(),
  means: z.enum(['all_necessary_means']).optional(),
  addressee: z.enum(v.MANDATE_ADDRESSEES).optional(),
  place: z.string().trim().min(1).max(120).optional(),
};
export const AuthorityQuery = z.object({ ...question, date: day.optional(), asOf });
export const AskQuery = z.object({ sentence: z.string().trim().min(1).max(400), date: day.optional(), asOf });

const Confirmed = z.object({ name: z.string(), at: z.iso.datetime() }).nullable();
export const ItemView = QuoteView.extend({
  /** The whole paragraph. */
  text: z.string(),
  why: z.enum(['task', 'means', 'other_place', ...v.MANDATE_QUALIFIERS]),
  confirmedBy: Confirmed,
});
/** Never a bare yes or no. */
export const AuthorityView = z.object({
  question: z.object(question),
  day,
  asOf: z.object({ seq: z.int(), at: z.iso.datetime() }),
  rules: z.string(),
  /** The texts in force that day; none means that no mandate is kept for it. */
  inForce: z.array(Ends.extend({ act: z.enum(ACTS) })),
  until: day.nullable(),
  expired: z.boolean(),
  for: z.array(ItemView),
  limits: z.array(ItemView),
  /** Nothing in the texts in force speaks of it. */
  silence: z.boolean(),
  unconfirmed: z.int(),
});
/** A sentence may ask for several things; the first is answered, the others are offered. */
export const AskView = z.object({ questions: z.array(z.object(question)), answer: AuthorityView.nullable() });

export type QuoteView = z.infer<typeof QuoteView>;
export type ComparisonView = z.infer<typeof ComparisonView>;
export type FindingView = z.infer<typeof FindingView>;
export type YearsView = z.infer<typeof YearsView>;
export type MatrixView = z.infer<typeof MatrixView>;
export type ThemeView = z.infer<typeof ThemeView>;
export type AuthorityQuery = z.infer<typeof AuthorityQuery>;
export type AuthorityView = z.infer<typeof AuthorityView>;
export type AskView = z.infer<typeof AskView>;
