/** Keeping, renaming, sharing and dropping views. The ledger notes what becomes everybody's, and no name or filter of it. */
import type { Database, Tx } from '../database/database.ts';
import { isUniqueViolation } from '../database/violations.ts';
import { KingaError } from '../errors.ts';
import { recordAct } from '../ledger/store.ts';
import type { Principal } from '../principal.ts';
import type { SavedView, SavedViewInput } from './contract.ts';
import { countOwn, deleteView, insertView, listViews, readView, updateView } from './store.ts';

/** More than anybody finds again. */
const MOST = 100;

export const viewsOf = (db: Database, who: Principal): Promise<SavedView[]> => db.read(who, listViews);

/**
 * The client makes the id; the same view under it again is a success.
 * @param basedOn version that the person looked at; 0 for a new one
 */
export async function keepView(
  db: Database,
  who: Principal,
  id: string,
  input: SavedViewInput,
  basedOn: number,
): Promise<SavedView> {
  if (who.person === null) throw new KingaError('forbidden', { verb: 'person' });
  const attempt = () =>
    db.write(who, async (tx) => {
      const before = await readView(tx, id);
      if (before && !before.isOwn) throw new KingaError('not_found');
      if (before && before.version === basedOn + 1 && same(before, input)) return before;
      if ((before?.version ?? 0) !== basedOn)
        throw new KingaError('version_conflict', { yours: basedOn, current: before?.version ?? 0 });
      if (before) await updateView(tx, id, input, basedOn);
      else await add(tx, id, input);
      if (input.shared !== (before?.shared ?? false)) await note(tx, id, basedOn + 1, input.shared);
      const kept = await readView(tx, id);
      if (!kept) throw new KingaError('not_found');
      return kept;
    });
  // Of two at once one comes too late: a repetition, or an id that is somebody else's.
  return attempt()
    .catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)))
    .catch((error) => Promise.reject(isUniqueViolation(error) ? new KingaError('id_conflict') : error));
}

/** Again is the same. @throws `not_found` for somebody else's */
export async function dropView(db: Database, who: Principal, id: string): Promise<void> {
  await db.write(who, async (tx) => {
    const before = await readView(tx, id);
    if (!before) return;
    if (!before.isOwn) throw new KingaError('not_found');
    await deleteView(tx, id);
    if (before.shared) await note(tx, id, before.version + 1, false);
  });
}

async function add(tx: Tx, id: string, input: SavedViewInput): Promise<void> {
  if ((await countOwn(tx)) >= MOST)
    throw new KingaError('invalid_input', { what: `there are ${MOST} views already; drop one first` });
  await insertView(tx, id, input);
}

const note = (tx: Tx, record: string, version: number, shared: boolean) =>
  recordAct(tx, {
    ...{ verb: shared ? 'view.share' : 'view.unshare', room: 'platform.saved_view' },
    ...{ record, version, content: { shared } },
  });

const same = (a: SavedViewInput, b: SavedViewInput): boolean =>
  a.name === b.name && a.page === b.page && a.address === b.address && a.shared === b.shared;
