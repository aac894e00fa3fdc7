/** One change to many records, as it crosses the wire: each record is changed or refused by itself. */
import { z } from 'zod';
import * as v from '../../vocabulary/codes.ts';
import { IncidentFilter, Levels } from '../contract.ts';

/** More than somebody can answer for at once. */
export const MOST_RECORDS = 500;
/** Up to this many are done while one waits; more are done by a job. */
export const AT_ONCE = 50;

const tags = z.array(z.string().trim().min(1).max(60)).max(10).default([]);

export const BulkChange = z.discriminatedUnion('act', [
  z.object({ act: z.literal('tag'), add: tags, remove: tags }),
  z.object({
    act: z.literal('status'),
    status: z.enum(v.OPERATIONAL_STATUSES),
    note: z.string().trim().max(2000).nullable().default(null),
  }),
  z.object({
    act: z.literal('assign'),
    person: z.uuid().nullable(),
    due: z.iso.date().nullable().default(null),
  }),
  /** Closes further and never opens: each level at least this; of the components those that are here as well. */
  z.object({
    act: z.literal('close'),
    levels: Levels.partial().default({}),
    compartments: z.array(z.string().max(60)).max(20).default([]),
  }),
]);

export const BulkInput = z
  .object({
    /** Each on the version that was looked at. */
    records: z
      .array(z.object({ id: z.uuid(), version: z.int().min(1) }))
      .min(1)
      .max(MOST_RECORDS)
      .optional(),
    /** All that match now. */
    filter: IncidentFilter.omit({ asOf: true }).optional(),
    change: BulkChange,
  })
  .refine(({ records, filter }) => (records === undefined) !== (filter === undefined), {
    message: 'say either which records or which filter',
  });

export const BulkOutcome = z.object({
  id: z.uuid(),
  /** `same`: it is so already. */
  outcome: z.enum(['done', 'same', 'refused']),
  /** Why it was refused: a stable code and a sentence. */
  code: z.string().nullable(),
  message: z.string().nullable(),
});

export const BulkAnswer = z.object({
  /** One a record; empty where a job does it. */
  outcomes: z.array(BulkOutcome),
  job: z.uuid().nullable(),
});

/** What a job that changed many says in the end. */
export const BulkResult = z.object({ changed: z.int(), unchanged: z.int(), refused: z.array(BulkOutcome) });

export type BulkChange = z.infer<typeof BulkChange>;
export type BulkInput = z.infer<typeof BulkInput>;
export type BulkOutcome = z.infer<typeof BulkOutcome>;
export type BulkAnswer = z.infer<typeof BulkAnswer>;
export type BulkResult = z.infer<typeof BulkResult>;
