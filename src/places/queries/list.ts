/** What a mission has brought: boundaries and lists of names. Everybody in it may know. */
import type { Database } from '../../platform/database/database.ts';
import type { Principal } from '../../platform/principal.ts';
import type { BoundarySet, Gazetteer } from '../contract.ts';
import { readSets } from '../store/boundaries.ts';
import { readGazetteers } from '../store/gazetteers.ts';

export const listBoundarySets = (db: Database, who: Principal): Promise<{ items: BoundarySet[] }> =>
  db.read(who, async (tx) => ({ items: await readSets(tx) }));

export const listGazetteers = (db: Database, who: Principal): Promise<{ items: Gazetteer[] }> =>
  db.read(who, async (tx) => ({ items: await readGazetteers(tx) }));
