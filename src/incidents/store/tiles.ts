/**
 * Vector tiles made here, so that a million points never reach a browser: points of one cell are one feature for each data
 * set, at their middle, with what they add up to: own and outside are never summed. Where their circles would lie on one
 * another they stand side by side.
 */
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { tileRange } from '../../places/index.ts';
import { sql } from '../../platform/database/database.ts';
import { radiusOf } from '../tiles/contract.ts';
import type { Source } from './source.ts';

const EXTENT = 4096;
const KEY_ZOOM = 24;
/** 2^3 cells along each side of a tile, 64 pixels each, while a country is in view; 2^4 where villages are told apart. */
const cellZooms = (z: number): number => (z < VILLAGES ? 3 : 4);
const VILLAGES = 9;

interface Cell {
  cell: number;
  n: number;
  id: string;
  lon: number;
  lat: number;
  killed: number;
  civilians: number;
  vague: boolean;
  dataset: string;
}

/**
 * One tile in Mapbox Vector Tile format, layer `incidents`. A tile with nothing in it is empty, not missing.
 * @param source without a frame of its own: the tile is the frame
 */
export async function tile(source: Source, z: number, x: number, y: number): Promise<Buffer> {
  const [from, to] = tileRange(z, x, y);
  const shift = 2 * Math.max(0, KEY_ZOOM - z - cellZooms(z));
  const rows = await source.ask(sql<Cell>`
    select c.tile_key >> ${shift}::integer as cell, count(*)::bigint as n, any_value(c.id) as id, avg(c.lon) as lon, avg(c.lat) as lat,
      coalesce(sum(c.killed_best), 0)::bigint as killed, coalesce(sum(c.civilians_best), 0)::bigint as civilians,
      bool_and(c.place_precision not in ('exact', 'near')) as vague, c.dataset
    from incidents.core c
    where ${source.matching} and c.tile_key >= ${from} and c.tile_key < ${to}
    group by 1, c.dataset
    order by killed, cell, c.dataset`);
  return encode(rows, z, x, y);
}

function encode(cells: readonly Cell[], z: number, x: number, y: number): Buffer {
  const placed = [...Map.groupBy(cells, ({ cell }) => cell).values()].flatMap((alike) =>
    sideBySide(alike.map((cell) => ({ ...cell, at: toTile(cell.lon, cell.lat, z, x, y) }))),
  );
  placed.sort((a, b) => a.killed - b.killed);
  const features = placed.map((cell) => ({
    type: 1 as const,
    geometry: [cell.at],
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

type Placed = Pick<Cell, 'n' | 'dataset'> & { at: [number, number] };

/** Units of a tile to a pixel of the map. */
const PIXEL = EXTENT / 512;
const reachOf = (n: number): number => radiusOf(n) * PIXEL;

/** Circles of one cell that would cover one another are moved apart along a line, own first; the others stay. Pure. */
export function sideBySide<T extends Placed>(cells: readonly T[]): T[] {
  const sorted = [...cells].sort(
    (a, b) => Number(b.dataset === 'own') - Number(a.dataset === 'own') || a.dataset.localeCompare(b.dataset),
  );
  const placed: T[] = [];
  let moved = 0;
  for (const cell of sorted) {
    const reach = ({ at: [x, y], n }: T) =>
      Math.hypot(cell.at[0] - x, cell.at[1] - y) - reachOf(n) - reachOf(cell.n) - PIXEL;
    if (placed.every((one) => reach(one) >= 0)) {
      placed.push(cell);
      continue;
    }
    const right = placed.reduce((a, b) => (edge(b) > edge(a) ? b : a));
    const x = Math.round(edge(right) + reachOf(cell.n) + PIXEL);
    moved = x - cell.at[0];
    placed.push({ ...cell, at: [x, right.at[1]] });
  }
  // Around the place where they were, and never out of the tile: a point beyond its edge is not drawn.
  const within = (x: number) => Math.min(EXTENT - 1, Math.max(0, Math.round(x - moved / 2)));
  return moved === 0 ? placed : placed.map((cell) => ({ ...cell, at: [within(cell.at[0]), cell.at[1]] }));
}

/** Where a circle ends to the right. */
const edge = ({ at: [x], n }: Placed): number => x + reachOf(n);

function toTile(lon: number, lat: number, z: number, x: number, y: number): [number, number] {
  const side = 2 ** z;
  const sin = Math.sin((lat * Math.PI) / 180);
  const px = ((lon + 180) / 360) * side - x;
  const py = (0.5 - Math.atanh(sin) / (2 * Math.PI)) * side - y;
  return [Math.round(px * EXTENT), Math.round(py * EXTENT)];
}
