/** What a mission has brought: boundaries and lists of names. Everybody in it may know. */
import type { Database } from '../../platform/database/database.ts';
import type { Page, PageQuery } from '../../platform/paging/contract.ts';
import type { Principal } from '../../platform/principal.ts';
import type { BoundarySet, Gazetteer } from '../contract.ts';
import { pageOfSets } from '../store/boundaries.ts';
import { pageOfGazetteers } from '../store/gazetteers.ts';

export const listBoundarySets = (db: Database, who: Principal, page: PageQuery): Promise<Page<BoundarySet>> =>
  db.read(who, (tx) => pageOfSets(tx, page));

export const listGazetteers = (db: Database, who: Principal, page: PageQuery): Promise<Page<Gazetteer>> =>
  db.read(who, (tx) => pageOfGazetteers(tx, page));
