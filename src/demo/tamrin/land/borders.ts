/**
 * From sets of cells to rings. A side between two cells is roughened once, inside the diamond that its ends and the
 * two centres span; diamonds of different sides do not overlap, so no border crosses another, whatever the noise
 * (the idea of "noisy edges": Amit Patel, Red Blob Games, 2010). Both neighbours use the same points.
 */
import { at, Rng } from '../rng.ts';
import type { Mesh } from './mesh.ts';
import type { Point } from './plane.ts';

export type Ring = Point[];
/** One outer ring (counter-clockwise), then its holes (clockwise). */
export type Polygon = Ring[];

const STEPS = 4;

/** How far from the line p–q, at share `t`, the triangle p–q–apex reaches; 0 where the apex overhangs an end. */
function roomAt(p: Point, q: Point, apex: Point, t: number): number {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const length = Math.hypot(dx, dy);
  if (length < 1e-9) return 0;
  const foot = ((apex[0] - p[0]) * dx + (apex[1] - p[1]) * dy) / (length * length);
  if (foot <= 0.05 || foot >= 0.95) return 0;
  const reach = Math.abs(dx * (apex[1] - p[1]) - dy * (apex[0] - p[0])) / length;
  return reach * Math.min(t / foot, (1 - t) / (1 - foot));
}

/** Makes the function that draws the border of any set of cells. */
export function borderMaker(mesh: Mesh, seed: number, isLand: (cell: number) => boolean) {
  const drawn = new Map<number, Point[]>();

  /** Points strictly between two corners, in the order from the lower corner to the higher. */
  function rough(cell: number, neighbour: number, low: number, high: number): Point[] {
    const key = low * mesh.corners.length + high;
    const known = drawn.get(key);
    if (known) return known;
    const rng = Rng.of(seed, 'side', key);
    const coast = isLand(cell) !== isLand(neighbour);
    const [p, q] = [at(mesh.corners, low), at(mesh.corners, high)];
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
    const points: Point[] = [];
    const lean = rng.range(-0.5, 0.5);
    for (let i = 1; i < STEPS && length > 0.4; i++) {
      const t = i / STEPS;
      const push = Math.max(-0.8, Math.min(0.8, lean + rng.range(-0.45, 0.45))) * (coast ? 1 : 0.6);
      const room = Math.min(
        roomAt(p, q, at(mesh.centres, cell), t),
        roomAt(p, q, at(mesh.centres, neighbour), t),
        length * 0.5,
      );
      const off = (push * room) / Math.max(length, 1e-9);
      points.push([p[0] + (q[0] - p[0]) * t - (q[1] - p[1]) * off, p[1] + (q[1] - p[1]) * t + (q[0] - p[0]) * off]);
    }
    drawn.set(key, points);
    return points;
  }

  /** The polygons around the cells for which `inside` holds. */
  return (cells: readonly number[], inside: (cell: number) => boolean): Polygon[] => {
    const next = new Map<number, { to: number; points: Point[] }>();
    for (const cell of cells) {
      for (const { neighbour, from, to } of at(mesh.sides, cell)) {
        if (inside(neighbour)) continue;
        const points = rough(
          Math.min(cell, neighbour),
          Math.max(cell, neighbour),
          Math.min(from, to),
          Math.max(from, to),
        );
        next.set(from, { to, points: from < to ? points : points.toReversed() });
      }
    }
    return assemble(chain(next, mesh.corners));
  };
}

/** Three cells meet at a corner, so a border passes through it at most once: following it gives simple rings. */
function chain(next: Map<number, { to: number; points: Point[] }>, corners: readonly Point[]): Ring[] {
  const rings: Ring[] = [];
  for (const start of [...next.keys()].sort((a, b) => a - b)) {
    const ring: Ring = [];
    for (let corner = start, step = next.get(corner); step; step = next.get(corner)) {
      ring.push(at(corners, corner), ...step.points);
      next.delete(corner);
      corner = step.to;
    }
    if (ring.length > 0) rings.push([...ring, at(ring, 0)]);
  }
  return rings;
}

/** Twice the area, positive when counter-clockwise. */
export function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [at(ring, i), at(ring, i + 1)];
    sum += x1 * y2 - x2 * y1;
  }
  return sum / 2;
}

/** Even–odd rule; points on the line itself may fall either way. */
function insideRing(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [at(ring, i), at(ring, i + 1)];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function assemble(rings: Ring[]): Polygon[] {
  const outer = rings.filter((r) => signedArea(r) > 0).sort((a, b) => signedArea(b) - signedArea(a));
  const polygons: Polygon[] = outer.map((r) => [r]);
  for (const hole of rings.filter((r) => signedArea(r) < 0)) {
    polygons.find(([shell = []]) => insideRing(shell, at(hole, 0)))?.push(hole);
  }
  return polygons;
}
