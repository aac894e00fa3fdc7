/** How long the road takes: hours from a cell to every other by vehicle where there is road, on foot where there is none. */
import { at } from '../rng.ts';
import { CostHeap } from './heap.ts';
import type { Mesh } from './mesh.ts';
import type { Terrain } from './terrain.ts';
import type { Road } from './ways.ts';

/** Kilometres an hour. In the rains minor roads are mud and rivers are crossed on bridges only. */
const SPEED = { dry: { main: 45, minor: 22, track: 5 }, rains: { main: 30, minor: 7, track: 3.5 } } as const;
const FORD_HOURS = { dry: 0.3, rains: 4 } as const;
const RIVER = 120;

export type Weather = keyof typeof SPEED;

/** What lies on each cell: 2 a main road, 1 a minor one, 0 none. */
export function roadClasses(mesh: Mesh, roads: readonly Road[]): Uint8Array {
  const classes = new Uint8Array(mesh.centres.length);
  for (const road of roads) for (const c of road.cells) classes[c] = Math.max(at(classes, c), road.main ? 2 : 1);
  return classes;
}

/** Dijkstra over the cells of the island; cells that cannot be reached stay at infinity. */
export function hoursFrom(
  { mesh, terrain, road }: { mesh: Mesh; terrain: Terrain; road: Uint8Array },
  start: number,
  weather: Weather,
): Float64Array {
  const speed = SPEED[weather];
  const hours = new Float64Array(mesh.centres.length).fill(Number.POSITIVE_INFINITY);
  const heap = new CostHeap();
  hours[start] = 0;
  heap.push(start, 0);
  while (heap.size > 0) {
    const [cell, reached] = heap.pop();
    if (reached > at(hours, cell)) continue;
    for (const { neighbour } of at(mesh.sides, cell)) {
      if (at(terrain.flow, neighbour) === 0) continue;
      const way = Math.min(at(road, cell), at(road, neighbour));
      const [p, q] = [at(mesh.centres, cell), at(mesh.centres, neighbour)];
      const climb = 1 + 4 * Math.abs(at(terrain.height, cell) - at(terrain.height, neighbour));
      const km = Math.hypot(p[0] - q[0], p[1] - q[1]);
      const ford = way < 2 && at(terrain.flow, neighbour) > RIVER ? FORD_HOURS[weather] : 0;
      const next = reached + (km * climb) / (way === 2 ? speed.main : way === 1 ? speed.minor : speed.track) + ford;
      if (next >= at(hours, neighbour)) continue;
      hours[neighbour] = next;
      heap.push(neighbour, next);
    }
  }
  return hours;
}
