/** What people do around a record: speak of it, take it on, follow it. */
import { z } from 'zod';
import { basedOn } from '../../platform/http/based-on.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { assign } from '../commands/assign.ts';
import { changeComment, writeComment } from '../commands/comment.ts';
import { follow } from '../commands/follow.ts';
import {
  Assignment,
  AssignmentInput,
  Comment,
  CommentList,
  CommentsQuery,
  CommentText,
  Following,
  NewComment,
  RecordPeople,
} from './contract.ts';
import { assignmentOf, commentsOf, followingOf, peopleWhoSee } from './queries.ts';

const tag = 'incidents';
const COMMENT = 'incident.comment';
const url = '/missions/:mission/incidents/:id';
const oneRecord = z.object({ mission: z.string(), id: z.uuid() });
const oneComment = oneRecord.extend({ comment: z.uuid() });

export const togetherRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: `${url}/comments`,
    access: 'incident.read',
    summary: 'What people say of a record, oldest first',
    tag,
    params: oneRecord,
    query: CommentsQuery,
    answer: CommentList,
    handler: ({ db, who, params, query }) => commentsOf(db, who, params.id, query),
  }),
  route({
    method: 'POST',
    url: `${url}/comments`,
    access: COMMENT,
    summary: 'Say something of a record; the same words under the same id again are a success',
    tag,
    params: oneRecord,
    body: NewComment,
    answer: Comment,
    status: 201,
    handler: ({ db, who, params, body }) => writeComment(db, who, params.id, body),
  }),
  route({
    method: 'PUT',
    url: `${url}/comments/:comment`,
    access: COMMENT,
    summary: 'Mend one’s own words, based on the version in If-Match',
    tag,
    params: oneComment,
    body: z.object({ text: CommentText }),
    answer: Comment,
    handler: ({ db, who, params, body, request }) =>
      changeComment(db, who, params.id, {
        ...{ id: params.comment, text: body.text },
        basedOn: basedOn(request.headers['if-match']),
      }),
  }),
  route({
    method: 'DELETE',
    url: `${url}/comments/:comment`,
    access: COMMENT,
    summary: 'Take a comment back; that there was one stays',
    tag,
    params: oneComment,
    answer: Comment,
    handler: ({ db, who, params, request }) =>
      changeComment(db, who, params.id, {
        ...{ id: params.comment, text: null },
        basedOn: basedOn(request.headers['if-match']),
      }),
  }),
  route({
    method: 'GET',
    url: `${url}/people`,
    access: COMMENT,
    summary: 'Who sees a record: whom one may call to it or give it',
    tag,
    params: oneRecord,
    answer: RecordPeople,
    handler: ({ db, who, params }) => peopleWhoSee(db, who, params.id),
  }),
  route({
    method: 'GET',
    url: `${url}/assignment`,
    access: 'incident.read',
    summary: 'Who sees to a record, until when',
    tag,
    params: oneRecord,
    answer: Assignment,
    handler: ({ db, who, params }) => assignmentOf(db, who, params.id),
  }),
  route({
    method: 'PUT',
    url: `${url}/assignment`,
    access: COMMENT,
    summary: 'Give a record to somebody, or say that it is done; based on the version in If-Match',
    tag,
    params: oneRecord,
    body: AssignmentInput,
    answer: Assignment,
    handler: ({ db, who, params, body, request }) =>
      assign(db, who, params.id, body, basedOn(request.headers['if-match'], 0)),
  }),
  route({
    method: 'GET',
    url: `${url}/following`,
    access: 'incident.read',
    summary: 'Whether one follows a record',
    tag,
    params: oneRecord,
    answer: Following,
    handler: ({ db, who, params }) => followingOf(db, who, params.id),
  }),
  route({
    method: 'PUT',
    url: `${url}/following`,
    access: COMMENT,
    summary: 'Follow a record, or no longer',
    tag,
    params: oneRecord,
    body: Following,
    answer: Following,
    handler: ({ db, who, params, body }) => follow(db, who, params.id, body.following),
  }),
];
