/** How every list that can grow is asked for and answered, page by page. */
import { z } from 'zod';

/** The mark that the page before told, where there was one. */
export const cursor = z.string().max(1000).optional();

export const PageQuery = z.object({ cursor, limit: z.coerce.number().int().min(1).max(200).default(100) });
export type PageQuery = z.infer<typeof PageQuery>;

/** One page; `next` is the mark of the page after it, or `null` at the end. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export interface Page<T> {
  items: T[];
  next: string | null;
}
