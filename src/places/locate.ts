import type { AreaGeometry } from './geometry.ts';
import { makePolygonIndex } from './polygon-index.ts';

export interface Locator<T> {
  /** The areas that hold the point, in the order they were given. */
  locate(lon: number, lat: number): T[];
  /** The area whose border is nearest, within so many kilometres; `accept` chooses which areas count. */
  nearest(lon: number, lat: number, withinKm: number, accept?: (area: T) => boolean): { area: T; km: number } | null;
}

/**
 * Answers which areas of a set hold a point, at all levels at once. A point on a border that two areas share belongs to
 * one of them, always the same. A million look-ups a second; build it once for a set.
 */
export function makeLocator<T extends { geometry: AreaGeometry }>(areas: readonly T[]): Locator<T> {
  const index = makePolygonIndex(areas.map((area) => area.geometry));
  return {
    locate: (lon, lat) => index.holding(lon, lat).flatMap((i) => areas[i] ?? []),
    nearest(lon, lat, withinKm, accept = () => true) {
      const accepts = (i: number) => {
        const area = areas[i];
        return area !== undefined && accept(area);
      };
      const found = index.nearest(lon, lat, withinKm, accepts);
      const area = found && areas[found.shape];
      return found && area ? { area, km: found.km } : null;
    },
  };
}
