/** The shapes of places as they cross the wire. */
import { z } from 'zod';
import * as v from '../vocabulary/codes.ts';

/** What a gazetteer's entry is; finest use first. */
export const PLACE_KINDS = ['settlement', 'facility', 'area', 'admin', 'water', 'terrain', 'road', 'other'] as const;
export const ADMIN_LEVELS = [0, 1, 2, 3] as const;

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const code = z.string().min(1).max(60);

/** One answer of the search, best first. */
export const PlaceHit = z.object({
  id: z.string().min(1).max(120),
  name: z.string(),
  /** The spelling that fitted, when it is not the name itself. */
  matched: z.string().nullable(),
  kind: z.enum(PLACE_KINDS),
  point,
  countryIso3: z.string().length(3).nullable(),
  adm1: z.string().nullable(),
  adm2: z.string().nullable(),
  population: z.int().min(0).nullable(),
  /** How well the name fits, 0 to 1. */
  score: z.number().min(0).max(1),
});

export const PlaceSearchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  kinds: z
    .preprocess((x) => (typeof x === 'string' ? x.split(',').filter(Boolean) : x), z.array(z.enum(PLACE_KINDS)))
    .optional(),
  /** longitude,latitude: of equally good names the nearer comes first. */
  near: z.preprocess((x) => (typeof x === 'string' ? x.split(',').map(Number) : x), point).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** An administrative area without its shape. */
export const AreaView = z.object({
  code,
  name: z.string(),
  names: z.record(z.string(), z.string()),
  level: z.literal(ADMIN_LEVELS),
  parentCode: code.nullable(),
  /** west,south,east,north; west > east crosses the antimeridian. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

/** A set of boundaries; one is active in a mission and can be replaced by another. */
export const BoundarySet = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(200),
  /** How many areas it has at each level, country first. */
  areasByLevel: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  source: z.string().max(500),
  licence: z.string().max(500).nullable(),
  disclaimer: z.record(z.enum(v.LANGUAGES), z.string()),
  active: z.boolean(),
});

export const MgrsQuery = z.object({
  mgrs: z.string().trim().min(1).max(40),
  /** longitude,latitude of the map's middle: lets the zone be left out. */
  near: PlaceSearchQuery.shape.near,
});
export const MgrsAnswer = z.object({ point, metres: z.int(), mgrs: z.string() });

export type PlaceKind = (typeof PLACE_KINDS)[number];
export type PlaceHit = z.infer<typeof PlaceHit>;
export type PlaceSearchQuery = z.infer<typeof PlaceSearchQuery>;
export type AreaView = z.infer<typeof AreaView>;
export type BoundarySet = z.infer<typeof BoundarySet>;
export type MgrsQuery = z.infer<typeof MgrsQuery>;
export type MgrsAnswer = z.infer<typeof MgrsAnswer>;
