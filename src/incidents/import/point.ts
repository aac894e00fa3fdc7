/** Reading a pair of coordinates. Whether they can be where the row says is for `checks.ts`. */
import { readPosition } from '../../places/index.ts';
import { parseCoordinate } from '../../platform/files/index.ts';
import { CellRefused, quoted } from './cells.ts';

const DECIMAL = /^-?\d{1,3}(?:\.\d+)?$/;

/**
 * [longitude, latitude] in degrees; `null` when both cells are empty. The latitude may come out beyond 90 (up to 180):
 * a swapped pair is told apart later, with the country at hand.
 */
export function readPoint(latitude: string, longitude: string): [number, number] | null {
  if (latitude === '' && longitude === '') return null;
  if (latitude === '' || longitude === '') {
    throw new CellRefused(
      `The row has a ${latitude === '' ? 'longitude' : 'latitude'} but no ${latitude === '' ? 'latitude' : 'longitude'}.`,
    );
  }
  const lat = degrees(latitude, 'latitude');
  const lon = degrees(longitude, 'longitude');
  // Letters name the axes: 18°33'E in the column of latitudes is a longitude all the same.
  if (lat.axis === 'longitude' && lon.axis === 'latitude') return [lat.degrees, lon.degrees];
  return [lon.degrees, lat.degrees];
}

/** A position in one cell: a pair, latitude first as people and forms write it, or a grid reference. */
export function readPointInOne(text: string): [number, number] {
  const pair = splitPair(text);
  if (pair?.every((part) => parseCoordinate(part).kind === 'value')) return readPoint(...pair) ?? refusedPosition(text);
  const position = readPosition(text);
  return position ? [...position.point] : refusedPosition(text);
}

/** Whether a cell holds a position, whatever its range. */
export function isPosition(text: string): boolean {
  const pair = splitPair(text);
  return (pair?.every((part) => parseCoordinate(part).kind === 'value') ?? false) || readPosition(text) !== null;
}

function refusedPosition(text: string): never {
  throw new CellRefused(`coordinates: ${quoted(text)} is neither a latitude and a longitude nor a grid reference.`);
}

/** What phones add behind a pair: altitude and precision in metres. */
const PHONE_POINT = /^(-?\d{1,3}\.\d+ -?\d{1,3}\.\d+) -?\d+(?:\.\d+)? \d+(?:\.\d+)?$/;

/** `4.36, 18.55` in one cell, latitude first as people and forms write it. */
function splitPair(text: string): [string, string] | null {
  const bare = text.trim().replace(/^[[(](.*)[\])]$/, '$1');
  const parts = (PHONE_POINT.exec(bare)?.[1] ?? bare)
    .split(/\s*[;|]\s*|,\s+|\s*,\s*(?=-?\d{1,3}\.)|(?<=[NSns])\s+|(?<=\d)\s+(?=-?\d)/)
    .filter((part) => part.trim() !== '');
  const [first, second] = parts;
  return parts.length === 2 && first !== undefined && second !== undefined ? [first, second] : null;
}

function degrees(text: string, column: 'latitude' | 'longitude') {
  if (DECIMAL.test(text)) {
    const value = Number(text);
    if (Math.abs(value) <= 180) return { degrees: value === 0 ? 0 : value, axis: null };
  }
  const read = parseCoordinate(text);
  if (read.kind === 'value') return read.value;
  throw new CellRefused(`${column}: ${read.kind === 'empty' ? 'empty.' : read.reason}`);
}
