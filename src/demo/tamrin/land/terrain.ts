/** Which cells are land, how high they lie, and where their water runs. */
import { at } from '../rng.ts';
import { CostHeap } from './heap.ts';
import type { Mesh } from './mesh.ts';
import { fractalNoise } from './noise.ts';

export type Terrain = {
  /** Cells of the main island; islets are land too, but nobody lives there. */
  main: readonly number[];
  islets: readonly number[];
  isLand: (cell: number) => boolean;
  isCoast: (cell: number) => boolean;
  /** 0 at the shore, about 1 at the highest ridge. Land only. */
  height: Float64Array;
  /** The next cell downstream; -1 where a river meets the sea. Main island only. */
  downstream: Int32Array;
  /** How many cells drain through each cell. */
  flow: Int32Array;
};

const LAND_SHARE = 0.34;
const LARGEST_ISLETS = 7;

/** Parts of `cells` that hang together, largest first. */
function connectedParts(mesh: Mesh, cells: ReadonlySet<number>): number[][] {
  const parts: number[][] = [];
  const seen = new Set<number>();
  for (const start of cells) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const cell of part) {
      for (const { neighbour } of at(mesh.sides, cell)) {
        if (!cells.has(neighbour) || seen.has(neighbour)) continue;
        seen.add(neighbour);
        part.push(neighbour);
      }
    }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length);
}

/** Land above a line that leaves the wanted share; lakes are filled, specks and anything near the rim are sea. */
function findLand(mesh: Mesh, seed: number): { main: number[]; islets: number[] } {
  const broad = fractalNoise(seed, 'coast', 105, 6);
  const warp = fractalNoise(seed, 'warp', 60, 4);
  const raw = mesh.centres.map(([x, y]) => {
    const [wx, wy] = [x + 34 * warp(x, y), y + 34 * warp(y + 500, x - 500)];
    const [along, across] = [wx * 0.92 + wy * 0.39, wy * 0.92 - wx * 0.39];
    const inland = 1 - Math.hypot(along / 176, across / 112);
    const towardsRim = Math.max(Math.abs(x) / 184, Math.abs(y) / 154) ** 14;
    return Math.min(inland, 0.7) + 0.95 * broad(wx, wy) - 1.2 * towardsRim;
  });
  const line = at(Float64Array.from(raw).sort(), Math.floor(raw.length * (1 - LAND_SHARE)));
  const sea = new Set(raw.keys().filter((c) => at(raw, c) <= line || mesh.rim.has(c)));
  const open = new Set(connectedParts(mesh, sea)[0]);
  const [main = [], ...others] = connectedParts(mesh, new Set(raw.keys().filter((c) => !open.has(c))));
  return {
    main,
    islets: others
      .filter((part) => part.length >= 2)
      .slice(0, LARGEST_ISLETS)
      .flat(),
  };
}

/** Steps from the shore, for land cells. */
function stepsFromShore(mesh: Mesh, land: ReadonlySet<number>): Int32Array {
  const steps = new Int32Array(mesh.centres.length);
  let front = [...land].filter((c) => at(mesh.sides, c).some((s) => !land.has(s.neighbour)));
  for (let n = 1; front.length > 0; n++) {
    for (const c of front) steps[c] = n;
    const next = new Set<number>();
    for (const c of front) {
      for (const { neighbour } of at(mesh.sides, c))
        if (land.has(neighbour) && steps[neighbour] === 0) next.add(neighbour);
    }
    front = [...next];
  }
  return steps;
}

/**
 * Priority-flood (Barnes, Lehman and Mulla 2014): starting from the shore, always from the lowest cell reached, so
 * that each cell knows its way down and no hollow is left without an outlet.
 */
function drain(mesh: Mesh, main: ReadonlySet<number>, height: Float64Array) {
  const downstream = new Int32Array(mesh.centres.length).fill(-1);
  const flow = new Int32Array(mesh.centres.length);
  const reached = new Set<number>();
  const heap = new CostHeap();
  for (const c of main) {
    if (!at(mesh.sides, c).some((s) => !main.has(s.neighbour))) continue;
    heap.push(c, at(height, c));
    reached.add(c);
  }
  const order: number[] = [];
  while (heap.size > 0) {
    const [cell, level] = heap.pop();
    order.push(cell);
    for (const { neighbour } of at(mesh.sides, cell)) {
      if (!main.has(neighbour) || reached.has(neighbour)) continue;
      reached.add(neighbour);
      downstream[neighbour] = cell;
      heap.push(neighbour, Math.max(level, at(height, neighbour)));
    }
  }
  for (const cell of order.reverse()) {
    const through = at(flow, cell) + 1;
    flow[cell] = through;
    const next = at(downstream, cell);
    if (next >= 0) flow[next] = at(flow, next) + through;
  }
  return { downstream, flow };
}

export function makeTerrain(mesh: Mesh, seed: number): Terrain {
  const { main, islets } = findLand(mesh, seed);
  const mainSet = new Set(main);
  const land = new Set([...main, ...islets]);
  const steps = stepsFromShore(mesh, land);
  const basins = fractalNoise(seed, 'basins', 120, 3);
  const ridges = fractalNoise(seed, 'ridges', 70, 4);
  const height = Float64Array.from(mesh.centres, ([x, y], c) => {
    if (!land.has(c)) return 0;
    const ridge = Math.max(0, 1 - Math.abs(ridges(x, y)) * 2.2);
    // Broad basins gather the water into a few long rivers; without them it would run straight off on all sides.
    const basin = 0.5 + 0.5 * Math.max(-1, Math.min(1, 1.8 * basins(x, y)));
    return Math.min(1, at(steps, c) / 9) * (0.08 + 0.62 * basin + 0.3 * ridge);
  });
  return {
    main,
    islets,
    isLand: (c) => land.has(c),
    isCoast: (c) => at(steps, c) === 1,
    height,
    ...drain(mesh, mainSet, height),
  };
}
