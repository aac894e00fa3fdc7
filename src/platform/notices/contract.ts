/** What happened that is for one person: references, never content. The page asks for what they speak of. */
import { z } from 'zod';
import { pageOf } from '../paging/contract.ts';

/** `mentioned` and `assigned` need their person; of the others they only want to know. */
export const NOTICE_KINDS = [
  'mentioned',
  'assigned',
  'commented',
  'changed',
  'status',
  'finished',
  'sent',
  'prepared',
] as const;
export const NEEDS: readonly NoticeKind[] = ['mentioned', 'assigned'];

/** What a notice speaks of. Comments are told of by the record that they belong to. */
export const NOTICE_ROOMS = ['incidents', 'comments', 'jobs', 'briefs'] as const;

/** All that happened to one thing on one day, as one line. */
export const NoticeGroup = z.object({
  /** In the mission's time zone. */
  day: z.iso.date(),
  /** `incidents` for a record and what was said of it. */
  subject: z.object({ room: z.enum(['incidents', 'jobs', 'briefs']), id: z.uuid() }),
  /** How often what happened. */
  kinds: z.partialRecord(z.enum(NOTICE_KINDS), z.int()),
  /** Who did it, each once, the last one first; the house's own work has no name. */
  by: z.array(z.string()),
  at: z.iso.datetime(),
  /** The last ledger line of it: what was read is read until there. */
  seq: z.int(),
  unread: z.int(),
});
export const NoticeList = pageOf(NoticeGroup);

export const NoticeCount = z.object({
  /** Things that one has not looked at since something happened to them. */
  unread: z.int(),
  /** Of these, those that need one. */
  needs: z.int(),
});

export const MarkRead = z.object({
  /** Absent: all. */
  subject: NoticeGroup.shape.subject.optional(),
  /** What happened later stays unread. */
  upTo: z.int().min(0),
});

export type NoticeKind = (typeof NOTICE_KINDS)[number];
export type NoticeRoom = (typeof NOTICE_ROOMS)[number];
export type NoticeGroup = z.infer<typeof NoticeGroup>;
export type NoticeCount = z.infer<typeof NoticeCount>;
export type MarkRead = z.infer<typeof MarkRead>;
