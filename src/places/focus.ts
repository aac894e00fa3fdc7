/** Which countries a mission works in: the basemap draws them in detail. */
import type { Bbox } from './geometry.ts';

/** Countries of the points of a grid this fine, over the mission's frame. */
const SIDE = 9;
/** A country with less of the frame than this part of the foremost one's is a neighbour; those come along by themselves. */
const LEAST_PART = 0.5;

/**
 * The countries (ISO3, in order) that a frame is mostly about.
 * @param countryAt the country of a point, or `null` in the sea
 */
export function countriesInFrame(
  [west, south, east, north]: Bbox,
  countryAt: (lon: number, lat: number) => string | null,
): string[] {
  const width = east >= west ? east - west : east + 360 - west;
  const at = (from: number, length: number, i: number) => from + (length * (i + 0.5)) / SIDE;
  const counts = new Map<string, number>();
  for (let i = 0; i < SIDE * SIDE; i++) {
    const lon = at(west, width, i % SIDE);
    const country = countryAt(lon > 180 ? lon - 360 : lon, at(south, north - south, Math.floor(i / SIDE)));
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].flatMap(([country, n]) => (n >= LEAST_PART * most ? [country] : [])).sort();
}
