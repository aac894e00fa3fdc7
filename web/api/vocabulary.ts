/** Code lists with their labels in three languages: data of the mission, fetched once. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from './client.ts';

const Labels = z.object({ en: z.string(), fr: z.string(), ar: z.string() });
const Vocabulary = z.object({ lists: z.record(z.string(), z.array(z.object({ code: z.string(), labels: Labels }))) });

export type Vocabulary = z.infer<typeof Vocabulary>;

export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: ({ signal }) => call('/vocabulary', { signal, answer: Vocabulary }),
  staleTime: Number.POSITIVE_INFINITY,
});
