/** Who is in a mission and what they may; roles, invitations and API tokens. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  Invitations,
  type Invite,
  Invited,
  MadeToken,
  type MakeToken,
  Members,
  Scope,
  Tokens,
} from '../../src/platform/accounts/contract.ts';
import { LEVELS } from '../../src/vocabulary/codes.ts';
import { call, Nothing } from './client.ts';
import { pagesQuery } from './pages.ts';

const labels = z.object({ en: z.string(), fr: z.string(), ar: z.string() });

/** A set of verbs, with the view that people in it usually have, and why it is so. */
export const Role = z.object({
  code: z.string(),
  labels,
  verbs: z.array(z.string()),
  level: z.enum(LEVELS),
  compartments: z.array(z.string()),
  why: labels,
});
export type Role = z.infer<typeof Role>;
const Roles = z.object({ items: z.array(Role) });

const root = (mission: string) => `/missions/${mission}`;
export const peopleKeys = (mission: string) => ['people', mission] as const;

export const rolesQuery = (mission: string) =>
  queryOptions({
    queryKey: ['roles', mission],
    queryFn: ({ signal }) => call(`${root(mission)}/roles`, { signal, answer: Roles }),
    select: ({ items }) => items,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const membersQuery = (mission: string) =>
  pagesQuery([...peopleKeys(mission), 'members'], `${root(mission)}/people`, Members);

export const invitationsQuery = (mission: string) =>
  pagesQuery([...peopleKeys(mission), 'invitations'], `${root(mission)}/invitations`, Invitations);

export const tokensQuery = (mission: string) =>
  pagesQuery([...peopleKeys(mission), 'tokens'], `${root(mission)}/tokens`, Tokens);

export const changeMember = (mission: string, id: string, scope: Scope) =>
  call(`${root(mission)}/people/${id}`, { method: 'PUT', body: scope, answer: Scope });
export const endMembership = (mission: string, id: string) =>
  call(`${root(mission)}/people/${id}`, { method: 'DELETE', answer: Nothing });
export const endSessionsOf = (mission: string, id: string) =>
  call(`${root(mission)}/people/${id}/sessions`, { method: 'DELETE', answer: Nothing });

/** The link in the answer is told once. */
export const invite = (mission: string, body: z.infer<typeof Invite>) =>
  call(`${root(mission)}/invitations`, { method: 'POST', body, answer: Invited });

export const endInvitation = (mission: string, id: string) =>
  call(`${root(mission)}/invitations/${id}`, { method: 'DELETE', answer: Nothing });

/** The token in the answer is told once. */
export const makeToken = (mission: string, body: z.infer<typeof MakeToken>) =>
  call(`${root(mission)}/tokens`, { method: 'POST', body, answer: MadeToken });
export const endToken = (mission: string, id: string) =>
  call(`${root(mission)}/tokens/${id}`, { method: 'DELETE', answer: Nothing });
