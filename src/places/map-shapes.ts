/** Areas made light enough to draw. */
import type { FeatureCollection, Position } from 'geojson';
import type { Area } from './area.ts';
import { type AreaGeometry, latOf, lonOf, polygonsOf } from './geometry.ts';

const PIXELS_PER_TILE = 512;

/** Half a pixel of the web's map at this zoom, in degrees: nobody sees less. */
const halfPixel = (zoom: number) => 180 / (PIXELS_PER_TILE * 2 ** zoom);

/** A line on the grid, without corners that repeat or lie on a straight stretch. */
function snapLine(line: readonly Position[], step: number): Position[] {
  const snapped: [number, number][] = [];
  for (const p of line) {
    const next: [number, number] = [Math.round(lonOf(p) / step), Math.round(latOf(p) / step)];
    const [a, b] = snapped.slice(-2);
    const last = snapped.at(-1);
    if (last && last[0] === next[0] && last[1] === next[1]) continue;
    const straight = a && b && (b[0] - a[0]) * (next[1] - b[1]) === (b[1] - a[1]) * (next[0] - b[0]);
    const onward = a && b && (b[0] - a[0]) * (next[0] - b[0]) + (b[1] - a[1]) * (next[1] - b[1]) > 0;
    if (straight && onward) snapped.pop();
    snapped.push(next);
  }
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
  const round = (n: number) => Number((n * step).toFixed(decimals));
  return snapped.map(([x, y]) => [round(x), round(y)]);
}

/** Lines on a grid of half a pixel at the zoom; what shrinks to a point goes. */
export function simplifyLines(lines: readonly Position[][], zoom: number): Position[][] {
  return lines.map((line) => snapLine(line, halfPixel(zoom))).filter((line) => line.length >= 2);
}

const enclosed = (ring: readonly Position[]) =>
  Math.abs(
    ring.reduce((sum, p, i) => sum + lonOf(p) * latOf(ring[i + 1] ?? p) - lonOf(ring[i + 1] ?? p) * latOf(p), 0),
  );

/**
 * A shape drawn on a grid of half a pixel at the zoom. Neighbours put a shared border on the same grid corners, so no
 * gaps open between them. Islands and holes below a pixel go; a shape that is one altogether keeps its largest ring.
 */
export function simplifyGeometry(geometry: AreaGeometry, zoom: number): AreaGeometry {
  const step = halfPixel(zoom);
  const polygons = polygonsOf(geometry).flatMap((rings) => {
    const [outer = [], ...holes] = rings.map((ring) => snapLine(ring, step));
    return outer.length < 4 ? [] : [[outer, ...holes.filter((hole) => hole.length >= 4)]];
  });
  if (polygons.length > 0) return { type: 'MultiPolygon', coordinates: polygons };
  const outers = polygonsOf(geometry).flatMap((rings) => (rings[0] ? [rings[0]] : []));
  const largest = outers.reduce((best, ring) => (enclosed(ring) > enclosed(best) ? ring : best));
  return { type: 'Polygon', coordinates: [largest] };
}

/** Areas as the map wants them: GeoJSON simplified for a zoom (8: a province fills the screen), ids by code. */
export function simplifyForMap(areas: readonly Area[], zoom = 8): FeatureCollection<AreaGeometry> {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ code, name, names, level, parentCode, geometry }) => ({
      type: 'Feature',
      id: code,
      properties: { code, name, names, level, parentCode },
      geometry: simplifyGeometry(geometry, zoom),
    })),
  };
}
