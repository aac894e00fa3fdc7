/**
 * What a database needs beside its rows once many came at once: statistics for the planner, and a visibility map, without
 * which counts and tiles cannot be answered from an index alone. Autovacuum brings both, minutes later; whoever loads in
 * bulk asks for them. Only the owner may.
 */
import { withOwner } from './server-probe.ts';

/** Rows after which a growing load has its first statistics; then each time it has grown fourfold. */
const FIRST = 1_000;
const GROWTH = 4;

/** Cleans up and counts every table. Takes seconds a million rows; nobody waits for its locks. */
export async function maintain(ownerUrl: string): Promise<void> {
  await withOwner(ownerUrl, (owner) => owner.query('vacuum (analyze)'));
}

/**
 * Statistics while a load grows. The checks of foreign keys are planned once a connection: planned when the table was
 * nearly empty, they read all of it for each row, and a load becomes quadratic, until somebody counts.
 * @returns to be told how many rows are in; counts the tables when that is due
 */
export function countAsItGrows(ownerUrl: string): (done: number) => Promise<void> {
  let due = FIRST;
  return async (done) => {
    if (done < due) return;
    while (due <= done) due *= GROWTH;
    await withOwner(ownerUrl, (owner) => owner.query('analyze'));
  };
}
