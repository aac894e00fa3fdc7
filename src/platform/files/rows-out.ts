/** What writers take: the same shape that readers give, with numbers as numbers. */

export type Cell = string | number | null;

export interface OutRow {
  /** By heading. A heading that is missing is written as an empty cell; only the named headings are written. */
  cells: Readonly<Record<string, Cell | undefined>>;
  /** [longitude, latitude], for GeoJSON. */
  point?: readonly [number, number] | null;
  /** A GeoJSON geometry other than a point. */
  geometry?: unknown;
}

export type OutRows = AsyncIterable<OutRow> | Iterable<OutRow>;

/** Bytes as they are made: nothing is read from the rows before the last chunk was taken. */
export type ByteStream = AsyncGenerator<Buffer, void, undefined>;

export interface WriteOptions {
  /** Columns in order. */
  headers: readonly string[];
  /** HXL hashtag by heading: a second row of headings in CSV and XLSX. */
  hxlTags?: Readonly<Record<string, string>>;
  /** Begin CSV with a byte order mark, without which Excel misreads accents. Default true. */
  bom?: boolean;
}

const CHUNK_CHARS = 64 * 1024;

/** Joins small pieces of text into chunks of UTF-8. */
export async function* toBytes(pieces: AsyncIterable<string>): ByteStream {
  let buffer: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    buffer.push(piece);
    length += piece.length;
    if (length < CHUNK_CHARS) continue;
    yield Buffer.from(buffer.join(''));
    buffer = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(buffer.join(''));
}

/** @throws RangeError for NaN and infinities, which no format has. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as a number`);
  return String(value);
}
