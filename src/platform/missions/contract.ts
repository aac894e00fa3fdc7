import { z } from 'zod';
import { MISSION_FRAMEWORKS } from '../../vocabulary/codes.ts';
import { MissionInSession, MissionSettingsChange } from '../accounts/contract.ts';

const labels = z.object({
  en: z.string().trim().min(1).max(120),
  fr: z.string().trim().min(1).max(120),
  ar: z.string().trim().min(1).max(120),
});

/** What belongs into each field that the house explains, by its name in the vocabulary. */
export const FieldHelps = z.object({
  fields: z.record(
    z.string(),
    z.object({
      text: z.object({ en: z.string(), fr: z.string(), ar: z.string() }),
      /** The code list whose words the field takes. */
      list: z.string().nullable(),
      /** Documents that were read for it. */
      documents: z.array(z.string()),
      /** How this product uses the word. */
      own: z.boolean(),
    }),
  ),
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
  /** Begins again from one of the five: the mission's copy, with all that was changed in it, is replaced. */
  framework: z.enum(MISSION_FRAMEWORKS).optional(),
  settings: MissionSettingsChange.optional(),
});
export const NewCompartment = z.object({ code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/), labels });
