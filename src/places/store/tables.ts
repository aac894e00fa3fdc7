/** The room's tables, for Kysely. Row-level security decides which rows exist for whom; no query here repeats it. */
import type { ColumnType } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { Area } from '../area.ts';
import type { PlaceKind } from '../contract.ts';
import type { DISCLAIMER } from '../disclaimer.ts';
import type { GroundLine } from '../ground.ts';

/** Written as text, read as what it holds. */
type Json<T> = ColumnType<T, string, string>;

type BoundarySetTable = {
  mission: number;
  id: string;
  name: string;
  version: number;
  digest: string;
  source: string;
  licence: string | null;
  disclaimer: Json<typeof DISCLAIMER>;
  areas_by_level: number[];
  active: boolean;
  imported_at: Date;
};

type AreaTable = {
  mission: number;
  boundary_set: string;
  code: string;
  level: Area['level'];
  parent_code: string | null;
  name: string;
  names: Json<Area['names']>;
  bbox: number[];
  lon: number;
  lat: number;
  geometry: Json<Area['geometry']>;
  source: string;
};

type GazetteerTable = {
  mission: number;
  id: string;
  name: string;
  source: string;
  licence: string | null;
  places: number;
  refused: number;
  imported_at: Date;
};

type PlaceTable = {
  mission: number;
  gazetteer: string;
  id: string;
  name: string;
  alt_names: string[];
  kind: PlaceKind;
  lon: number;
  lat: number;
  tile_key: number;
  country: string | null;
  adm1: string | null;
  adm2: string | null;
  population: number | null;
};

type GroundTable = {
  mission: number;
  id: string;
  name: string;
  source: string;
  licence: string | null;
  digest: string;
  lines: Json<GroundLine[]>;
  imported_at: Date;
};

type PlaceTables = {
  'places.ground_lines': GroundTable;
  'places.boundary_set': BoundarySetTable;
  'places.area': AreaTable;
  'places.gazetteer': GazetteerTable;
  'places.place': PlaceTable;
};

/** Kysely with this room's tables. */
export const tables = (tx: Tx) => tx.db.withTables<PlaceTables>();
