/** What belongs into each field that people fill in or look at: a definition in three languages, and where it comes from. */
import { z } from 'zod';
import type { Explained } from './codes.ts';
import fields from './fields.json' with { type: 'json' };
import { isListId } from './lists.ts';
import { Labels } from './schema.ts';
import sources from './sources.json' with { type: 'json' };

const Field = z.strictObject({
  text: Labels,
  /** The code list whose words the field takes: they are explained with it. */
  list: z.string().refine(isListId, { message: 'there is no such code list' }).optional(),
  /** As in a code list: `[S33]` refers to `sources.json`. */
  source: z.string().trim().min(1),
});

export interface FieldHelp {
  text: z.infer<typeof Labels>;
  list: string | null;
  /** The documents that were read, by name; none: field knowledge, or how this product uses the word. */
  documents: string[];
  /** How this product uses the word, and nobody else's definition. */
  own: boolean;
}

const DOCUMENTS: Readonly<Record<string, string>> = sources;
const parsed = z.record(z.string(), Field).parse(fields);

/** By the field's name. */
export const FIELD_HELP: Readonly<Record<Explained, FieldHelp>> = Object.fromEntries(
  Object.entries(parsed).map(([name, { text, list = null, source }]) => {
    const documents = [...source.matchAll(/\[(\w+)\]/g)].map(([, key = '']) => DOCUMENTS[key] ?? key);
    return [name, { text, list, documents, own: source === 'own usage' }];
  }),
) as Record<Explained, FieldHelp>;
