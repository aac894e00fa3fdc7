/** Lists that grow, page by page: what was loaded stays, and is asked anew as a whole. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Page } from '../../src/platform/paging/contract.ts';
import { call, query } from './client.ts';

/** All rows of the pages that were asked for so far. @param path of the list, from `/api/v1` on */
export const pagesQuery = <T>(queryKey: readonly unknown[], path: string, answer: z.ZodType<Page<T>>) =>
  infiniteQueryOptions({
    queryKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => call(`${path}${query({ cursor: pageParam })}`, { signal, answer }),
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
