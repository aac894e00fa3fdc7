/** Working together on a record, as it crosses the wire: comments, who takes it on, whom it may be spoken of with. */
import { z } from 'zod';
import { cursor, pageOf } from '../../platform/paging/contract.ts';

const instant = z.iso.datetime();

/** Plain text. A member of the mission is called as `@[id]`: a name may change, and two may share one. */
export const CommentText = z.string().trim().min(1).max(5000);

export const NewComment = z.object({
  /** Made by the client (random UUIDv4): sending the same words under it twice is a success. */
  id: z.uuid(),
  text: CommentText,
});

const Person = z.object({ id: z.uuid(), name: z.string() });

export const Comment = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  at: instant,
  /** `null` while it stands as it was first written. */
  changedAt: instant.nullable(),
  by: z.string(),
  byName: z.string().nullable(),
  /** `null` when it was withdrawn. */
  text: z.string().nullable(),
  /** Those whom it calls, by name. */
  mentions: z.array(Person),
});
export const CommentList = pageOf(Comment);
export const CommentsQuery = z.object({
  cursor,
  limit: z.coerce.number().int().min(1).max(200).default(100),
  asOf: z.string().max(40).optional(),
});

/** Who may be called to a record or given it. */
export const RecordPeople = z.object({
  items: z.array(
    Person.extend({
      /** Comments are as closed as the record's words: somebody may see the one and not the other. */
      readsComments: z.boolean(),
    }),
  ),
});

export const AssignmentInput = z.object({
  /** `null`: nobody any more. */
  person: z.uuid().nullable(),
  due: z.iso.date().nullable().default(null),
  done: z.boolean().default(false),
});

export const Assignment = AssignmentInput.extend({
  /** 0 while nobody was ever asked. */
  version: z.int().min(0),
  personName: z.string().nullable(),
  due: z.iso.date().nullable(),
  done: z.boolean(),
  at: instant.nullable(),
  byName: z.string().nullable(),
});

export const Following = z.object({ following: z.boolean() });

export type NewComment = z.infer<typeof NewComment>;
export type Comment = z.infer<typeof Comment>;
export type AssignmentInput = z.infer<typeof AssignmentInput>;
export type Assignment = z.infer<typeof Assignment>;
export type RecordPeople = z.infer<typeof RecordPeople>;
