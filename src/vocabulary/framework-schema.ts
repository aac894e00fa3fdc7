/**
 * The shape of a mission framework: what a kind of mission sees first, never what it may see.
 * A mission starts from one of five, edits its copy, and the copy must satisfy this too.
 */
import { z } from 'zod';
import {
  ACTIVITY_TYPES,
  ACTOR_TYPES,
  COMPARTMENTS,
  EVENT_TYPES,
  LEVELS,
  MISSION_FRAMEWORKS,
  OBSERVATION_TYPES,
} from './codes.ts';
import indicators from './lists/indicators.json' with { type: 'json' };
import { ROLE_CODES } from './roles.ts';
import { Labels } from './schema.ts';

/** The rooms of the house, in the order of the flow. */
const ROOMS = [
  'reports',
  'incidents',
  'warnings',
  'threats',
  'responses',
  'outcomes',
  'mandates',
  'support',
  'partners',
  'information',
  'posture',
  'foresight',
  'briefs',
  'places',
] as const;

/** Words that missions say differently; a framework that is silent keeps the house's word. */
const WORDS = ['alert', 'response', 'responder', 'patrol', 'escort', 'base', 'leader'] as const;

const distinct = <T extends z.ZodType<string>>(item: T) =>
  z.array(item).refine((all) => new Set(all).size === all.length, { message: 'the same code stands there twice' });

const indicatorCodes: ReadonlySet<string> = new Set(indicators.codes.map((c) => c.code));

export const MissionFrameworkDoc = z.strictObject({
  /** Which of the five it is, or began as. */
  code: z.enum(MISSION_FRAMEWORKS),
  name: Labels,
  description: Labels,
  source: z.string().trim().min(1),
  /** Offered first, in this order; every other code stays within reach. */
  first: z.strictObject({
    eventTypes: distinct(z.enum(EVENT_TYPES)).min(1),
    observationTypes: distinct(z.enum(OBSERVATION_TYPES)).min(1),
    activityTypes: distinct(z.enum(ACTIVITY_TYPES)).min(1),
    actorTypes: distinct(z.enum(ACTOR_TYPES)).min(1),
  }),
  rooms: distinct(z.enum(ROOMS)).min(1),
  compartments: distinct(z.enum(COMPARTMENTS)).min(1),
  /** Level of a new record's three groups of fields. */
  levels: z
    .strictObject({ core: z.enum(LEVELS), account: z.enum(LEVELS), protected: z.enum(LEVELS) })
    .refine((l) => rank(l.core) <= rank(l.account) && rank(l.account) <= rank(l.protected), {
      message: 'the core may not be more secret than the account, nor the account than the protected fields',
    }),
  roles: distinct(z.enum(ROLE_CODES)).min(1),
  /** Codes of the list `indicators`, where their formulas stand in words. */
  indicators: distinct(z.string().refine((c) => indicatorCodes.has(c), { message: 'there is no such indicator' })),
  words: z.partialRecord(z.enum(WORDS), Labels),
  /** What people who run such a mission must know before they trust it. */
  limits: z.array(z.strictObject({ text: Labels, source: z.string().trim().min(1) })).min(1),
});

/** Position in `LEVELS`, lowest first. */
function rank(level: (typeof LEVELS)[number]): number {
  return LEVELS.indexOf(level);
}

export type MissionFrameworkDoc = z.infer<typeof MissionFrameworkDoc>;
