/** How the server itself is: what the page of an administrator asks now and then. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { readAnswer } from './client.ts';

const EVERY_MS = 10 * 60_000;

const Health = z.object({
  disk: z.object({ free: z.number(), state: z.enum(['enough', 'low', 'full']) }).optional(),
});

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }) => {
    const response = await fetch('/health', { signal, credentials: 'same-origin' });
    return readAnswer(response.status, await response.json(), Health);
  },
  refetchInterval: EVERY_MS,
  retry: false,
});
