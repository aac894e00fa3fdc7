/**
 * A data set came whole, and some of its records are not in it any more: the source withdrew them. That is a version
 * (tag `withdrawn-by-source`), never a deletion: what was known then stays known then.
 */
import { sql } from '../../platform/database/database.ts';
import type { JobContext } from '../../platform/jobs/runner.ts';
import { missionOf } from '../../platform/principal.ts';
import type { Core } from '../contract.ts';
import { WITHDRAWN } from '../rules.ts';
import { readCurrent } from '../store/read.ts';
import { nextVersion, writeNext } from './next-versions.ts';

const STEP = 500;

/** @param seen 48-bit beginnings of the ids that came; @param before records known since later than this are not judged */
export async function withdrawMissing(
  job: JobContext,
  dataset: string,
  seen: ReadonlySet<number>,
  before: Date,
): Promise<number> {
  const { db, who } = job;
  let after = '00000000-0000-0000-0000-000000000000';
  let withdrawn = 0;
  for (;;) {
    const ids = await db.read(who, async (tx) => {
      const { rows } = await sql<{ id: string; tags: string[] }>`
        select id, tags from incidents.core where mission = ${missionOf(who).id} and dataset = ${dataset} and known_to = 9223372036854775807
          and known_at < ${before} and id > ${after} order by id limit ${STEP}`.execute(tx.db);
      return rows;
    });
    const last = ids.at(-1);
    if (!last) return withdrawn;
    after = last.id;
    const missing = ids.filter(
      ({ id, tags }) => !tags.includes(WITHDRAWN) && !seen.has(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)),
    );
    if (missing.length > 0)
      withdrawn += await withdraw(
        job,
        missing.map(({ id }) => id),
      );
    await job.report(withdrawn, null);
  }
}

async function withdraw({ db, who }: JobContext, ids: readonly string[]): Promise<number> {
  return db.write(who, async (tx) => {
    const current = await readCurrent(tx, ids);
    const versions = [...current.values()].map((held) => {
      const core = JSON.parse(held.body) as Core;
      return nextVersion(tx, held, 'incident.withdraw', { ...core, tags: [...core.tags, WITHDRAWN] });
    });
    return writeNext(tx, versions);
  });
}
