/** A position typed where a place's name was asked for: degrees in any usual writing, or a grid reference. */
import { parseCoordinate } from '../platform/files/index.ts';
import { fromMgrs, toMgrs } from './mgrs.ts';

export interface Position {
  point: [lon: number, lat: number];
  /** As it was understood. */
  name: string;
}

/** Where latitude and longitude part, the clearest sign first: `;`, a comma with a space, a letter, a comma, a space. */
const PARTINGS = [/\s*[;|/]\s*/, /\s*,\s+/, /(?<=\p{L})[\s,]+/u, /\s*[,،]\s*/, /\s+/];

/** A whole grid reference, or with `near` one without its zone. */
const GRID = /^\d{1,2}\s*[C-X]\s*[A-Z]{2}[\s\d]*$/i;
const GRID_WITHOUT_ZONE = /^[A-Z]{2}\s*\d[\s\d]+$/i;

/**
 * Reads `4.37, 18.58`, `4°22'N 18°34'E`, `34N BL 123 678`; `null` for what is no position. Latitude comes first unless
 * letters say otherwise or the first number is beyond 90.
 * @param near [longitude, latitude]: lets a grid reference go without its zone
 */
export function readPosition(text: string, near?: readonly [number, number]): Position | null {
  const typed = text.trim();
  if (GRID.test(typed) || (near && GRID_WITHOUT_ZONE.test(typed))) {
    const square = fromMgrs(typed, near);
    if (typeof square === 'string') return null;
    const { lon, lat, metres } = square;
    const digits = Math.round(5 - Math.log10(metres)) as 0 | 1 | 2 | 3 | 4 | 5;
    return { point: [lon, lat], name: toMgrs(lon, lat, digits) ?? typed };
  }
  for (const parting of PARTINGS) {
    const [first, second, ...more] = typed.split(parting);
    const point = first && second && more.length === 0 ? readPair(first, second) : null;
    if (point) return { point, name: `${round(point[1])}, ${round(point[0])}` };
  }
  return null;
}

/** A metre. */
const round = (degrees: number) => Number(degrees.toFixed(5));

function readPair(first: string, second: string): [lon: number, lat: number] | null {
  const [a, b] = [parseCoordinate(first), parseCoordinate(second)];
  if (a.kind !== 'value' || b.kind !== 'value') return null;
  const [{ degrees: x, axis: xAxis }, { degrees: y, axis: yAxis }] = [a.value, b.value];
  if (xAxis !== null && xAxis === yAxis) return null;
  const lonFirst = xAxis === 'longitude' || yAxis === 'latitude' || (xAxis === null && Math.abs(x) > 90);
  const [lon, lat] = lonFirst ? [x, y] : [y, x];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}
