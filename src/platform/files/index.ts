/** Files in and files out, and reading what people write in cells. Rooms import from here only. */
export { firstBytes, isGzip, readBytes } from './bytes.ts';
export { parseCoordinate } from './coordinates.ts';

export { guessDateOrder, parseDate } from './dates.ts';
export { findEncoding } from './encoding.ts';
export { undoDoubleEncoding } from './mojibake.ts';

export { guessDecimalComma, parseNumber } from './numbers.ts';
export { openFile } from './open.ts';

export { type RefusedFile, refusedWriter } from './refused-writer.ts';
export type { ByteStream, Cell, OutRow } from './rows-out.ts';
export {
  FileRefused,
  type FileRow,
  type OpenedFile,
  type OpenOptions,
  type RefusedRow,
} from './types.ts';
export { WRITE_FORMATS, type WriteFormat, writeRows } from './write.ts';
export { parseXml, type XmlHandler } from './xml.ts';
export { Archive } from './zip.ts';
