/** The shapes of places as they cross the wire. */
import { z } from 'zod';
import { pageOf } from '../platform/paging/contract.ts';

/** What a gazetteer's entry is; finest use first. */
export const PLACE_KINDS = ['settlement', 'facility', 'area', 'admin', 'water', 'terrain', 'road', 'other'] as const;
/** What the search finds besides: a position that was typed as such. */
export const HIT_KINDS = [...PLACE_KINDS, 'coordinates'] as const;
export const ADMIN_LEVELS = [0, 1, 2, 3] as const;

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const code = z.string().min(1).max(60);
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !text.includes('\0'), 'holds a character that is none');

/** One answer of the search, best first. */
export const PlaceHit = z.object({
  id: z.string().min(1).max(120),
  name: z.string(),
  /** The spelling that fitted, when it is not the name itself. */
  matched: z.string().nullable(),
  kind: z.enum(HIT_KINDS),
  point,
  countryIso3: z.string().length(3).nullable(),
  adm1: z.string().nullable(),
  adm2: z.string().nullable(),
  population: z.int().min(0).nullable(),
  /** How well the name fits, 0 to 1. */
  score: z.number().min(0).max(1),
});

export const PlaceHits = z.object({ items: z.array(PlaceHit) });

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
  name: z.string(),
  /** One more each time that other files came under the same name. */
  version: z.int().positive(),
  /** How many areas it has at each level, country first. */
  areasByLevel: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  source: z.string(),
  licence: z.string().nullable(),
  disclaimer: z.object({ en: z.string(), fr: z.string(), ar: z.string() }),
  active: z.boolean(),
  importedAt: z.iso.datetime(),
});
export const BoundarySets = pageOf(BoundarySet);

/** What is said beside the file of a boundary set or a gazetteer. */
export const UploadFields = z.object({
  name: words(200).min(1),
  source: words(500).min(1),
  licence: words(500)
    .transform((text) => text || null)
    .nullable()
    .default(null),
});

export const ImportedBoundaries = z.object({
  set: BoundarySet,
  /** The same files had come under this name before: nothing was changed. */
  unchanged: z.boolean(),
  /** Features that are left out, and why; `feature` counts from 1. */
  refused: z.array(z.object({ feature: z.int(), reason: z.string() })),
  /** What was guessed or repaired, for a person to check. */
  notes: z.array(z.string()),
});

export const GAZETTEER_FORMATS = ['geonames', 'csv'] as const;
export const GazetteerFields = UploadFields.extend({
  /** Recognised by its first line unless said. */
  format: z.enum(GAZETTEER_FORMATS).optional(),
});
export const Gazetteer = z.object({
  id: z.uuid(),
  name: z.string(),
  source: z.string(),
  licence: z.string().nullable(),
  places: z.int(),
  /** Rows that its last file could not bring. */
  refused: z.int(),
  importedAt: z.iso.datetime(),
});
export const Gazetteers = pageOf(Gazetteer);
export const StartedImport = z.object({ job: z.uuid() });

/** Areas to draw at one level of the active set. */
export const AreasQuery = z.object({
  level: z.coerce.number().int().min(0).max(3).default(1).pipe(z.literal(ADMIN_LEVELS)),
});

/** Either a grid reference to read, or a position to write as one. */
export const MgrsQuery = z
  .object({
    text: z.string().trim().min(1).max(40).optional(),
    /** longitude,latitude of the map's middle: lets the zone be left out. */
    near: PlaceSearchQuery.shape.near,
    lon: z.coerce.number().min(-180).max(180).optional(),
    lat: z.coerce.number().min(-90).max(90).optional(),
  })
  .refine(
    ({ text, lon, lat }) => (text === undefined) !== (lon === undefined && lat === undefined),
    'give either a text, or lon and lat',
  )
  .refine(({ lon, lat }) => (lon === undefined) === (lat === undefined), 'lon and lat belong together');
export const MgrsAnswer = z.object({ point, metres: z.int(), mgrs: z.string() });

export type PlaceKind = (typeof PLACE_KINDS)[number];
export type GazetteerFormat = (typeof GAZETTEER_FORMATS)[number];
export type PlaceHit = z.infer<typeof PlaceHit>;
export type PlaceSearchQuery = z.infer<typeof PlaceSearchQuery>;
export type AreaView = z.infer<typeof AreaView>;
export type BoundarySet = z.infer<typeof BoundarySet>;
export type ImportedBoundaries = z.infer<typeof ImportedBoundaries>;
export type Gazetteer = z.infer<typeof Gazetteer>;
export type MgrsQuery = z.infer<typeof MgrsQuery>;
export type MgrsAnswer = z.infer<typeof MgrsAnswer>;
