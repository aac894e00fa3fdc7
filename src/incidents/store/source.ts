/** Where lists, sums, time bar and map are answered from: the database, or the columns in memory. One question for both. */
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { IncidentFilter } from '../contract.ts';
import { type Line, matching } from './filter.ts';

export interface Source {
  /** Answers a question over `incidents.core c`, in words that PostgreSQL and DuckDB read alike. */
  ask<R>(question: RawBuilder<R>): Promise<R[]>;
  /** Of the rows `c`: what the filter asks for, known at the line, and seen by whoever asks. */
  readonly matching: RawBuilder<boolean>;
  /** The same from the transaction's own snapshot, for what memory, which is never older, may tell too new. */
  readonly database: Source;
}

export function fromDatabase(tx: Tx, filter: IncidentFilter, line: Line): Source {
  const source: Source = {
    ask: async (question) => (await question.execute(tx.db)).rows,
    matching: matching(tx, filter, line),
    get database() {
      return source;
    },
  };
  return source;
}
