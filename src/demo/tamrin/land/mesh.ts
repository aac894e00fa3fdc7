/**
 * The sheet cut into some 12,000 cells (a relaxed Voronoi diagram). Land, areas, rivers and roads are all sets of
 * cells or walks over them: that is why borders are shared exactly and nothing overlaps.
 */
import { Delaunay } from 'd3-delaunay';
import { at, Rng } from '../rng.ts';
import type { Point } from './plane.ts';

/** The side that two cells share, between two corners of the diagram. */
export type Side = { neighbour: number; from: number; to: number };

export type Mesh = {
  /** Centres of the cells, km. */
  centres: readonly Point[];
  /** Corners where three cells meet, km. */
  corners: readonly Point[];
  /** Sides of each cell, each with the cell on its left. Cells at the rim of the sheet lack their outer sides. */
  sides: readonly (readonly Side[])[];
  /** Cells that touch the rim of the sheet. */
  rim: ReadonlySet<number>;
};

/** The sheet, km. */
export const WIDTH = 400;
export const HEIGHT = 340;
const SPACING = 3.4;

function relaxedPoints(rng: Rng): Float64Array {
  const flat: number[] = [];
  for (let y = -HEIGHT / 2 + SPACING / 2; y < HEIGHT / 2; y += SPACING) {
    for (let x = -WIDTH / 2 + SPACING / 2; x < WIDTH / 2; x += SPACING) {
      flat.push(x + rng.range(-0.5, 0.5) * SPACING, y + rng.range(-0.5, 0.5) * SPACING);
    }
  }
  const points = Float64Array.from(flat);
  const bounds: [number, number, number, number] = [-WIDTH / 2, -HEIGHT / 2, WIDTH / 2, HEIGHT / 2];
  // One round towards the middle of each cell: even enough to draw, uneven enough not to look like a grid.
  const voronoi = new Delaunay(points).voronoi(bounds);
  for (let c = 0; c < points.length / 2; c++) {
    const ring = voronoi.cellPolygon(c);
    if (!ring) continue;
    const corners = ring.slice(0, -1);
    points[2 * c] = corners.reduce((s, p) => s + p[0], 0) / corners.length;
    points[2 * c + 1] = corners.reduce((s, p) => s + p[1], 0) / corners.length;
  }
  return points;
}

/** The cells of one seed. */
export function makeMesh(seed: number): Mesh {
  const points = relaxedPoints(Rng.of(seed, 'mesh'));
  const delaunay = new Delaunay(points);
  const { triangles, halfedges } = delaunay;
  const { circumcenters } = delaunay.voronoi();
  const centres: Point[] = [];
  for (let c = 0; c < points.length / 2; c++) centres.push([at(points, 2 * c), at(points, 2 * c + 1)]);
  const corners: Point[] = [];
  for (let t = 0; t < triangles.length / 3; t++) corners.push([at(circumcenters, 2 * t), at(circumcenters, 2 * t + 1)]);

  const sides: Side[][] = centres.map(() => []);
  const rim = new Set<number>();
  for (let e = 0; e < halfedges.length; e++) {
    const twin = at(halfedges, e);
    const cell = at(triangles, e);
    const neighbour = at(triangles, e % 3 === 2 ? e - 2 : e + 1);
    if (twin === -1) {
      rim.add(cell).add(neighbour);
      continue;
    }
    const [from, to] = [Math.floor(e / 3), Math.floor(twin / 3)];
    const [p, q, c] = [at(corners, from), at(corners, to), at(centres, cell)];
    const left = (q[0] - p[0]) * (c[1] - p[1]) - (q[1] - p[1]) * (c[0] - p[0]) > 0;
    at(sides, cell).push(left ? { neighbour, from, to } : { neighbour, from: to, to: from });
  }
  return { centres, corners, sides, rim };
}
