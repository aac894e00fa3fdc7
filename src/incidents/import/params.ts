/** What an import is told, and what it answers: the parameters and the result of the job `incidents.import`. */
import { z } from 'zod';
import { Levels } from '../contract.ts';
import { Mapping } from './mapping.ts';
import { SCHEMAS } from './schemas.ts';

export const ImportChoices = z.object({
  /** Which data set's columns these are; recognised from the headings when absent. */
  schema: z.enum(SCHEMAS).optional(),
  /** The slug that the rows are kept under; `own` for the mission's own records. */
  dataset: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .optional(),
  mapping: Mapping.optional(),
  levels: Levels.optional(),
  compartments: z.array(z.string().max(60)).max(20).optional(),
  dryRun: z.boolean().optional(),
  /** The file is the whole data set: records of it that are not in the file were withdrawn at the source. */
  complete: z.boolean().optional(),
});

export const ImportParams = ImportChoices.extend({
  path: z.string(),
  format: z.enum(['csv', 'tsv', 'xlsx', 'json', 'geojson']).optional(),
  /** An upload is ours to remove; a file named on the command line is not. */
  removeAfter: z.boolean().optional(),
});

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

export type ImportParams = z.infer<typeof ImportParams>;
export type ImportResult = z.infer<typeof ImportResult>;

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
  schema: z.enum(SCHEMAS),
  dataset: z.string(),
  /** Why we take it for that. */
  reason: z.string(),
  /** For files that no adapter knows: what each column seems to be, how sure, and why. */
  mapping: Mapping.nullable(),
  guesses: z.array(z.object({ header: z.string(), field: z.string(), confidence: z.number(), reason: z.string() })),
  /** What a person should look at before importing. */
  questions: z.array(z.string()),
  /** The name under which somebody remembered a mapping for these headings. */
  remembered: z.string().nullable(),
  sample: z.array(z.record(z.string(), z.string())),
  notes: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof ImportPreview>;
