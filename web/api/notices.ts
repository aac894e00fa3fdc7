/** What happened that is for whoever sits here. */
import { queryOptions } from '@tanstack/react-query';
import { type MarkRead, NoticeCount, NoticeList } from '../../src/platform/notices/contract.ts';
import { call, Nothing } from './client.ts';
import { pagesQuery } from './pages.ts';

const root = (mission: string) => `/missions/${mission}/notices`;
const MINUTE_MS = 60_000;

/** Named as the live line names what changed (`app/live.ts`). */
export const noticeKeys = (mission: string) => ['notices', mission] as const;

export const noticesQuery = (mission: string) =>
  pagesQuery([...noticeKeys(mission), 'list'], root(mission), NoticeList);

/** Asked again now and then: that long work has ended comes over no line. */
export const unreadQuery = (mission: string) =>
  queryOptions({
    queryKey: [...noticeKeys(mission), 'unread'],
    queryFn: ({ signal }) => call(`${root(mission)}/unread`, { signal, answer: NoticeCount }),
    refetchInterval: MINUTE_MS,
    staleTime: MINUTE_MS / 2,
  });

export const markRead = (mission: string, body: MarkRead) =>
  call(`${root(mission)}/read`, { method: 'POST', body, answer: Nothing });
