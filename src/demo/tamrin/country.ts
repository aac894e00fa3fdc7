/** What the island is made of, as shapes. */
import type { Point } from './land/plane.ts';
import type { Names } from './names.ts';

/** An area: its P-code, its names, and a point well inside it (km) for records that know no more than the area. */
export type Area = { code: string; names: Names; middle: Point; parent: number };

export type SettlementKind = 'capital' | 'city' | 'town' | 'village' | 'hamlet';
export type Settlement = {
  names: Names;
  /** Its cell of the mesh. */
  cell: number;
  kind: SettlementKind;
  /** km on the sheet. */
  point: Point;
  /** Kilometres around it that lie in the same second-level area for certain. */
  room: number;
  adm2: number;
  population: number;
  inValley: boolean;
};

/** What a gazetteer import reads: one named place. Degrees, WGS 84. */
export type GazetteerEntry = {
  id: string;
  names: Names;
  kind: SettlementKind | 'valley' | 'river';
  lon: number;
  lat: number;
  population: number | null;
  adm1Code: string;
  adm2Code: string;
};
