/**
 * The ground as grids of square kilometres, row by row from the north-west: height, people, and how slowly one moves in
 * the dry season and in the rains. Made when asked for: later rooms work out reach and posture on them.
 */
import { Delaunay } from 'd3-delaunay';
import type { Island } from '../island.ts';
import { at } from '../rng.ts';
import { HEIGHT, WIDTH } from './mesh.ts';
import { toLonLat } from './plane.ts';

export type Raster = {
  width: number;
  height: number;
  /** Degrees: longitude and latitude of the north-west corner, and the size of a cell. */
  west: number;
  north: number;
  cell: readonly [number, number];
  /** `NaN` at sea. */
  values: Float32Array;
};

const HIGHEST_METRES = 1840;
/** Minutes a kilometre. */
const MINUTES = {
  dry: { main: 1.3, minor: 2.7, track: 12, river: 25 },
  rains: { main: 2, minor: 8.5, track: 18, river: 240 },
} as const;
const RIVER_FLOW = 120;
/** People of a town live within this of its middle (km); the rest of the land has a few everywhere low. */
const TOWN_KM = 1.6;
const RURAL_PER_KM2 = 6;

function emptyRaster(): Raster {
  const [west, north] = toLonLat(-WIDTH / 2, HEIGHT / 2);
  const [east, south] = toLonLat(WIDTH / 2, -HEIGHT / 2);
  const cell = [(east - west) / WIDTH, (north - south) / HEIGHT] as const;
  return { width: WIDTH, height: HEIGHT, west, north, cell, values: new Float32Array(WIDTH * HEIGHT).fill(Number.NaN) };
}

/** Mesh cell under each square kilometre; -1 at sea. */
function cellsUnder({ mesh, terrain }: Island['ground']): Int32Array {
  const find = new Delaunay(Float64Array.from(mesh.centres.flat()));
  const cells = new Int32Array(WIDTH * HEIGHT);
  let last = 0;
  for (let i = 0; i < cells.length; i++) {
    const [x, y] = [(i % WIDTH) + 0.5 - WIDTH / 2, HEIGHT / 2 - Math.floor(i / WIDTH) - 0.5];
    last = find.find(x, y, last);
    cells[i] = terrain.isLand(last) ? last : -1;
  }
  return cells;
}

/** Metres above the sea, evened out between the middles of cells. */
function heightOf({ mesh, terrain }: Island['ground'], cell: number, x: number, y: number): number {
  let [sum, total] = [0, 0];
  for (const c of [cell, ...at(mesh.sides, cell).map((s) => s.neighbour)]) {
    const [cx, cy] = at(mesh.centres, c);
    const weight = Math.exp(-((cx - x) ** 2 + (cy - y) ** 2) / 6);
    sum += weight * at(terrain.height, c);
    total += weight;
  }
  return (sum / total) * HIGHEST_METRES;
}

export type RasterName = 'height_m' | 'people_per_km2' | 'minutes_per_km_dry' | 'minutes_per_km_rains';

export function makeRasters(island: Island): Record<RasterName, Raster> {
  const { ground } = island;
  const cells = cellsUnder(ground);
  const [height, people, dry, rains] = [emptyRaster(), emptyRaster(), emptyRaster(), emptyRaster()];
  cells.forEach((cell, i) => {
    if (cell < 0) return;
    const [x, y] = [(i % WIDTH) + 0.5 - WIDTH / 2, HEIGHT / 2 - Math.floor(i / WIDTH) - 0.5];
    height.values[i] = heightOf(ground, cell, x, y);
    people.values[i] = RURAL_PER_KM2 * Math.max(0, 1 - at(ground.terrain.height, cell));
    const road = at(ground.road, cell);
    const way =
      road === 2 ? 'main' : road === 1 ? 'minor' : at(ground.terrain.flow, cell) > RIVER_FLOW ? 'river' : 'track';
    const climb = 1 + 2 * at(ground.terrain.height, cell);
    dry.values[i] = MINUTES.dry[way] * climb;
    rains.values[i] = MINUTES.rains[way] * climb;
  });
  for (const { point, population } of island.settlements) spreadPeople(people.values, point, population);
  return { height_m: height, people_per_km2: people, minutes_per_km_dry: dry, minutes_per_km_rains: rains };
}

/** All of them on land, most of them near the middle. */
function spreadPeople(values: Float32Array, [x, y]: readonly [number, number], population: number): void {
  const reach = Math.ceil(TOWN_KM * 3);
  const around: [number, number][] = [];
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const [column, row] = [Math.floor(x + WIDTH / 2) + dx, Math.floor(HEIGHT / 2 - y) + dy];
      const i = row * WIDTH + column;
      if (column < 0 || column >= WIDTH || !(at(values, i) >= 0)) continue;
      around.push([i, Math.exp(-(dx * dx + dy * dy) / (2 * TOWN_KM * TOWN_KM))]);
    }
  const total = around.reduce((s, [, w]) => s + w, 0);
  for (const [i, w] of around) values[i] = at(values, i) + (population * w) / total;
}
