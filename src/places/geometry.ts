/** Polygons on the globe: checking what a file brings, and undoing the cut at the antimeridian. */
import type { MultiPolygon, Polygon, Position } from 'geojson';

export type AreaGeometry = Polygon | MultiPolygon;
/** west, south, east, north in degrees; west > east crosses the antimeridian. */
export type Bbox = [number, number, number, number];

export function polygonsOf(geometry: AreaGeometry): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

export const lonOf = (p: Position | undefined) => p?.[0] ?? Number.NaN;
export const latOf = (p: Position | undefined) => p?.[1] ?? Number.NaN;

/** Rings with consecutive longitudes less than half the globe apart, so that a ring over 180° goes on to 181°. */
function unwrapRing(ring: Position[]): Position[] {
  let turn = 0;
  const unwrapped = ring.map((p, i) => {
    const step = i === 0 ? 0 : lonOf(p) - lonOf(ring[i - 1]);
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return turn === 0 ? p : [lonOf(p) + turn, latOf(p)];
  });
  if (turn === 0) return unwrapped;
  // It went round the globe: it holds a pole, and is closed along it.
  const [first, last] = [unwrapped[0], unwrapped.at(-1)];
  const pole = ring.reduce((sum, p) => sum + latOf(p), 0) < 0 ? -90 : 90;
  return [...unwrapped, [lonOf(last), pole], [lonOf(first), pole], [lonOf(first), latOf(first)]];
}

function unwrapPolygon(rings: Position[][]): Position[][] {
  const [outer, ...holes] = rings.map(unwrapRing);
  if (!outer) return [];
  const { west, east } = span(outer);
  const shifted = holes.map((hole) => {
    const at = span(hole);
    const shift = at.east < west ? 360 : at.west > east ? -360 : 0;
    return shift === 0 ? hole : hole.map((p) => [lonOf(p) + shift, latOf(p)]);
  });
  return [outer, ...shifted];
}

/** The same shape without jumps over the antimeridian: longitudes may then lie beyond ±180°. Doing it twice is harmless. */
export function unwrap(geometry: AreaGeometry): AreaGeometry {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: unwrapPolygon(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(unwrapPolygon) };
}

function span(ring: readonly Position[]): { west: number; east: number } {
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const p of ring) {
    west = Math.min(west, lonOf(p));
    east = Math.max(east, lonOf(p));
  }
  return { west, east };
}

/** A longitude of an unwrapped shape, back between -180 and 180. */
export const wrapLon = (lon: number) => (lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon);

/** The smallest box around an unwrapped shape; islands on both sides of the antimeridian do not make it span the globe. */
export function bboxOf(geometry: AreaGeometry): Bbox {
  const outers = polygonsOf(geometry).flatMap(([outer]) => (outer ? [outer] : []));
  let [south, north] = [90, -90];
  for (const p of outers.flat()) {
    south = Math.min(south, latOf(p));
    north = Math.max(north, latOf(p));
  }
  const spans = outers.map(span).sort((a, b) => a.west - b.west);
  const [firstSpan] = spans;
  if (!firstSpan) return [0, 0, 0, 0];
  let reach = firstSpan.east;
  const gaps: { from: number; to: number }[] = [];
  for (const s of spans) {
    if (s.west > reach) gaps.push({ from: reach, to: s.west });
    reach = Math.max(reach, s.east);
  }
  const outside = { from: reach, to: firstSpan.west + 360 };
  const widest = gaps.reduce((best, gap) => (gap.to - gap.from > best.to - best.from ? gap : best), outside);
  if (widest.to <= widest.from) return [-180, south, 180, north];
  return [wrapLon(widest.to === outside.to ? firstSpan.west : widest.to), south, wrapLon(widest.from), north];
}

function checkRing(ring: unknown): Position[] | string {
  if (!Array.isArray(ring)) return 'has a ring that is no list of points';
  const points: Position[] = [];
  for (const p of ring) {
    const [lon, lat] = Array.isArray(p) ? p : [];
    if (typeof lon !== 'number' || typeof lat !== 'number') return 'has a point that is not two numbers';
    if (Math.abs(lon) > 360 || Math.abs(lat) > 90)
      return `has a point at ${lon}, ${lat}, which is not longitude and latitude in degrees (is the file projected?)`;
    points.push([lon, lat]);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) points.push(first);
  return points.length < 4 ? 'has a ring of fewer than three corners' : points;
}

function checkPolygon(rings: unknown): Position[][] | string {
  if (!Array.isArray(rings) || rings.length === 0) return 'has an empty polygon';
  const checked: Position[][] = [];
  for (const ring of rings) {
    const result = checkRing(ring);
    if (typeof result === 'string') return result;
    checked.push(result);
  }
  return checked;
}

/** A polygon or multipolygon out of anything, closed, two-dimensional and unwrapped; or what is wrong, in words. */
export function checkGeometry(input: unknown): AreaGeometry | string {
  const shape = input as { type?: unknown; coordinates?: unknown } | null | undefined;
  if (shape === null || shape === undefined || typeof shape !== 'object') return 'has no shape';
  if (shape.type === 'Polygon') {
    const rings = checkPolygon(shape.coordinates);
    return typeof rings === 'string' ? rings : unwrap({ type: 'Polygon', coordinates: rings });
  }
  if (shape.type !== 'MultiPolygon') return `is a ${String(shape.type)}, where an area needs a Polygon or MultiPolygon`;
  if (!Array.isArray(shape.coordinates) || shape.coordinates.length === 0) return 'has an empty shape';
  const polygons: Position[][][] = [];
  for (const part of shape.coordinates) {
    const rings = checkPolygon(part);
    if (typeof rings === 'string') return rings;
    polygons.push(rings);
  }
  return unwrap({ type: 'MultiPolygon', coordinates: polygons });
}
