/** Code lists with their labels in three languages: data of the mission, fetched once. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { FieldHelps } from '../../src/platform/missions/contract.ts';
import { call } from './client.ts';

const Labels = z.object({ en: z.string(), fr: z.string(), ar: z.string() });
const Vocabulary = z.object({
  lists: z.record(z.string(), z.array(z.object({ code: z.string(), labels: Labels, help: Labels.optional() }))),
});

export type Vocabulary = z.infer<typeof Vocabulary>;

export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: ({ signal }) => call('/vocabulary', { signal, answer: Vocabulary }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What belongs into each field; asked for when somebody first asks what a field means. */
export const fieldsQuery = queryOptions({
  queryKey: ['vocabulary', 'fields'],
  queryFn: ({ signal }) => call('/vocabulary/fields', { signal, answer: FieldHelps }),
  staleTime: Number.POSITIVE_INFINITY,
});
