/**
 * Takes an import back, as versions: what it added is marked as withdrawn, what it changed says again what it said
 * before. Nothing is deleted, and what was known meanwhile stays known then. Records that somebody worked on since are
 * left to them, and counted.
 */
import { z } from 'zod';
import type { Database, Tx } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { oneRun } from '../../platform/jobs/queries.ts';
import type { JobContext } from '../../platform/jobs/runner.ts';
import { recordAct } from '../../platform/ledger/store.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { Core } from '../contract.ts';
import type { WithdrawalResult } from '../import/contract.ts';
import type { PreparedVersion } from '../prepare.ts';
import { TAKE_BACK, WITHDRAWN } from '../rules.ts';
import { versionsOfRun, type WrittenVersion, wroteAnything } from '../store/import-writes.ts';
import { type Current, readCurrent, readIncident } from '../store/read.ts';
import { nextVersion, writeNext } from './next-versions.ts';

/** Records a write: the ledger is never held long. */
const STEP = 250;
const WithdrawalParams = z.object({ run: z.uuid() });

/** @throws `not_found` for what is no import that the asker sees, and for one that wrote nothing */
export async function mayBeWithdrawn(db: Database, who: Principal, run: string): Promise<void> {
  must(who, 'import.run');
  const { kind } = await oneRun(db, who, run);
  if (kind !== 'incidents.import' || !(await db.read(who, (tx) => wroteAnything(tx, run))))
    throw new KingaError('not_found');
}

/** The job `incidents.withdraw_import`. Run twice it finds nothing more to do. */
export async function withdrawImport(job: JobContext): Promise<WithdrawalResult> {
  must(job.who, 'import.run');
  const { run } = WithdrawalParams.parse(job.params);
  if (!(await job.db.read(job.who, (tx) => wroteAnything(tx, run)))) throw new KingaError('not_found');
  const result: WithdrawalResult = { run, withdrawn: 0, restored: 0, kept: 0 };
  for (let after = 0; ; ) {
    const page = await job.db.read(job.who, (tx) => versionsOfRun(tx, run, after, STEP));
    const last = page.at(-1);
    if (!last) break;
    after = last.seq;
    const step = await job.db.write(job.who, (tx) => takeBack(tx, page));
    result.withdrawn += step.withdrawn;
    result.restored += step.restored;
    result.kept += step.kept;
    await job.report(result.withdrawn + result.restored + result.kept, null);
  }
  await job.db.write(job.who, (tx) =>
    recordAct(tx, { verb: 'incidents.withdraw_import', room: 'incidents.import', record: run, content: { ...result } }),
  );
  return result;
}

async function takeBack(tx: Tx, page: readonly WrittenVersion[]) {
  const current = await readCurrent(
    tx,
    page.map(({ id }) => id),
  );
  const step = { withdrawn: 0, restored: 0, kept: 0 };
  const versions: PreparedVersion[] = [];
  for (const written of page) {
    const held = current.get(written.id);
    // Out of sight since, or taken back already.
    if (!held || held.verb === TAKE_BACK) continue;
    if (held.version !== written.version) {
      step.kept += 1;
      continue;
    }
    const before = written.version === 1 ? null : await readIncident(tx, written.id, written.seq - 1);
    if (written.version > 1 && !before) {
      step.kept += 1;
      continue;
    }
    // Levels and components stay as closed as they are now.
    versions.push(before ? nextVersion(tx, held, TAKE_BACK, before.core, before.account ?? null) : withdrawn(tx, held));
    step[before ? 'restored' : 'withdrawn'] += 1;
  }
  await writeNext(tx, versions);
  return step;
}

const withdrawn = (tx: Tx, held: Current): PreparedVersion => {
  const core = JSON.parse(held.body) as Core;
  return nextVersion(tx, held, TAKE_BACK, {
    ...core,
    tags: [...core.tags.filter((tag) => tag !== WITHDRAWN), WITHDRAWN],
  });
};
