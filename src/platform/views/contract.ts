/** A name for the address of a page with its filters: one's own, or the mission's. */
import { z } from 'zod';

export const VIEW_PAGES = ['room'] as const;

export const SavedViewInput = z.object({
  name: z.string().trim().min(1).max(80),
  page: z.enum(VIEW_PAGES).default('room'),
  /** The query of the page's address, as it stands there. Whoever opens it sees what they may. */
  address: z
    .string()
    .max(4000)
    .regex(/^(\?[^#\s]*)?$/, 'only the query of an address'),
  /** Everybody in the mission reads its name and filters. */
  shared: z.boolean().default(false),
});

export const SavedView = SavedViewInput.extend({
  id: z.uuid(),
  version: z.int().min(1),
  isOwn: z.boolean(),
  /** Who made it. */
  by: z.string(),
});
export const SavedViews = z.object({ items: z.array(SavedView) });

export type SavedViewInput = z.infer<typeof SavedViewInput>;
export type SavedView = z.infer<typeof SavedView>;
