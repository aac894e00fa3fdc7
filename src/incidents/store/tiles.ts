/**
 * Vector tiles made here, so that a million points never reach a browser: points of one cell (a sixteenth of the tile's
 * side) are one feature for each data set, at their middle, with what they add up to: own and outside are never summed.
 */
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { tileRange } from '../../places/index.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import type { IncidentFilter } from '../contract.ts';
import { type Line, matching } from './filter.ts';

const EXTENT = 4096;
/** 2^4 cells along each side of a tile. */
const CELL_ZOOMS = 4;
const KEY_ZOOM = 24;

interface Cell {
  n: number;
  id: string;
  lon: number;
  lat: number;
  killed: number;
  civilians: number;
  vague: boolean;
  dataset: string;
}

/** One tile in Mapbox Vector Tile format, layer `incidents`. A tile with nothing in it is empty, not missing. */
export async function tile(
  tx: Tx,
  filter: IncidentFilter,
  line: Line,
  z: number,
  x: number,
  y: number,
): Promise<Buffer> {
  const [from, to] = tileRange(z, x, y);
  const shift = 2 * Math.max(0, KEY_ZOOM - z - CELL_ZOOMS);
  const { bbox: _frame, ...rest } = filter;
  const { rows } = await sql<Cell>`
    select count(*)::bigint as n, any_value(c.id) as id, avg(c.lon) as lon, avg(c.lat) as lat,
      coalesce(sum(c.killed_best), 0)::bigint as killed, coalesce(sum(c.civilians_best), 0)::bigint as civilians,
      bool_and(c.place_precision not in ('exact', 'near')) as vague, c.dataset
    from incidents.core c
    where ${matching(tx, rest, line)} and c.tile_key >= ${from} and c.tile_key < ${to}
    group by c.tile_key >> ${shift}::integer, c.dataset
    order by killed`.execute(tx.db);
  return encode(rows, z, x, y);
}

function encode(cells: readonly Cell[], z: number, x: number, y: number): Buffer {
  const features = cells.map((cell) => ({
    type: 1 as const,
    geometry: [toTile(cell.lon, cell.lat, z, x, y)],
    tags: {
      n: cell.n,
      killed: cell.killed,
      civilians: cell.civilians,
      precision: cell.vague ? 'vague' : 'exact',
      dataset: cell.dataset,
      ...(cell.n === 1 ? { id: cell.id } : {}),
    },
  }));
  return Buffer.from(fromGeojsonVt({ incidents: { features } as never }, { version: 2, extent: EXTENT }));
}

function toTile(lon: number, lat: number, z: number, x: number, y: number): [number, number] {
  const side = 2 ** z;
  const sin = Math.sin((lat * Math.PI) / 180);
  const px = ((lon + 180) / 360) * side - x;
  const py = (0.5 - Math.atanh(sin) / (2 * Math.PI)) * side - y;
  return [Math.round(px * EXTENT), Math.round(py * EXTENT)];
}
