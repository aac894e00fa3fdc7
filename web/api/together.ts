/** What people do around a record: speak of it, take it on, follow it. */
import { queryOptions } from '@tanstack/react-query';
import {
  Assignment,
  type AssignmentInput,
  Comment,
  CommentList,
  Following,
  RecordPeople,
} from '../../src/incidents/together/contract.ts';
import { call, query } from './client.ts';
import { incidentKeys } from './incidents.ts';
import { pagesQuery } from './pages.ts';

const root = (mission: string, id: string) => `/missions/${mission}/incidents/${id}`;

/** Named as the live line names what changed (`app/live.ts`). */
export const commentKeys = (mission: string) => ['comments', mission] as const;

export const commentsQuery = (mission: string, id: string, asOf?: string) =>
  pagesQuery(
    [...commentKeys(mission), id, asOf ?? null],
    `${root(mission, id)}/comments${query({ asOf })}`,
    CommentList,
  );

/** Nobody is offered whom the record is hidden from. */
export const recordPeopleQuery = (mission: string, id: string) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'people', id],
    queryFn: ({ signal }) => call(`${root(mission, id)}/people`, { signal, answer: RecordPeople }),
    select: ({ items }) => items,
    staleTime: 60_000,
  });

export const writeComment = (mission: string, id: string, body: { id: string; text: string }) =>
  call(`${root(mission, id)}/comments`, { method: 'POST', body, answer: Comment });

export const mendComment = (mission: string, id: string, comment: Comment, text: string) =>
  call(`${root(mission, id)}/comments/${comment.id}`, {
    ...{ method: 'PUT', body: { text }, ifMatch: comment.version, answer: Comment },
  });

export const withdrawComment = (mission: string, id: string, comment: Comment) =>
  call(`${root(mission, id)}/comments/${comment.id}`, {
    ...{ method: 'DELETE', ifMatch: comment.version, answer: Comment },
  });

export const assignmentQuery = (mission: string, id: string) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'assignment', id],
    queryFn: ({ signal }) => call(`${root(mission, id)}/assignment`, { signal, answer: Assignment }),
    staleTime: 30_000,
  });

export const assign = (mission: string, id: string, version: number, body: AssignmentInput) =>
  call(`${root(mission, id)}/assignment`, { method: 'PUT', body, ifMatch: version, answer: Assignment });

export const followingQuery = (mission: string, id: string) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'following', id],
    queryFn: ({ signal }) => call(`${root(mission, id)}/following`, { signal, answer: Following }),
    staleTime: 30_000,
  });

export const setFollowing = (mission: string, id: string, following: boolean) =>
  call(`${root(mission, id)}/following`, { method: 'PUT', body: { following }, answer: Following });
