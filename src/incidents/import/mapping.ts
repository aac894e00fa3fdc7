/** How the columns of a table become a record. A mission remembers one for each set of headings. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { ACTOR_TYPES, EVENT_TYPES, PLACE_PRECISIONS, TIME_PRECISIONS } from '../../vocabulary/codes.ts';
import { FIELD_PATHS, REPEATABLE } from './field-paths.ts';

const fieldPath = z.enum(FIELD_PATHS);
const words = z.string().max(500);

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

/** The same for the same headings in any order and case: what a mapping is remembered under. */
export function headersFingerprint(headers: readonly string[]): string {
  const folded = headers.map((header) => header.trim().toLowerCase()).sort();
  return hash('sha256', JSON.stringify(folded), 'hex');
}

/** Words for comparing: no case, accents, vowel signs, punctuation or Arabic article. */
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
