/** A question as it stands in the address: as a sentence, by its parts, or as one of several that a sentence may mean. */
import { z } from 'zod';
import type { AuthorityView } from '../../../../src/mandates/answers/contract.ts';
import * as v from '../../../../src/vocabulary/codes.ts';

/** What is not a part of a question is left out; the page then asks for it. */
export const AskSearch = z.object({
  /** Not `q`, which is what is searched for everywhere. */
  sentence: z.string().trim().min(1).max(400).optional().catch(undefined),
  task: z.enum(v.MANDATE_TASKS).optional().catch(undefined),
  tier: z.enum(v.POC_TIERS).optional().catch(undefined),
  how: z.enum(v.MANDATE_MODALITIES).optional().catch(undefined),
  force: z.literal('1').optional().catch(undefined),
  who: z.enum(v.MANDATE_ADDRESSEES).optional().catch(undefined),
  place: z.string().trim().min(1).max(120).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
});
export type AskSearch = z.infer<typeof AskSearch>;
export type Question = AuthorityView['question'];

/** @returns `null` while no task is chosen */
export function questionOf({ task, tier, how, force, who, place }: AskSearch): Question | null {
  if (!task) return null;
  return {
    task,
    ...(tier ? { tier } : {}),
    ...(how ? { modality: how } : {}),
    ...(force ? { means: 'all_necessary_means' as const } : {}),
    ...(who ? { addressee: who } : {}),
    ...(place ? { place } : {}),
  };
}

export const partsOf = ({
  task,
  tier,
  modality,
  means,
  addressee,
  place,
}: Question): Omit<AskSearch, 'sentence' | 'day'> => ({
  ...{ task, tier, how: modality, who: addressee, place },
  force: means ? '1' : undefined,
});
