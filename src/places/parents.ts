import type { Area } from './area.ts';
import { type AreaGeometry, latOf, lonOf, polygonsOf } from './geometry.ts';
import { makeLocator } from './locate.ts';

/**
 * A point inside a shape: halfway along the longest stretch that the middle latitude cuts out of it. Unlike the
 * centroid, it lies within crescents too.
 */
export function pointInside(geometry: AreaGeometry): [lon: number, lat: number] {
  const points = polygonsOf(geometry).flatMap((rings) => rings[0] ?? []);
  const lats = [...new Set(points.map(latOf))].sort((a, b) => a - b);
  // Between two corners' latitudes, so that the line meets no corner.
  const middle = Math.floor((lats.length - 1) / 2);
  const lat = ((lats[middle] ?? 0) + (lats[middle + 1] ?? lats[middle] ?? 0)) / 2;
  const crossings = polygonsOf(geometry)
    .flat()
    .flatMap((ring) =>
      ring.slice(1).flatMap((b, i) => {
        const a = ring[i];
        if (latOf(a) <= lat === latOf(b) <= lat) return [];
        return [lonOf(a) + ((lat - latOf(a)) / (latOf(b) - latOf(a))) * (lonOf(b) - lonOf(a))];
      }),
    )
    .sort((a, b) => a - b);
  let best: [number, number] = [lonOf(points[0]), lonOf(points[0])];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = 0, to = 0] = crossings.slice(i, i + 2);
    if (to - from > best[1] - best[0]) best = [from, to];
  }
  return [(best[0] + best[1]) / 2, lat];
}

/**
 * Ties each area to the one above it, from the country down: the parent that its file names, otherwise the deepest that
 * holds a point of it, otherwise the one with the longest code that begins its own; `null` where the set has none.
 */
export function assignParents(areas: readonly Area[]): Area[] {
  const known = new Map(areas.map((area) => [area.code, area]));
  const locator = makeLocator(areas);
  const parentOf = (area: Area): string | null => {
    const named = area.parentCode === null ? undefined : known.get(area.parentCode);
    if (named && named.level < area.level) return named.code;
    const [lon, lat] = pointInside(area.geometry);
    const around = locator.locate(lon, lat).filter((other) => other.level < area.level);
    const holder = around.sort((a, b) => b.level - a.level)[0];
    if (holder) return holder.code;
    // A set whose levels were drawn by different hands: no shape holds it, but P-codes grow from their parents'.
    for (let length = area.code.length - 1; length > 0; length--) {
      const prefix = known.get(area.code.slice(0, length));
      if (prefix && prefix.level < area.level) return prefix.code;
    }
    return area.parentCode;
  };
  return areas.map((area) => ({ ...area, parentCode: parentOf(area) })).sort((a, b) => a.level - b.level);
}
