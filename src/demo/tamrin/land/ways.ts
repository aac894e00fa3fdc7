/** Rivers and roads as lines. */
import { at } from '../rng.ts';
import type { Areas } from './areas.ts';
import { CostHeap } from './heap.ts';
import type { Mesh } from './mesh.ts';
import type { Point } from './plane.ts';
import type { Site } from './settlements.ts';
import type { Terrain } from './terrain.ts';

/** Cells from source to mouth. */
export type River = { cells: readonly number[]; size: number };
export type Road = { cells: readonly number[]; main: boolean };

const RIVER_FLOW = 26;

/** Rivers by length, longest first: each follows its largest branch up from its mouth (or from a larger river). */
export function makeRivers(terrain: Terrain): River[] {
  const upstream = new Map<number, number[]>();
  for (const c of terrain.main) {
    const next = at(terrain.downstream, c);
    if (at(terrain.flow, c) >= RIVER_FLOW && next >= 0) upstream.set(next, [...(upstream.get(next) ?? []), c]);
  }
  const mouths = terrain.main.filter((c) => at(terrain.downstream, c) < 0 && at(terrain.flow, c) >= RIVER_FLOW);
  const rivers: River[] = [];
  const open: { joins: number[]; start: number }[] = mouths.map((m) => ({ joins: [], start: m }));
  for (const { joins, start } of open) {
    const cells = [...joins, start];
    for (let c: number | undefined = start; c !== undefined; ) {
      const branches: number[] = (upstream.get(c) ?? []).toSorted((a, b) => at(terrain.flow, b) - at(terrain.flow, a));
      for (const side of branches.slice(1)) open.push({ joins: [c], start: side });
      c = branches[0];
      if (c !== undefined) cells.push(c);
    }
    if (cells.length >= 5) rivers.push({ cells: cells.reverse(), size: at(terrain.flow, start) });
  }
  return rivers.sort((a, b) => b.cells.length - a.cells.length || b.size - a.size);
}

/** The cheapest way overland from `start` to the first cell for which `isGoal` holds; existing roads are cheap. */
function walk(mesh: Mesh, terrain: Terrain, start: number, isGoal: (c: number) => boolean, roads: ReadonlySet<number>) {
  const cost = new Map([[start, 0]]);
  const from = new Map<number, number>();
  const heap = new CostHeap();
  heap.push(start, 0);
  while (heap.size > 0) {
    const [cell, reached] = heap.pop();
    if (isGoal(cell) && cell !== start) {
      const path = [cell];
      for (let c = from.get(cell); c !== undefined; c = from.get(c)) path.push(c);
      return path.reverse();
    }
    for (const { neighbour } of at(mesh.sides, cell)) {
      if (at(terrain.flow, neighbour) === 0) continue;
      const [p, q] = [at(mesh.centres, cell), at(mesh.centres, neighbour)];
      const climb = Math.abs(at(terrain.height, cell) - at(terrain.height, neighbour)) * 25;
      const bridge = at(terrain.flow, neighbour) > 120 ? 3 : 0;
      const next = reached + (Math.hypot(p[0] - q[0], p[1] - q[1]) + climb + bridge) * (roads.has(neighbour) ? 0.3 : 1);
      if (next >= (cost.get(neighbour) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(neighbour, next);
      from.set(neighbour, cell);
      heap.push(neighbour, next);
    }
  }
  return [];
}

/** Main roads join the seats of areas to the capital; lesser ones join the next towns to the nearest road. */
export function makeRoads(mesh: Mesh, terrain: Terrain, areas: Areas, sites: readonly Site[]): Road[] {
  const onRoad = new Set<number>();
  const roads: Road[] = [];
  const lay = (cells: number[], main: boolean) => {
    if (cells.length < 2) return;
    // Where a way runs along an older road it is that road: keep only the new stretches.
    let stretch: number[] = [];
    for (const c of cells) {
      stretch.push(c);
      if (!onRoad.has(c)) continue;
      if (stretch.length > 1 && stretch.some((s) => !onRoad.has(s))) roads.push({ cells: stretch, main });
      stretch = [c];
    }
    if (stretch.length > 1) roads.push({ cells: stretch, main });
    for (const c of cells) onRoad.add(c);
  };
  const capital = at(sites, 0).cell;
  const seats = new Map<number, number>();
  for (const s of sites) if (!seats.has(at(areas.parent, s.adm2))) seats.set(at(areas.parent, s.adm2), s.cell);
  for (const seat of seats.values())
    if (seat !== capital)
      lay(
        walk(mesh, terrain, seat, (c) => c === capital, onRoad),
        true,
      );
  for (const town of sites.slice(1, 70)) {
    if (!onRoad.has(town.cell))
      lay(
        walk(mesh, terrain, town.cell, (c) => onRoad.has(c), onRoad),
        false,
      );
  }
  return roads;
}

/** Rounds the corners of a line (Chaikin 1974); its ends stay. */
export function smooth(line: readonly Point[], rounds = 2): Point[] {
  let points = [...line];
  for (let r = 0; r < rounds && points.length > 2; r++) {
    const next: Point[] = [at(points, 0)];
    for (let i = 0; i + 1 < points.length; i++) {
      const [a, b] = [at(points, i), at(points, i + 1)];
      next.push([a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25]);
      next.push([a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75]);
    }
    next.push(at(points, points.length - 1));
    points = next;
  }
  return points;
}
