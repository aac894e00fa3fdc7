/** One's own notices: by day and subject, how many wait, and that they were read. */
import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import { PageQuery } from '../paging/contract.ts';
import { MarkRead, NoticeCount, NoticeList } from './contract.ts';
import { latestNotices, readNotices, unreadNotices } from './own.ts';

const inMission = z.object({ mission: z.string() });

export const noticeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/missions/:mission/notices',
    access: 'member',
    summary: 'What happened that is for oneself, by day and subject',
    tag: 'notices',
    params: inMission,
    query: PageQuery,
    answer: NoticeList,
    handler: ({ db, who, query }) => latestNotices(db, who, query),
  }),
  route({
    method: 'GET',
    url: '/missions/:mission/notices/unread',
    access: 'member',
    summary: 'How many things wait to be looked at',
    tag: 'notices',
    params: inMission,
    answer: NoticeCount,
    handler: ({ db, who }) => unreadNotices(db, who),
  }),
  route({
    method: 'POST',
    url: '/missions/:mission/notices/read',
    access: 'member',
    summary: 'Mark as read, of one thing or all, up to a ledger line',
    tag: 'notices',
    params: inMission,
    body: MarkRead,
    answer: 'none',
    handler: ({ db, who, body }) => readNotices(db, who, body),
  }),
];
