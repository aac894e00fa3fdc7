/** The one way out: rows as a stream of bytes in the format asked for, in constant memory. */
import { csvWriter } from './csv-writer.ts';
import { geojsonWriter, jsonlWriter } from './json-writer.ts';
import type { ByteStream, OutRows, WriteOptions } from './rows-out.ts';
import { xlsxWriter } from './xlsx-writer.ts';

export const WRITE_FORMATS = {
  csv: { writer: csvWriter, mediaType: 'text/csv; charset=utf-8', extension: 'csv' },
  xlsx: {
    writer: xlsxWriter,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  jsonl: { writer: jsonlWriter, mediaType: 'application/jsonl', extension: 'jsonl' },
  geojson: { writer: geojsonWriter, mediaType: 'application/geo+json', extension: 'geojson' },
} as const;

export type WriteFormat = keyof typeof WRITE_FORMATS;

/** For HTTP: `Readable.from(writeRows(…), { objectMode: false })` keeps the backpressure. */
export function writeRows(format: WriteFormat, rows: OutRows, options: WriteOptions): ByteStream {
  return WRITE_FORMATS[format].writer(options)(rows);
}
