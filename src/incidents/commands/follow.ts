/** Somebody wants to hear of a record, or no longer. One follows only what one sees; one may leave what one sees no more. */
import type { Database } from '../../platform/database/database.ts';
import { must, type Principal } from '../../platform/principal.ts';
import { setFollowed } from '../store/follows.ts';
import { recordScope } from '../together/people.ts';

/** @throws `not_found` */
export async function follow(
  db: Database,
  who: Principal,
  record: string,
  following: boolean,
): Promise<{ following: boolean }> {
  must(who, 'incident.comment');
  await db.write(who, async (tx) => {
    if (following) await recordScope(tx, record);
    await setFollowed(tx, record, following);
  });
  return { following };
}
