/** Questions about long work. Row-level security says which runs the asker sees: their own, and others' at their view. */
import type { Database } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import type { Page, PageQuery } from '../paging/contract.ts';
import { must, type Principal } from '../principal.ts';
import type { JobRun } from './contract.ts';
import type { Jobs } from './runner.ts';
import { listRuns, readRun, startedBy } from './store.ts';

export const latestRuns = (db: Database, who: Principal, page: PageQuery): Promise<Page<JobRun>> =>
  db.read(who, (tx) => listRuns(tx, page));

/** @throws `not_found` */
export async function oneRun(db: Database, who: Principal, id: string): Promise<JobRun> {
  const run = await db.read(who, (tx) => readRun(tx, id));
  if (!run) throw new KingaError('not_found');
  return run;
}

/** One's own run may be stopped by oneself; another's needs `jobs.cancel`. */
export async function cancelRun(jobs: Jobs, db: Database, who: Principal, id: string): Promise<void> {
  await oneRun(db, who, id);
  if ((await db.read(who, (tx) => startedBy(tx, id))) !== who.person) must(who, 'jobs.cancel');
  await jobs.cancel(who, id);
}
