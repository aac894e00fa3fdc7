/**
 * Boundaries came after the events: whatever has a point and no area of a set is placed now. That is a version
 * (`incident.place`), never a rewriting: until then nobody knew which area it lay in, and a paper of that time still says so.
 * A record that has areas keeps them (docs/decisions/0013).
 */
import { placer } from '../../places/index.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import type { JobContext, Jobs } from '../../platform/jobs/runner.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { Core } from '../contract.ts';
import { filled } from '../place.ts';
import { readCurrent } from '../store/read.ts';
import { withoutAreas } from '../store/without-areas.ts';
import { nextVersion, writeNext } from './next-versions.ts';

export const PLACE_JOB = 'incidents.place';
const STEP = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** After boundaries came or changed; whoever may not edit records starts nothing. */
export async function startPlacing(jobs: Pick<Jobs, 'start'>, who: Principal): Promise<void> {
  if (who.verbs.has('incident.edit')) await jobs.start(who, PLACE_JOB, {});
}

/** Places what its person sees; the rest waits for somebody who does. Safe to run twice. @returns how many were placed */
export async function placeAgain(job: Omit<JobContext, 'id' | 'params'>): Promise<{ placed: number }> {
  must(job.who, 'incident.edit');
  let [after, placed] = [FIRST, 0];
  for (;;) {
    const ids = await job.db.read(job.who, (tx) => withoutAreas(tx, after, STEP));
    const last = ids.at(-1);
    if (last === undefined) return { placed };
    after = last;
    // Of two who write one record at once the later looks again.
    placed += await placeThese(job, ids).catch((error) =>
      isUniqueViolation(error) ? placeThese(job, ids) : Promise.reject(error),
    );
    await job.report(placed, null);
  }
}

async function placeThese({ db, who }: Omit<JobContext, 'id' | 'params'>, ids: readonly string[]): Promise<number> {
  return db.write(who, async (tx) => {
    const place = await placer(tx);
    const versions = [...(await readCurrent(tx, ids)).values()].flatMap((held) => {
      const before = JSON.parse(held.body) as Core;
      const core = filled(before, place);
      // Somebody may have placed it meanwhile; what lies in no area stays as it was.
      if (core.where.adm1Code === before.where.adm1Code && core.where.adm2Code === before.where.adm2Code) return [];
      return nextVersion(tx, held, 'incident.place', core);
    });
    return writeNext(tx, versions);
  });
}
