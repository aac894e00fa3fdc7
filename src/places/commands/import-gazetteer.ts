/** Somebody brings a list of place names: it is read as a stream and written in small steps, so nothing else waits. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { CsvError } from 'csv-parse';
import type { Database } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import type { JobContext } from '../../platform/jobs/runner.ts';
import { recordAct } from '../../platform/ledger/store.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { GazetteerFormat } from '../contract.ts';
import { GazetteerError, type GazetteerRow, type Place, readGazetteer } from '../gazetteer.ts';
import { closeGazetteer, openGazetteer, writePlaces } from '../store/gazetteers.ts';

export interface GazetteerImport {
  /** A list under a name that is there already adds to that gazetteer and corrects it. */
  name: string;
  source: string;
  licence: string | null;
  path: string;
  /** Recognised by its first line unless said. */
  format?: GazetteerFormat | undefined;
}

export interface ImportedGazetteer {
  gazetteer: string;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Why rows were refused: the first 200 sentences. */
  reasons: string[];
}

const ROWS_A_WRITE = 1000;
const REASONS_KEPT = 200;

/**
 * Imports a gazetteer. The same file again adds nothing, so one that was broken off can simply be run again. Needs
 * `places.manage`; the ledger is told when it begins and when it is complete.
 * @param report is told bytes read of bytes in all; what it throws ends the import, and what was written stays
 * @throws `unreadable_file`
 */
export async function importGazetteer(
  db: Database,
  who: Principal,
  { path, format, ...about }: GazetteerImport,
  report: JobContext['report'],
): Promise<ImportedGazetteer> {
  must(who, 'places.manage');
  const size = await sizeOf(path);
  const kind = format ?? (await recognise(path));
  const gazetteer = await db.write(who, async (tx) => {
    const id = await openGazetteer(tx, about);
    await recordAct(tx, {
      verb: 'gazetteer.import',
      room: 'places',
      record: id,
      content: { id, ...about, format: kind },
    });
    return id;
  });
  const result: ImportedGazetteer = { gazetteer, added: 0, changed: 0, unchanged: 0, refused: 0, reasons: [] };
  const input = createReadStream(path);
  try {
    for await (const places of inBatches(checked(readGazetteer(input, kind), kind), result)) {
      const { added, changed } = await db.write(who, (tx) => writePlaces(tx, gazetteer, places));
      result.added += added;
      result.changed += changed;
      result.unchanged += places.length - added - changed;
      await report(
        input.bytesRead,
        size,
        `${result.added} added, ${result.changed} changed, ${result.refused} refused`,
      );
    }
  } catch (error) {
    throw explained(error);
  } finally {
    input.destroy();
  }
  const { reasons: _reasons, ...counts } = result;
  await db.write(who, async (tx) => {
    await closeGazetteer(tx, gazetteer, result.refused);
    await recordAct(tx, { verb: 'gazetteer.imported', room: 'places', record: gazetteer, content: counts });
  });
  return result;
}

const cannotRead = (why: string, cause?: unknown) => new KingaError('unreadable_file', { why }, { cause });

async function sizeOf(path: string): Promise<number> {
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw cannotRead(`it cannot be opened (${error.code ?? 'unknown'})`, error);
  });
  return size;
}

/** A GeoNames dump has no head: its first line is a place. */
async function recognise(path: string): Promise<GazetteerFormat> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const head = buffer.toString('utf8', 0, bytesRead);
    if (head.startsWith('PK\u0003\u0004'))
      throw cannotRead('it is a ZIP archive or a workbook; unpack it, or save it as CSV, and bring the text file');
    return /^\ufeff?\d+\t([^\t\n]*\t){17}[^\t\n]*(\n|$)/.test(head) ? 'geonames' : 'csv';
  } finally {
    await file.close();
  }
}

/** A table of one's own may use an id twice; one place of the two would be lost. (GeoNames does not, and is too large to remember.) */
async function* checked(rows: AsyncIterable<GazetteerRow>, format: GazetteerFormat): AsyncGenerator<GazetteerRow> {
  const lineOf = new Map<string, number>();
  for await (const row of rows) {
    if (format === 'csv' && 'place' in row) {
      const { id } = row.place;
      const before = lineOf.get(id);
      lineOf.set(id, before ?? row.line);
      if (before !== undefined) {
        yield { line: row.line, refused: `Line ${row.line} has the id ${id}, which line ${before} has already.` };
        continue;
      }
    }
    yield row;
  }
}

/** Gathers places, and counts what is refused into `result`. */
async function* inBatches(
  rows: AsyncIterable<GazetteerRow>,
  result: ImportedGazetteer,
): AsyncGenerator<readonly Place[]> {
  let batch: Place[] = [];
  for await (const row of rows) {
    if ('place' in row) batch.push(row.place);
    else if (++result.refused <= REASONS_KEPT) result.reasons.push(row.refused);
    if (batch.length < ROWS_A_WRITE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function explained(error: unknown): unknown {
  if (error instanceof GazetteerError) return cannotRead(error.message, error);
  if (error instanceof CsvError)
    return cannotRead('its rows and columns cannot be told apart (a quotation mark without its pair?)', error);
  return error;
}
