/** A person vouches for what the rules read, or says it better. Each is a version; who did it is the version's author. */
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { Provision, ReviewedMany, ReviewMany, ReviewProvision } from '../contract.ts';
import { reviewed } from '../rules/review.ts';
import { NOW, readProvisions, type StoredProvision, sentBefore, toProvision } from '../store/read.ts';
import { type NewProvision, sentDigest, writeVersions } from '../store/write.ts';
import { mustBeThere } from './change-mandate.ts';
import { tellChanged } from './tell.ts';

const VERBS = { confirm: 'mandate.confirm', correct: 'mandate.correct' } as const;

/** @throws `not_found`, `version_conflict`, `state_conflict`, `invalid_input` */
export async function reviewProvision(
  db: Database,
  who: Principal,
  { mandate, id, basedOn }: { mandate: string; id: string; basedOn: number },
  review: ReviewProvision,
): Promise<Provision> {
  must(who, 'mandate.review');
  const sent = sentDigest(db.keys, who.by, { basedOn, review });
  const next = { id, version: basedOn + 1 };
  return again(() =>
    db.write(who, async (tx) => {
      const { current, write } = await under(tx, mandate);
      const before = current.get(id);
      if (!before) throw new KingaError('not_found');
      if (!(await sentBefore(tx, 'provision', [next], sent)).has(id)) {
        if (before.version !== basedOn)
          throw new KingaError('version_conflict', { yours: basedOn, current: before.version });
        await write([{ ...next, verb: VERBS[review.act], content: reviewed(before.content, review), sent }]);
      }
      const after = (await readProvisions(tx, [mandate], NOW)).find((provision) => provision.id === id);
      if (!after) throw new KingaError('not_found');
      return toProvision(after);
    }),
  );
}

/** Confirms as read those that are still as they were on the screen; the others are left, and named. @throws `not_found` */
export async function reviewMany(
  db: Database,
  who: Principal,
  mandate: string,
  { provisions }: ReviewMany,
): Promise<ReviewedMany> {
  must(who, 'mandate.review');
  const review = { act: 'confirm', note: null } as const;
  const asked = new Map(provisions.map(({ id, version }) => [id, version]));
  return again(() =>
    db.write(who, async (tx) => {
      const { current, write } = await under(tx, mandate);
      const confirmed: string[] = [];
      const versions: NewProvision[] = [];
      for (const [id, basedOn] of asked) {
        const sent = sentDigest(db.keys, who.by, { basedOn, review });
        const next = { id, version: basedOn + 1 };
        const before = current.get(id);
        if (before?.version === basedOn && before.content.review === 'read')
          versions.push({ ...next, verb: VERBS.confirm, content: reviewed(before.content, review), sent });
        else if (!before || !(await sentBefore(tx, 'provision', [next], sent)).has(id)) continue;
        confirmed.push(id);
      }
      await write(versions);
      return { confirmed, left: [...asked.keys()].filter((id) => !confirmed.includes(id)) };
    }),
  );
}

/** Of two at once one comes too late; it looks again and finds a repetition or a conflict. */
const again = <T>(attempt: () => Promise<T>): Promise<T> =>
  attempt().catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)));

/** The provisions of a mandate as they are now, and how versions of them are written. @throws `state_conflict` when it was withdrawn */
async function under(tx: Tx, id: string) {
  const { content, version } = await mustBeThere(tx, id);
  if (content.withdrawn) throw new KingaError('state_conflict', { from: 'withdrawn', to: 'mandate.review' });
  const current = new Map<string, StoredProvision>((await readProvisions(tx, [id], NOW)).map((one) => [one.id, one]));
  const write = async (versions: readonly NewProvision[]) => {
    if (versions.length > 0)
      await tellChanged(tx, await writeVersions(tx, content, null, versions), { id, version }, content);
  };
  return { current, write };
}
