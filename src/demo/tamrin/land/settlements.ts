/** Where people live: a capital, seats of areas, towns and villages, by water and low ground, sizes after Zipf. */
import { at, Rng } from '../rng.ts';
import type { Areas } from './areas.ts';
import type { Mesh } from './mesh.ts';
import type { Terrain } from './terrain.ts';

export type Site = { cell: number; adm2: number; population: number; coastal: boolean; rank: number };

const SITES = 350;
const LARGEST = 438_000;
const MIN_SPACING = 4.5;

/** How good a place is to live: low, by a river, by the sea; best where a river meets the sea. */
function appeal(terrain: Terrain, cell: number, rng: Rng): number {
  const water = Math.log2(at(terrain.flow, cell));
  const coast = terrain.isCoast(cell);
  return (1 - at(terrain.height, cell)) * 3 + water * 0.9 + (coast ? 1 + water * 0.5 : 0) + rng.range(0, 5);
}

/** At least five sites an area, the rest by size of the area, the best places first, none too near another. */
export function makeSites(mesh: Mesh, terrain: Terrain, areas: Areas, seed: number): Site[] {
  const rng = Rng.of(seed, 'settlements');
  const score = new Map(terrain.main.map((c) => [c, appeal(terrain, c, rng)]));
  const best = [...score.keys()].sort((a, b) => (score.get(b) ?? 0) - (score.get(a) ?? 0));
  const chosen: number[] = [];
  const perArea = areas.parent.map(() => 0);
  const quota = areas.parent.map((_, a) => {
    const size = terrain.main.filter((c) => areas.adm2[c] === a).length;
    return Math.max(5, Math.round((SITES * size) / terrain.main.length));
  });
  const isInner = (cell: number) => at(mesh.sides, cell).every((s) => areas.adm2[s.neighbour] === areas.adm2[cell]);
  const isFree = (cell: number) => {
    const [x, y] = at(mesh.centres, cell);
    return chosen.every((c) => Math.hypot(at(mesh.centres, c)[0] - x, at(mesh.centres, c)[1] - y) >= MIN_SPACING);
  };
  for (const cell of best) {
    const area = at(areas.adm2, cell);
    // A village on a border could be said to lie in either area: leave those to the cells inside, except on the shore.
    if (at(perArea, area) >= at(quota, area) || !isFree(cell)) continue;
    if (!isInner(cell) && !terrain.isCoast(cell)) continue;
    perArea[area] = at(perArea, area) + 1;
    chosen.push(cell);
  }
  const capital = chosen.reduce((a, b) => (portValue(terrain, b) > portValue(terrain, a) ? b : a));
  const order = [capital, ...chosen.filter((c) => c !== capital)];
  return order.map((cell, rank) => ({
    cell,
    adm2: at(areas.adm2, cell),
    population: Math.max(90, Math.round((LARGEST / (rank + 1) ** 1.02) * rng.range(0.85, 1.15))),
    coastal: terrain.isCoast(cell),
    rank,
  }));
}

const portValue = (terrain: Terrain, cell: number) => (terrain.isCoast(cell) ? at(terrain.flow, cell) : 0);
