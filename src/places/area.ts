import type { AreaGeometry, Bbox } from './geometry.ts';

/** 0 the country, 1 its first division, and so on. */
export type AdminLevel = 0 | 1 | 2 | 3;

/** One administrative area of a boundary set. */
export interface Area {
  /** Unique in its set: the P-code where the file has one. */
  code: string;
  name: string;
  /** Names by language tag, where the file says which language they are in. */
  names: Readonly<Record<string, string>>;
  level: AdminLevel;
  /** The area one or more levels up that this one belongs to. */
  parentCode: string | null;
  /** Longitudes go on beyond ±180° where the area crosses the antimeridian. */
  geometry: AreaGeometry;
  bbox: Bbox;
  /** Where the shape comes from, in the words of whoever brought it. */
  source: string;
}
