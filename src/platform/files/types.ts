/** What the one door for files takes and gives. Every format comes out in the same shape. */

export type FileFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'geojson';

/** A row that was read whole. */
export interface FileRow {
  refused?: never;
  /**
   * 1-based, as a person would count: the line of the spreadsheet (headings included) for tables, the line for
   * newline-delimited JSON, the position in the list for JSON, the feature for GeoJSON.
   */
  row: number;
  /** Exact text by heading. A heading that is missing here had no value. */
  cells: Record<string, string>;
  /** [longitude, latitude], WGS 84 degrees, of a GeoJSON Point. */
  point?: [number, number];
  /** The GeoJSON geometry, when there is one. */
  geometry?: unknown;
}

/** A row that was not read, and why: it goes back to a person, never away. */
export interface RefusedRow {
  refused: true;
  row: number;
  /** A sentence for a person. */
  reason: string;
  /** The row as it stands in the file, as far as it could be read (at most `maxRowChars`). */
  raw: string;
  /** Its cells, where they could be told apart. */
  cells?: Record<string, string>;
}

export interface OpenedFile {
  format: FileFormat;
  /** WHATWG name of the text encoding, e.g. `utf-8`. */
  encoding: string;
  delimiter?: string;
  /** In file order, each different. For JSON those of the first 100 records: later records may bring more. */
  headers: string[];
  /** HXL hashtag by heading, when the file has a row of them (it is not among the rows). */
  hxlTags?: Record<string, string>;
  /** Of a workbook: the sheet that is read, and all that are visible. */
  sheet?: string;
  sheets?: string[];
  /** Sentences about what was recognised. Some are added while rows are read: complete when `rows()` has ended. */
  notes: string[];
  /** Reads from the beginning each time it is called, in constant memory. */
  rows(): AsyncIterable<FileRow | RefusedRow>;
}

export interface OpenOptions {
  /** Skips recognition. */
  format?: FileFormat;
  /** The sheet of a workbook, by name. The first one with a table if absent. */
  sheet?: string;
  /** WHATWG name; skips recognition. */
  encoding?: string;
  delimiter?: string;
  /** A longer cell refuses its row. Default 100,000 characters. */
  maxCellChars?: number;
  /** A longer row (JSON record, feature) is refused. Default 4,000,000 characters. */
  maxRowChars?: number;
  /** Unpacked size beyond which a file is refused. Default 4 GB for text, 300 MB for a workbook. */
  maxBytes?: number;
}

/** The limits that every reader is given. */
export interface Limits {
  maxCellChars: number;
  maxRowChars: number;
}

/** The whole file cannot be read. The message is a sentence for a person, without content of the file. */
export class FileRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FileRefused';
  }
}
