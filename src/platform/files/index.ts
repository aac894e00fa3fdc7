/** Files in and files out, and reading what people write in cells. Rooms import from here only. */
export { type Axis, type CoordinateRead, parseCoordinate } from './coordinates.ts';
export { csvWriter } from './csv-writer.ts';
export { type DateOrder, type DateRead, guessDateOrder, parseDate } from './dates.ts';
export { escapeCell, unescapeCell } from './escape.ts';
export { REFUSED_COLUMNS } from './headers.ts';
export { geojsonWriter, jsonlWriter } from './json-writer.ts';
export { guessDecimalComma, type NumberOptions, parseNumber } from './numbers.ts';
export { openFile } from './open.ts';
export type { Parsed } from './parsed.ts';
export { type RefusedEntry, type RefusedFile, refusedWriter } from './refused-writer.ts';
export type { ByteStream, Cell, OutRow, OutRows, WriteOptions } from './rows-out.ts';
export {
  type FileFormat,
  FileRefused,
  type FileRow,
  type OpenedFile,
  type OpenOptions,
  type RefusedRow,
} from './types.ts';
export { WRITE_FORMATS, type WriteFormat, writeRows } from './write.ts';
export { sheetNames } from './xlsx.ts';
export { xlsxWriter } from './xlsx-writer.ts';
