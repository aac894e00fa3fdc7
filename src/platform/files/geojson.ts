/** A GeoJSON feature as a row: its properties are the cells. */
import { isObject, type Members, readMembers } from './json-object.ts';
import type { FileRow } from './types.ts';

/** @returns the row, or why there is none, as the end of a sentence. */
export function featureRow(row: number, feature: Members): FileRow | string {
  if (feature.values.type !== 'Feature') return 'is not a GeoJSON feature';
  const properties = feature.cells.properties ?? '';
  const members = readMembers(properties === '' ? '{}' : properties);
  if (typeof members === 'string') return `has properties that cannot be read: it ${members}`;
  const { cells } = members;
  if (feature.cells.id !== undefined && !Object.hasOwn(cells, 'id')) cells.id = feature.cells.id;
  const { geometry } = feature.values;
  if (geometry === null || geometry === undefined) return { row, cells };
  if (!isObject(geometry) || typeof geometry.type !== 'string') return 'has a geometry that is not GeoJSON';
  if (geometry.type !== 'Point') return { row, cells, geometry };
  const point = asPoint(geometry.coordinates);
  if (!point) return 'has a point that is not longitude (-180 to 180) and latitude (-90 to 90)';
  return { row, cells, point, geometry };
}

function asPoint(coordinates: unknown): [number, number] | null {
  if (!Array.isArray(coordinates)) return null;
  const [longitude, latitude]: unknown[] = coordinates;
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : null;
}
