import { z } from 'zod';
import { MissionInSession } from '../accounts/contract.ts';

const labels = z.object({
  en: z.string().trim().min(1).max(120),
  fr: z.string().trim().min(1).max(120),
  ar: z.string().trim().min(1).max(120),
});

export const MissionView = MissionInSession.extend({
  version: z.int(),
  compartments: z.array(z.string()),
  /** The mission's own copy of its framework, to be edited. */
  document: z.record(z.string(), z.unknown()),
});
export const MissionChange = z.object({
  names: labels.optional(),
  timeZone: z.string().max(60).optional(),
  bounds: z
    .tuple([
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
    ])
    .optional(),
  document: z.record(z.string(), z.unknown()).optional(),
});
export const NewCompartment = z.object({ code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/), labels });
