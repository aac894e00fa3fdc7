/** What is said of a text, and that it was added by mistake: each is a version. The text and its provisions' words stay. */
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { EditMandate, Mandate } from '../contract.ts';
import { oneMandate } from '../queries.ts';
import { NOW, readMandate, readOtherwiseScoped, sentBefore } from '../store/read.ts';
import { type MandateContent, sentDigest, writeVersions } from '../store/write.ts';
import { AT_ONCE, tellChanged } from './tell.ts';

/** @throws `not_found`, `version_conflict`, `state_conflict` for one that was withdrawn, `above_own_level` */
export async function editMandate(
  db: Database,
  who: Principal,
  id: string,
  about: EditMandate,
  basedOn: number,
): Promise<Mandate> {
  await step(db, who, { id, basedOn, verb: 'mandate.edit', change: about });
  while (await followScope(db, who, id));
  return oneMandate(db, who, id);
}

/** It is used for nothing from now on, and still there as it was known. */
export async function withdrawMandate(
  db: Database,
  who: Principal,
  id: string,
  { note }: { note: string },
  basedOn: number,
): Promise<Mandate> {
  await step(db, who, { id, basedOn, verb: 'mandate.withdraw', change: { note, withdrawn: true } });
  return oneMandate(db, who, id);
}

interface Step {
  id: string;
  basedOn: number;
  verb: string;
  change: Partial<MandateContent>;
}

async function step(db: Database, who: Principal, { id, basedOn, verb, change }: Step): Promise<void> {
  must(who, 'mandate.add');
  const sent = sentDigest(db.keys, who.by, { verb, basedOn, change });
  const next = { id, version: basedOn + 1 };
  const attempt = () =>
    db.write(who, async (tx) => {
      const current = await mustBeThere(tx, id);
      if ((await sentBefore(tx, 'mandate', [next], sent)).has(id)) return;
      if (current.version !== basedOn)
        throw new KingaError('version_conflict', { yours: basedOn, current: current.version });
      if (current.content.withdrawn) throw new KingaError('state_conflict', { from: 'withdrawn', to: verb });
      const content = { ...current.content, ...change };
      await tellChanged(tx, await writeVersions(tx, content, { ...next, verb, content, sent }, []), next, content);
    });
  // Of two at once one comes too late; it looks again and finds a repetition or a conflict.
  await attempt().catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)));
}

/**
 * Provisions have the scope of their mandate. What was closed is so at once, by the mandate; what was opened is so when its
 * provisions say it as well.
 * @returns whether there may be more
 */
function followScope(db: Database, who: Principal, id: string): Promise<boolean> {
  const attempt = () =>
    db.write(who, async (tx) => {
      const { content, version } = await mustBeThere(tx, id);
      const others = await readOtherwiseScoped(tx, id, AT_ONCE);
      if (others.length === 0) return false;
      const sent = sentDigest(db.keys, who.by, { verb: 'mandate.edit', id, version });
      const versions = others.map((one) => ({
        ...{ id: one.id, version: one.version + 1, verb: 'mandate.edit', content: one.content, sent },
      }));
      await tellChanged(tx, await writeVersions(tx, content, null, versions), { id, version }, content);
      return others.length === AT_ONCE;
    });
  return attempt().catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)));
}

/** @throws `not_found` */
export async function mustBeThere(tx: Tx, id: string) {
  const current = await readMandate(tx, id, NOW);
  if (!current) throw new KingaError('not_found');
  return current;
}
