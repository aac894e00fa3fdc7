/** Seven first-level areas and their 32 second-level areas: sets of cells grown from their middles. */
import { at, Rng } from '../rng.ts';
import { CostHeap } from './heap.ts';
import type { Mesh } from './mesh.ts';
import type { Terrain } from './terrain.ts';

export type Areas = {
  /** First-level area of each cell, -1 at sea. */
  adm1: Int32Array;
  /** Second-level area of each cell, -1 at sea. */
  adm2: Int32Array;
  /** First-level area of each second-level area. */
  parent: readonly number[];
};

const ADM1 = 7;
const ADM2 = 32;
const ROUNDS = 7;

/** A ridge is slow to cross, so borders come to lie along ridges and a valley stays together. */
function crossing(mesh: Mesh, terrain: Terrain, from: number, to: number): number {
  const [a, b] = [at(mesh.centres, from), at(mesh.centres, to)];
  const climb = Math.abs(at(terrain.height, from) - at(terrain.height, to)) * 18;
  return Math.hypot(a[0] - b[0], a[1] - b[1]) * (1 + at(terrain.height, to)) + climb;
}

/** Splits `cells` among `k` middles by the shortest way, then moves each middle to its part's centre, and again. */
function grow(mesh: Mesh, terrain: Terrain, cells: readonly number[], k: number, rng: Rng): Int32Array {
  const inside = new Set(cells);
  const part = new Int32Array(mesh.centres.length).fill(-1);
  const distance = (a: number, b: number) => {
    const [p, q] = [at(mesh.centres, a), at(mesh.centres, b)];
    return Math.hypot(p[0] - q[0], p[1] - q[1]);
  };
  let middles = [rng.pick(cells)];
  while (middles.length < k) {
    const candidates = Array.from({ length: 12 }, () => rng.pick(cells));
    const room = candidates.map((c) => Math.min(...middles.map((m) => distance(c, m))));
    middles.push(at(candidates, room.indexOf(Math.max(...room))));
  }
  for (let round = 0; round < ROUNDS; round++) {
    const cost = new Float64Array(mesh.centres.length).fill(Number.POSITIVE_INFINITY);
    const heap = new CostHeap();
    middles.forEach((m, i) => {
      cost[m] = 0;
      part[m] = i;
      heap.push(m, 0);
    });
    while (heap.size > 0) {
      const [cell, reached] = heap.pop();
      if (reached > at(cost, cell)) continue;
      for (const { neighbour } of at(mesh.sides, cell)) {
        if (!inside.has(neighbour)) continue;
        const next = reached + crossing(mesh, terrain, cell, neighbour);
        if (next >= at(cost, neighbour)) continue;
        cost[neighbour] = next;
        part[neighbour] = at(part, cell);
        heap.push(neighbour, next);
      }
    }
    if (round === ROUNDS - 1) break;
    middles = middles.map((_, i) =>
      centralCell(
        mesh,
        cells.filter((c) => part[c] === i),
      ),
    );
  }
  return part;
}

function centralCell(mesh: Mesh, cells: readonly number[]): number {
  const x = cells.reduce((s, c) => s + at(mesh.centres, c)[0], 0) / cells.length;
  const y = cells.reduce((s, c) => s + at(mesh.centres, c)[1], 0) / cells.length;
  const off = cells.map((c) => Math.hypot(at(mesh.centres, c)[0] - x, at(mesh.centres, c)[1] - y));
  return at(cells, off.indexOf(Math.min(...off)));
}

/** Shares out `total` by size (largest remainders), at least three each. */
function shareOut(sizes: readonly number[], total: number): number[] {
  const sum = sizes.reduce((s, n) => s + n, 0);
  const exact = sizes.map((n) => (n / sum) * total);
  const shares = exact.map((x) => Math.max(3, Math.floor(x)));
  const byRemainder = exact.map((x, i) => [x - at(shares, i), i] as const).sort((a, b) => b[0] - a[0]);
  for (let left = total - shares.reduce((s, n) => s + n, 0), turn = 0; left !== 0; turn++) {
    const i = at(at(byRemainder, left > 0 ? turn % sizes.length : sizes.length - 1 - (turn % sizes.length)), 1);
    const step = Math.sign(left);
    if (at(shares, i) + step < 3) continue;
    shares[i] = at(shares, i) + step;
    left -= step;
  }
  return shares;
}

/** Numbers parts as one reads a map: from north to south. */
function northFirst(mesh: Mesh, part: Int32Array, k: number): number[] {
  const north = Array.from({ length: k }, () => ({ sum: 0, n: 0 }));
  part.forEach((p, c) => {
    if (p < 0) return;
    at(north, p).sum += at(mesh.centres, c)[1];
    at(north, p).n++;
  });
  const order = [...north.keys()].sort((a, b) => at(north, b).sum / at(north, b).n - at(north, a).sum / at(north, a).n);
  return order.map((_, p) => order.indexOf(p));
}

export function makeAreas(mesh: Mesh, terrain: Terrain, seed: number): Areas {
  const rng = Rng.of(seed, 'areas');
  const first = grow(mesh, terrain, terrain.main, ADM1, rng);
  const rank = northFirst(mesh, first, ADM1);
  const adm1 = first.map((p) => (p < 0 ? -1 : at(rank, p)));
  const adm2 = new Int32Array(mesh.centres.length).fill(-1);
  const members = Array.from({ length: ADM1 }, (_, a) => terrain.main.filter((c) => adm1[c] === a));
  const counts = shareOut(
    members.map((m) => m.length),
    ADM2,
  );
  const parent: number[] = [];
  members.forEach((cells, a) => {
    const k = at(counts, a);
    const parts = grow(mesh, terrain, cells, k, rng);
    const order = northFirst(mesh, parts, k);
    for (const c of cells) adm2[c] = parent.length + at(order, at(parts, c));
    for (let i = 0; i < k; i++) parent.push(a);
  });
  for (const islet of terrain.islets) {
    const [x, y] = at(mesh.centres, islet);
    let best = Number.POSITIVE_INFINITY;
    for (const c of terrain.main) {
      const d = Math.hypot(at(mesh.centres, c)[0] - x, at(mesh.centres, c)[1] - y);
      if (d >= best) continue;
      best = d;
      adm1[islet] = at(adm1, c);
      adm2[islet] = at(adm2, c);
    }
  }
  return { adm1, adm2, parent };
}
