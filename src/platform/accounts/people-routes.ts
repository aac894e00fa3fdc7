/** The people of a mission, their roles, invitations and tokens. */
import { z } from 'zod';
import { ROLES } from '../../vocabulary/index.ts';
import { type Route, route } from '../http/route.ts';
import { PageQuery } from '../paging/contract.ts';
import { changeMember, endInvitation, endSessionsOf, invite, removeMember } from './commands/members.ts';
import { endToken, makeToken } from './commands/tokens.ts';
import * as c from './contract.ts';
import { invitations, members, tokens } from './queries.ts';

const tag = 'people';
const inMission = z.object({ mission: z.string() });
const one = inMission.extend({ id: z.uuid() });
const base = '/missions/:mission';

export const peopleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: `${base}/roles`,
    access: 'member',
    summary: 'Roles and the verbs they carry',
    tag,
    params: inMission,
    answer: z.object({ items: z.array(z.record(z.string(), z.unknown())) }),
    handler: async () => ({ items: ROLES.map((r) => ({ ...r })) }),
  }),
  route({
    method: 'GET',
    url: `${base}/people`,
    access: 'people.manage',
    summary: 'Who is in the mission, and what they may',
    tag,
    params: inMission,
    query: PageQuery,
    answer: c.Members,
    handler: ({ db, who, query }) => members(db, who, query),
  }),
  route({
    method: 'PUT',
    url: `${base}/people/:id`,
    access: 'people.manage',
    summary: 'Change what somebody may',
    tag,
    params: one,
    body: c.Scope,
    answer: c.Scope,
    handler: ({ db, who, params, body }) => changeMember(db, who, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: `${base}/people/:id`,
    access: 'people.manage',
    summary: 'End a membership',
    tag,
    params: one,
    answer: 'none',
    handler: ({ db, who, params }) => removeMember(db, who, params.id),
  }),
  route({
    method: 'DELETE',
    url: `${base}/people/:id/sessions`,
    access: 'people.manage',
    summary: 'End all sessions of somebody',
    tag,
    params: one,
    answer: 'none',
    handler: ({ db, who, params }) => endSessionsOf(db, who, params.id),
  }),
  route({
    method: 'GET',
    url: `${base}/invitations`,
    access: 'people.manage',
    summary: 'Invitations made',
    tag,
    params: inMission,
    query: PageQuery,
    answer: c.Invitations,
    handler: ({ db, who, query }) => invitations(db, who, query),
  }),
  route({
    method: 'POST',
    url: `${base}/invitations`,
    access: 'people.manage',
    summary: 'Invite somebody; the link is told once',
    tag,
    params: inMission,
    body: c.Invite,
    answer: c.Invited,
    status: 201,
    handler: ({ db, who, body }) => invite(db, who, body),
  }),
  route({
    method: 'DELETE',
    url: `${base}/invitations/:id`,
    access: 'people.manage',
    summary: 'End an invitation that nobody followed',
    tag,
    params: one,
    answer: 'none',
    handler: ({ db, who, params }) => endInvitation(db, who, params.id),
  }),
  route({
    method: 'GET',
    url: `${base}/tokens`,
    access: 'token.make',
    summary: 'API tokens of the mission that one may see',
    tag,
    params: inMission,
    query: PageQuery,
    answer: c.Tokens,
    handler: ({ db, who, query }) => tokens(db, who, query),
  }),
  route({
    method: 'POST',
    url: `${base}/tokens`,
    access: 'token.make',
    summary: 'Make an API token; it is told once',
    tag,
    params: inMission,
    body: c.MakeToken,
    answer: c.MadeToken,
    status: 201,
    handler: ({ db, who, body }) => makeToken(db, who, body),
  }),
  route({
    method: 'DELETE',
    url: `${base}/tokens/:id`,
    access: 'token.make',
    summary: 'End an API token',
    tag,
    params: one,
    answer: 'none',
    handler: ({ db, who, params }) => endToken(db, who, params.id),
  }),
];
