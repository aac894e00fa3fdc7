/**
 * The island is drawn on a flat sheet in kilometres around 26° W 16° S, in an empty part of the South Atlantic;
 * only what leaves this folder is in degrees. At this size the sheet is off by less than 1 %.
 */
export type Point = readonly [number, number];

const CENTRE: Point = [-26, -16];
const KM_PER_LATITUDE = 110.6;
const KM_PER_LONGITUDE = 107.0;

const round5 = (x: number) => Math.round(x * 1e5) / 1e5;

/** [km east, km north] → [longitude, latitude], to five decimals (1 m). */
export const toLonLat = (x: number, y: number): [number, number] => [
  round5(CENTRE[0] + x / KM_PER_LONGITUDE),
  round5(CENTRE[1] + y / KM_PER_LATITUDE),
];

/** [longitude, latitude] → [km east, km north]. */
export const toPlane = (lon: number, lat: number): [number, number] => [
  (lon - CENTRE[0]) * KM_PER_LONGITUDE,
  (lat - CENTRE[1]) * KM_PER_LATITUDE,
];

/** Kilometres from a point to a segment. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}
