/** Rivers and roads from a GeoJSON file: what lies quietly under the map. What is left out is said in a sentence. */
import type { Position } from 'geojson';
import { latOf, lonOf } from './geometry.ts';

export const GROUND_KINDS = ['river', 'stream', 'road', 'track'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

export interface GroundLine {
  kind: GroundKind;
  name: string | null;
  /** By language. */
  names: Record<string, string>;
  line: Position[];
}

export interface ReadGround {
  lines: GroundLine[];
  /** Features that are left out, and why. */
  refused: string[];
}

/** A file as a whole is unusable; the message says why. */
export class GroundFileError extends Error {}

/** More would slow every map of the mission. */
const MOST_CORNERS = 200_000;
/** What data sets call them: OpenStreetMap and its extracts, Natural Earth, and our own words. */
const WORDS: Readonly<Record<string, GroundKind>> = {
  river: 'river',
  canal: 'river',
  stream: 'stream',
  drain: 'stream',
  motorway: 'road',
  trunk: 'road',
  primary: 'road',
  secondary: 'road',
  main: 'road',
  road: 'road',
  'major highway': 'road',
  tertiary: 'track',
  minor: 'track',
  track: 'track',
  unclassified: 'track',
  residential: 'track',
};
const KIND_KEYS = ['class', 'fclass', 'waterway', 'highway', 'type', 'featurecla'];
const LANGUAGES = ['en', 'fr', 'ar'] as const;

const text = (value: unknown) => (typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '').trim() : '');

function kindOf(properties: Readonly<Record<string, unknown>>): GroundKind | null {
  for (const key of KIND_KEYS) {
    const kind = WORDS[text(properties[key]).toLowerCase()];
    if (kind) return kind;
  }
  return null;
}

function linesOf(geometry: unknown): unknown[] {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type === 'LineString') return [coordinates];
  return type === 'MultiLineString' && Array.isArray(coordinates) ? coordinates : [];
}

const isLine = (line: unknown): line is Position[] =>
  Array.isArray(line) &&
  line.length >= 2 &&
  line.every((p) => Array.isArray(p) && Math.abs(lonOf(p)) <= 180 && Math.abs(latOf(p)) <= 90);

/**
 * Reads lines from GeoJSON in degrees (WGS 84).
 * @param forced the kind of all of them, when the file does not say
 * @throws {GroundFileError} when it is no such file, holds no line, or more corners than a map can bear
 */
export function readGround(file: string, forced: GroundKind | null = null): ReadGround {
  const read: ReadGround = { lines: [], refused: [] };
  for (const [i, feature] of featuresOf(file).entries()) {
    const properties = feature?.properties ?? {};
    const kind = forced ?? kindOf(properties);
    const lines = linesOf(feature?.geometry);
    if (lines.length === 0 || !lines.every(isLine))
      read.refused.push(`Feature ${i + 1} is not a line in longitude and latitude.`);
    else if (kind === null) read.refused.push(`Feature ${i + 1} does not say whether it is a river or a road.`);
    else {
      const given = LANGUAGES.map((l) => [l, text(properties[`name_${l}`] ?? properties[`name:${l}`])] as const);
      const names = Object.fromEntries(given.filter(([, name]) => name !== ''));
      const name = text(properties.name) || null;
      read.lines.push(
        ...lines.filter(isLine).map((line) => ({ kind, name, names, line: line.map((p) => [lonOf(p), latOf(p)]) })),
      );
    }
  }
  const corners = read.lines.reduce((sum, { line }) => sum + line.length, 0);
  if (corners > MOST_CORNERS)
    throw new GroundFileError(
      `The lines have ${corners} corners, more than ${MOST_CORNERS}; keep the main rivers and roads.`,
    );
  if (read.lines.length === 0)
    throw new GroundFileError(`No line is left of the file.${read.refused[0] ? ` ${read.refused[0]}` : ''}`);
  return read;
}

type Loose = { properties?: Record<string, unknown> | null; geometry?: unknown } | null;

function featuresOf(file: string): Loose[] {
  let root: { type?: unknown; features?: unknown };
  try {
    root = JSON.parse(file.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new GroundFileError(`The file is not JSON: ${(error as Error).message}.`);
  }
  if (root?.type !== 'FeatureCollection' || !Array.isArray(root.features))
    throw new GroundFileError('The file is not a GeoJSON feature collection.');
  return root.features;
}
