/**
 * The shapes of the mandates room as they cross the wire. A reading is whole and checkable: every code, qualifier and
 * reference says on which words of the source it rests.
 */
import { z } from 'zod';
import * as v from '../vocabulary/codes.ts';

/** UTF-16 units of the source, the end excluded: `source.slice(from, to)` are the words. */
export const Span = z.tuple([z.int().min(0), z.int().min(0)]);

/** Who says so: the rules, with how sure they are; or a person, who is named where the version is. */
const confidence = z.number().min(0).max(1);

export const TaskCode = z.object({
  code: z.enum(v.MANDATE_TASKS),
  modality: z.enum(v.MANDATE_MODALITIES),
  /** Only for protection of civilians. */
  tier: z.enum(v.POC_TIERS).nullable(),
  span: Span,
  confidence,
  /** The verb that carries it, where a paragraph has several, and whom that verb addresses. */
  strength: z.enum(v.MANDATE_STRENGTHS).nullable(),
  addressees: z.array(z.enum(v.MANDATE_ADDRESSEES)),
});

export const Qualifier = z.object({
  code: z.enum(v.MANDATE_QUALIFIERS),
  span: Span,
  /** What it says where it says more than its kind: a day, a number of people, a place. */
  value: z.string().optional(),
});

export const Reference = z.object({
  /** `S/RES/2098 (2013)`, `S/2013/119`, `S/PRST/2021/11`, `A/RES/58/82`. */
  symbol: z.string(),
  relation: z.enum(v.MANDATE_RELATIONS),
  /** Its paragraphs, where the text names them: `12 (b)`. */
  paragraphs: z.array(z.string()).optional(),
  span: Span,
});

export const Paragraph = z.object({
  /** `PP3`, `8`, `8 (l)`; in square brackets what the text itself does not number. */
  number: z.string(),
  kind: z.enum(['PP', 'OP']),
  parent: z.string().nullable(),
  span: Span,
  /** `source.slice(...span)`, with line ends and what a page put between. */
  text: z.string(),
  heading: z.string().nullable(),
  /** Its own leading verb, or that of the paragraph it stands below. */
  verb: z.string().nullable(),
  strength: z.enum(v.MANDATE_STRENGTHS).nullable(),
  addressees: z.array(z.enum(v.MANDATE_ADDRESSEES)),
  codes: z.array(TaskCode),
  qualifiers: z.array(Qualifier),
  references: z.array(Reference),
});

export const UNREAD_REASONS = ['before_opening', 'no_place', 'number_missing', 'number_twice'] as const;

/** What a text does to a mission's mandate. */
export const ACTS = ['establishes', 'renews', 'extends', 'amends', 'ends', 'mentions'] as const;
/** What changes for a task from one text to the next. */
export const CHANGE_KINDS = [
  'gained',
  'lost',
  'strengthened',
  'weakened',
  'condition_added',
  'condition_removed',
  'ending',
] as const;
export const THEMES = ['protection_of_civilians', 'human_rights', 'access', 'use_of_force'] as const;

export const Reading = z.object({
  symbol: z.string().nullable(),
  date: z.iso.date().nullable(),
  title: z.string().nullable(),
  chapterVII: z.boolean(),
  /** Acronyms of the missions it speaks of, the most frequent first. */
  missions: z.array(z.string()),
  paragraphs: z.array(Paragraph),
  /** Titles and places of annexes: kept, not read. */
  annexes: z.array(z.object({ title: z.string(), span: Span })),
  /** What could not be read, and why: never guessed. */
  unread: z.array(z.object({ span: Span, reason: z.enum(UNREAD_REASONS), detail: z.string() })),
  /** Which rules read it. */
  rules: z.string(),
});

/** A text of half a character, or with a character that no database holds, is no text. */
const words = z
  .string()
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'holds a character that cannot be kept');

/** What is said of a text: whoever adds it says so, the rules only propose. */
const about = {
  kind: z.enum(v.MANDATE_KINDS),
  symbol: words.trim().min(1).max(80),
  /** The day it was adopted or signed. */
  date: z.iso.date(),
  title: words.trim().max(300).nullable().default(null),
  /** The acronym of the mission that it concerns, as the text has it. */
  missionName: words.trim().max(40).nullable().default(null),
  /** It gives this mission its mandate; otherwise it is kept for comparison. */
  own: z.boolean(),
  note: words.trim().max(2000).nullable().default(null),
  level: z.enum(v.LEVELS).default('internal'),
  compartments: z.array(z.string().max(80)).max(64).default([]),
  /** Codes of the areas it concerns; `null` is the whole mission. */
  areas: z.array(z.string().max(80)).max(1000).nullable().default(null),
};

export const MandateText = z.object({ text: words.min(1).max(1_000_000) });
/** A document's words, and what of it was left out. */
export const DocumentText = z.object({ text: words, notes: z.array(z.string()) });
export const AddMandate = z.object({ id: z.uuid(), ...about, ...MandateText.shape });
export const EditMandate = z.object(about);
export const WithdrawMandate = z.object({ note: words.trim().min(1).max(2000) });

const instant = z.iso.datetime();
const version = z.int().min(1);
/** Who wrote a version and when it became known. */
const written = { version, knownAt: instant, by: z.string(), byName: z.string().nullable() };

export const MandateLine = z.object({
  id: z.uuid(),
  ...written,
  ...z.object(about).shape,
  /** Added by mistake: kept, and used for nothing. */
  withdrawn: z.boolean(),
  /** The rules that read it last, and when. */
  rules: z.string(),
  readAt: instant,
  /** The house has newer rules than read it. */
  outdated: z.boolean(),
  paragraphs: z.int(),
  operative: z.int(),
  /** Operative ones that a person confirmed or corrected. */
  reviewed: z.int(),
});
export const MandateList = z.object({ items: z.array(MandateLine) });

export const Provision = Paragraph.omit({ text: true }).extend({
  id: z.uuid(),
  mandate: z.uuid(),
  ...written,
  review: z.enum(v.PROVISION_REVIEWS),
  note: z.string().nullable(),
  /** The rules that read it, also where a person corrected them. */
  rules: z.string(),
});
export const ProvisionVersions = z.object({ items: z.array(Provision) });

export const Mandate = MandateLine.extend({
  /** The text as it came: all spans point into it. */
  source: z.string(),
  ...Reading.pick({ chapterVII: true, missions: true, annexes: true, unread: true }).shape,
  provisions: z.array(Provision),
});

/** What the rules find in a text, before anything is kept. */
export const MandatePreview = Reading.extend({ paragraphs: z.int(), operative: z.int() });

/** What a person says in the place of the rules: they are sure, so there is no confidence. None: there is no task. */
const Correction = z.object({
  act: z.literal('correct'),
  codes: z.array(TaskCode.omit({ confidence: true })).max(50),
  qualifiers: z.array(Qualifier.extend({ value: words.max(200).optional() })).max(50),
  note: words.trim().max(2000).nullable().default(null),
});
const Confirmation = z.object({
  act: z.literal('confirm'),
  note: words.trim().max(2000).nullable().default(null),
});
export const ReviewProvision = z.discriminatedUnion('act', [Confirmation, Correction]);
export const ReviewMany = z.object({
  /** Each with the version that was on the screen. */
  provisions: z
    .array(z.object({ id: z.uuid(), version }))
    .min(1)
    .max(1000),
});
export const ReviewedMany = z.object({
  confirmed: z.array(z.uuid()),
  /** Somebody was faster, or there is no such provision: look again. */
  left: z.array(z.uuid()),
});

export type Act = (typeof ACTS)[number];
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export type Theme = (typeof THEMES)[number];
export type Span = z.infer<typeof Span>;
export type TaskCode = z.infer<typeof TaskCode>;
export type Qualifier = z.infer<typeof Qualifier>;
export type Reference = z.infer<typeof Reference>;
export type Paragraph = z.infer<typeof Paragraph>;
export type Reading = z.infer<typeof Reading>;
export type MandatePreview = z.infer<typeof MandatePreview>;
export type MandateText = z.infer<typeof MandateText>;
export type AddMandate = z.infer<typeof AddMandate>;
export type EditMandate = z.infer<typeof EditMandate>;
export type MandateLine = z.infer<typeof MandateLine>;
export type Mandate = z.infer<typeof Mandate>;
export type Provision = z.infer<typeof Provision>;
export type ReviewProvision = z.infer<typeof ReviewProvision>;
export type ReviewMany = z.infer<typeof ReviewMany>;
export type ReviewedMany = z.infer<typeof ReviewedMany>;
