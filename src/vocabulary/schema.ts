/**
 * The shape of a code list. Lists are data: they are checked against this when the server starts,
 * so that a list edited badly is a sentence at start and not a blank label in the field.
 */
import { z } from 'zod';

const words = z.string().trim().min(1);

/** The same words in the three languages; none may be missing. */
export const Labels = z.strictObject({ en: words, fr: words, ar: words });

/** What must hold of a record for an equivalent to apply. */
export const CONDITIONS = ['children_among_victims', 'civilians_targeted', 'state_party', 'no_state_party'] as const;

/** A code of another list. Not `exact`: the nearest, with something lost or gained on the way. */
export const Equivalent = z.strictObject({
  code: words,
  exact: z.boolean(),
  when: z.enum(CONDITIONS).optional(),
});

export const Code = z.strictObject({
  code: words,
  labels: Labels,
  help: Labels.optional(),
  /** The code above it in the same list (ACLED: the event type of a sub-event type). */
  parent: words.optional(),
  /** Yes-or-no facts about the code that the practice needs. */
  facts: z.record(words, z.boolean()).optional(),
  /** By list id, the equivalents in it, best first. An empty array says: there is none. */
  maps: z.record(words, z.array(Equivalent)).optional(),
  /** Where it differs from the list's. */
  source: words.optional(),
});

export const CodeList = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: Labels,
  /** `[S33]` refers to `sources.json`; `unsourced` is field knowledge without a document at hand. */
  source: words,
  codes: z.array(Code).min(1),
});

export type Labels = z.infer<typeof Labels>;
export type Condition = (typeof CONDITIONS)[number];
export type Equivalent = z.infer<typeof Equivalent>;
export type Code = z.infer<typeof Code>;
export type CodeList = z.infer<typeof CodeList>;
