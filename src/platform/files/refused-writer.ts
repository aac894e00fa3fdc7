/** The file of refused rows: the original columns and what was wrong, to be mended and imported again. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { csvLine } from './csv-writer.ts';
import { REFUSED_COLUMNS } from './headers.ts';
import type { Cell } from './rows-out.ts';

export interface RefusedEntry {
  row: number;
  reason: string;
  cells?: Readonly<Record<string, string>>;
  /** Written when the cells are not known. */
  raw?: string;
}

export interface RefusedFile {
  write(entry: RefusedEntry): Promise<void>;
  /** @returns the number of rows written. The file exists only if there were any. */
  close(): Promise<number>;
}

/**
 * @param headers of the original file. The columns named in `REFUSED_COLUMNS` are added; `openFile` leaves them out.
 * A mended file that is refused in part again keeps no old reasons.
 */
export function refusedWriter(path: string, headers: readonly string[]): RefusedFile {
  const own: readonly string[] = REFUSED_COLUMNS;
  const columns = headers.filter((header) => !own.includes(header));
  let stream: WriteStream | null = null;
  let written = 0;
  let failure: Error | null = null;

  function opened(): WriteStream {
    if (stream) return stream;
    // Readable by its owner alone: refused rows may name people.
    stream = createWriteStream(path, { mode: 0o600 });
    stream.on('error', (error) => {
      failure = error;
    });
    stream.write(`\ufeff${csvLine([...columns, ...own])}`);
    return stream;
  }

  return {
    async write({ row, reason, cells, raw }) {
      const known: readonly Cell[] = columns.map((column) => asCell(cells?.[column] ?? ''));
      const line = csvLine([...known, row, reason, cells ? '' : (raw ?? '')]);
      if (failure) throw failure;
      if (!opened().write(line)) await once(opened(), 'drain');
      written++;
    },
    async close() {
      if (stream) {
        stream.end();
        await finished(stream);
      }
      return written;
    },
  };
}

/** What is exactly a number is written as one, so that -4.5 stays -4.5 for the person who mends the file. */
function asCell(text: string): Cell {
  return text !== '' && String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
}
