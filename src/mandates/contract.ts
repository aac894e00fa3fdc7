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

export type Span = z.infer<typeof Span>;
export type TaskCode = z.infer<typeof TaskCode>;
export type Qualifier = z.infer<typeof Qualifier>;
export type Reference = z.infer<typeof Reference>;
export type Paragraph = z.infer<typeof Paragraph>;
export type Reading = z.infer<typeof Reading>;
