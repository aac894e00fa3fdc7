import { z } from 'zod';

/** Which paragraphs are shown: those with a task, those that nobody has confirmed. */
export const ReadingSearch = z.object({
  task: z.string().max(60).optional(),
  open: z.literal('1').optional(),
});
export type ReadingSearch = z.infer<typeof ReadingSearch>;
