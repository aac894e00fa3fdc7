/** Whoever started long work is told when it has ended, well or not; who stopped it knows. */
import type { JobHandler } from '../jobs/runner.ts';
import { JobCancelled } from '../jobs/runner.ts';
import { resolveAsOf } from '../ledger/store.ts';
import { insertNotices } from './store.ts';

export const tellsItsEnd =
  (handler: JobHandler): JobHandler =>
  async (job) => {
    const tell = () =>
      job.db.write(job.who, async (tx) => {
        const { person } = job.who;
        const { seq } = await resolveAsOf(tx);
        const at = tx.clock.now().toISOString();
        if (person)
          await insertNotices(tx, [{ person, kind: 'finished', room: 'jobs', record: job.id, version: 1, seq, at }]);
      });
    try {
      const result = await handler(job);
      await tell();
      return result;
    } catch (error) {
      if (!(error instanceof JobCancelled)) await tell();
      throw error;
    }
  };
