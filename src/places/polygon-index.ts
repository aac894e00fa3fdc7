/**
 * Which shapes hold a point. Flatbush finds the polygons whose box holds it; within one, only the edges of the point's
 * own latitude slab are counted, so a border of 30,000 corners costs no more than one of 30.
 *
 * Edges are half-open and always worked from their southern end, so that two shapes which share a border do the same
 * arithmetic on it: a point on the border belongs to exactly one of them.
 */
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { type AreaGeometry, latOf, lonOf, polygonsOf, unwrap } from './geometry.ts';

const KM_PER_DEGREE = 111.195;
const EDGES_PER_SLAB = 8;

export interface PolygonIndex {
  /** The numbers of the shapes that hold the point, ascending. */
  holding(lon: number, lat: number): number[];
  /** The shape whose border is nearest, within so many kilometres; `accept` chooses which shapes count. */
  nearest(lon: number, lat: number, withinKm: number, accept: (shape: number) => boolean): Nearest | null;
}

export interface Nearest {
  shape: number;
  km: number;
}

/** One polygon with its holes: corners in a row, and for each latitude slab the edges (by first corner) that cross it. */
interface Part {
  /** The number of the shape that it is a part of. */
  shape: number;
  lons: Float64Array;
  lats: Float64Array;
  south: number;
  slabHeight: number;
  slabStart: Uint32Array;
  slabEdges: Uint32Array;
}

const slabOf = (part: Part, lat: number) =>
  Math.min(part.slabStart.length - 2, Math.max(0, Math.floor((lat - part.south) / part.slabHeight)));

function makePart(shape: number, rings: Position[][]): Part {
  const points = rings.flat();
  const lons = Float64Array.from(points, lonOf);
  const lats = Float64Array.from(points, latOf);
  const [south, north] = [lats.reduce((a, b) => Math.min(a, b)), lats.reduce((a, b) => Math.max(a, b))];
  const slabs = Math.max(1, Math.ceil(points.length / EDGES_PER_SLAB));
  const part: Part = {
    shape,
    lons,
    lats,
    south,
    slabHeight: (north - south) / slabs || 1,
    slabStart: new Uint32Array(slabs + 1),
    slabEdges: new Uint32Array(0),
  };
  const edges: number[] = [];
  let start = 0;
  for (const ring of rings) {
    for (let i = start; i < start + ring.length - 1; i++) edges.push(i);
    start += ring.length;
  }
  // Count, then place: two passes over the same (edge, slab) pairs.
  const eachSlab = (visit: (edge: number, slab: number) => void) => {
    for (const edge of edges) {
      const [a, b] = [lats[edge] ?? 0, lats[edge + 1] ?? 0];
      const last = slabOf(part, Math.max(a, b));
      for (let slab = slabOf(part, Math.min(a, b)); slab <= last; slab++) visit(edge, slab);
    }
  };
  const { slabStart } = part;
  eachSlab((_, slab) => {
    slabStart[slab + 1] = (slabStart[slab + 1] ?? 0) + 1;
  });
  for (let slab = 0; slab < slabs; slab++) slabStart[slab + 1] = (slabStart[slab + 1] ?? 0) + (slabStart[slab] ?? 0);
  const next = slabStart.slice();
  part.slabEdges = new Uint32Array(slabStart[slabs] ?? 0);
  eachSlab((edge, slab) => {
    const at = next[slab] ?? 0;
    part.slabEdges[at] = edge;
    next[slab] = at + 1;
  });
  return part;
}

/** Even-odd rule: how many edges lie to the east. */
function holds(part: Part, lon: number, lat: number): boolean {
  const { lons, lats, slabStart, slabEdges } = part;
  const slab = slabOf(part, lat);
  const end = slabStart[slab + 1] ?? 0;
  let inside = false;
  for (let i = slabStart[slab] ?? 0; i < end; i++) {
    const a = slabEdges[i] ?? 0;
    const [y1, y2] = [lats[a] ?? 0, lats[a + 1] ?? 0];
    if (y1 <= lat === y2 <= lat) continue;
    const [low, high] = y1 < y2 ? [a, a + 1] : [a + 1, a];
    const [xl, yl, xh, yh] = [lons[low] ?? 0, lats[low] ?? 0, lons[high] ?? 0, lats[high] ?? 0];
    if ((xh - xl) * (lat - yl) - (lon - xl) * (yh - yl) > 0) inside = !inside;
  }
  return inside;
}

/** Kilometres to the nearest edge among the slabs within reach, on a plane tangent at the point: good to 1 % at 200 km. */
function kmToEdge(part: Part, lon: number, lat: number, withinKm: number): number {
  const { lons, lats, slabStart, slabEdges } = part;
  const reach = withinKm / KM_PER_DEGREE;
  const squeeze = Math.cos((lat * Math.PI) / 180);
  let best = Number.POSITIVE_INFINITY;
  const end = slabStart[slabOf(part, lat + reach) + 1] ?? 0;
  for (let i = slabStart[slabOf(part, lat - reach)] ?? 0; i < end; i++) {
    const a = slabEdges[i] ?? 0;
    const [ax, ay] = [((lons[a] ?? 0) - lon) * squeeze, (lats[a] ?? 0) - lat];
    const [bx, by] = [((lons[a + 1] ?? 0) - lon) * squeeze, (lats[a + 1] ?? 0) - lat];
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
    best = Math.min(best, Math.hypot(ax + along * dx, ay + along * dy));
  }
  return best * KM_PER_DEGREE;
}

function indexBoxes(parts: readonly Part[]): Flatbush {
  const index = new Flatbush(parts.length);
  const min = (a: number, b: number) => Math.min(a, b);
  const max = (a: number, b: number) => Math.max(a, b);
  for (const { lons, lats } of parts) index.add(lons.reduce(min), lats.reduce(min), lons.reduce(max), lats.reduce(max));
  index.finish();
  return index;
}

function partsOf(geometries: Iterable<AreaGeometry>): Part[] {
  const parts: Part[] = [];
  let shape = 0;
  for (const geometry of geometries) {
    for (const rings of polygonsOf(unwrap(geometry))) if (rings.length > 0) parts.push(makePart(shape, rings));
    shape++;
  }
  return parts;
}

/**
 * Builds the index once over shapes, numbered from 0 in their order: about 25 bytes a corner, and nothing of the
 * shapes is kept. Handles holes, islands, poles and the antimeridian.
 */
export function makePolygonIndex(geometries: Iterable<AreaGeometry>): PolygonIndex {
  const parts = partsOf(geometries);
  if (parts.length === 0) return { holding: () => [], nearest: () => null };
  const boxes = indexBoxes(parts);

  /** Unwrapped shapes may lie beyond ±180°: the same point one turn further on is looked for too. */
  const turns = (lon: number, reach: number) =>
    [lon, lon + 360, lon - 360].filter((x) => x + reach >= boxes.minX && x - reach <= boxes.maxX);

  return {
    holding(lon, lat) {
      const found = new Set<number>();
      for (const x of turns(lon, 0)) {
        for (const i of boxes.search(x, lat, x, lat)) {
          const part = parts[i];
          if (part && holds(part, x, lat)) found.add(part.shape);
        }
      }
      return [...found].sort((a, b) => a - b);
    },
    nearest(lon, lat, withinKm, accept) {
      const dLat = withinKm / KM_PER_DEGREE;
      const dLon = Math.min(180, dLat / Math.max(1e-6, Math.cos((lat * Math.PI) / 180)));
      let best: Nearest | null = null;
      for (const x of turns(lon, dLon)) {
        for (const i of boxes.search(x - dLon, lat - dLat, x + dLon, lat + dLat)) {
          const part = parts[i];
          if (!part || !accept(part.shape)) continue;
          const km = kmToEdge(part, x, lat, withinKm);
          if (km <= (best?.km ?? withinKm)) best = { shape: part.shape, km };
        }
      }
      return best;
    },
  };
}
