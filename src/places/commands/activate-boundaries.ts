/** Another set of boundaries decides from now on which area a point lies in; what was recorded before keeps its areas. */
import type { Database } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { recordAct } from '../../platform/ledger/store.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { BoundarySet } from '../contract.ts';
import { lockSets, makeActive, readSet } from '../store/boundaries.ts';

/** Needs `places.manage`; the ledger is told, once. @throws `not_found` */
export async function activateBoundaries(db: Database, who: Principal, id: string): Promise<BoundarySet> {
  must(who, 'places.manage');
  return db.write(who, async (tx) => {
    await lockSets(tx);
    const set = await readSet(tx, { id });
    if (!set) throw new KingaError('not_found');
    if (set.active) return set;
    await makeActive(tx, id);
    await recordAct(tx, {
      verb: 'boundaries.activate',
      room: 'places',
      record: id,
      version: set.version,
      content: { id, name: set.name, version: set.version },
    });
    return { ...set, active: true };
  });
}
