/** Newline-delimited JSON and GeoJSON. */
import { type ByteStream, type OutRow, type OutRows, toBytes, type WriteOptions } from './rows-out.ts';

/** One object a line, every heading in it, `null` where there is no value. */
export function jsonlWriter({ headers }: WriteOptions): (rows: OutRows) => ByteStream {
  return (rows) => toBytes(jsonLines(rows, headers));
}

/** One FeatureCollection (RFC 7946: longitude and latitude, WGS 84). Rows without a place have a null geometry. */
export function geojsonWriter({ headers }: WriteOptions): (rows: OutRows) => ByteStream {
  return (rows) => toBytes(features(rows, headers));
}

async function* jsonLines(rows: OutRows, headers: readonly string[]): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(properties(row, headers))}\n`;
}

async function* features(rows: OutRows, headers: readonly string[]): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let separator = '\n';
  for await (const row of rows) {
    const feature = { type: 'Feature', geometry: geometryOf(row), properties: properties(row, headers) };
    yield `${separator}${JSON.stringify(feature)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

function geometryOf({ point, geometry }: OutRow): unknown {
  return point ? { type: 'Point', coordinates: point } : (geometry ?? null);
}

function properties({ cells }: OutRow, headers: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(headers.map((header) => [header, cells[header] ?? null]));
}
