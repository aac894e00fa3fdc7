/**
 * Gathers rows into small writes: the next rows are read while the last ones are written, and a batch grows or shrinks
 * so that the ledger is never held long and an alert never waits behind an import.
 */
import { isUniqueViolation } from '../../platform/database/violations.ts';
import type { JobContext } from '../../platform/jobs/runner.ts';
import type { ImportResult } from '../import/contract.ts';
import { holdConflict } from '../store/held.ts';
import { type BatchCounts, compareBatch, type Incoming, writeBatch } from './import-batch.ts';

/** Aimed-at time of one write, of which the ledger's lock is a part. */
const WRITE_MS = 120;
const SMALLEST = 50;
const LARGEST = 1000;

export interface BatchWriter {
  add(incoming: Incoming): Promise<void>;
  end(): Promise<void>;
  /** The first 48 bits of every id that came, for finding what did not. */
  seen: Set<number>;
}

export function batchWriter(job: JobContext, result: ImportResult): BatchWriter {
  const seen = new Set<number>();
  let batch: Incoming[] = [];
  let inBatch = new Set<string>();
  let size = 250;
  let writing: Promise<void> = Promise.resolve();

  async function write(rows: readonly Incoming[]): Promise<void> {
    const begun = performance.now();
    const counts = await once(job, result, rows);
    result.added += counts.added;
    result.changed += counts.changed;
    result.unchanged += counts.unchanged;
    const perRow = (performance.now() - begun) / rows.length;
    size = Math.max(SMALLEST, Math.min(LARGEST, Math.round(WRITE_MS / perRow), size * 2));
    await job.report(result.read, null);
  }

  async function flush(): Promise<void> {
    const rows = batch;
    batch = [];
    inBatch = new Set();
    await writing;
    if (rows.length > 0) writing = write(rows);
    // A failure is met at the next flush or at the end, not as an unhandled rejection in between.
    writing.catch(() => undefined);
  }

  return {
    seen,
    async add(incoming) {
      const { id } = incoming.input;
      // Two rows for one record: the later is compared with what the earlier one wrote.
      if (inBatch.has(id)) await flush();
      seen.add(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
      inBatch.add(id);
      batch.push(incoming);
      if (batch.length >= size) await flush();
    },
    async end() {
      await flush();
      await writing;
    },
  };
}

/**
 * Another import may write the same record at the same moment: then one of them looks again. Whoever finds nothing then
 * either has met a record that is not theirs to see.
 */
async function once(job: JobContext, result: ImportResult, rows: readonly Incoming[]): Promise<BatchCounts> {
  if (result.dryRun) return job.db.read(job.who, (tx) => compareBatch(tx, rows));
  const attempt = () => job.db.write(job.who, (tx) => writeBatch(tx, job.id, rows));
  const taken = (otherwise: () => Promise<BatchCounts>) => (error: unknown) =>
    isUniqueViolation(error) ? otherwise() : Promise.reject(error);
  return attempt()
    .catch(taken(attempt))
    .catch(taken(() => oneByOne(job, result, rows)));
}

const HELD = 'The record that this row belongs to is not for you to see; the row is held for those who do.';

async function oneByOne(job: JobContext, result: ImportResult, rows: readonly Incoming[]): Promise<BatchCounts> {
  const all: BatchCounts = { added: 0, changed: 0, unchanged: 0 };
  for (const row of rows) {
    const counts = await job.db
      .write(job.who, (tx) => writeBatch(tx, job.id, [row]))
      .catch(async (error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
        await job.db.write(job.who, (tx) => holdConflict(tx, row.input, row.sent));
        result.warnings[HELD] = (result.warnings[HELD] ?? 0) + 1;
        return { added: 0, changed: 0, unchanged: 1 };
      });
    all.added += counts.added;
    all.changed += counts.changed;
    all.unchanged += counts.unchanged;
  }
  return all;
}
