/** What a person asks of their own notices. A program without a person has none. */
import type { Database } from '../database/database.ts';
import type { Page, PageQuery } from '../paging/contract.ts';
import type { Principal } from '../principal.ts';
import type { MarkRead, NoticeCount, NoticeGroup } from './contract.ts';
import { countUnread, listNotices, markRead } from './store.ts';

export const latestNotices = (db: Database, who: Principal, page: PageQuery): Promise<Page<NoticeGroup>> =>
  db.read(who, (tx) => listNotices(tx, page));

export const unreadNotices = (db: Database, who: Principal): Promise<NoticeCount> => db.read(who, countUnread);

/** Again is the same: what was read stays read since it was read first. */
export const readNotices = (db: Database, who: Principal, what: MarkRead): Promise<void> =>
  db.write(who, (tx) => markRead(tx, what));
