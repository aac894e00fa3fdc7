/** Signing in and one's own account. People of a mission are in `people-routes.ts`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { KingaError } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { acceptInvitation, joinMission } from './commands/members.ts';
import { changePassphrase, endSession, signOut, turnTotpOff, turnTotpOn } from './commands/own-account.ts';
import { setUp, setUpNeeded } from './commands/set-up.ts';
import { openSession, type SignedIn, signIn } from './commands/sign-in.ts';
import { takeSignInLink } from './commands/sign-in-link.ts';
import * as c from './contract.ts';
import { cookieName, sessionOf } from './gatekeeper.ts';
import { openSessions, totpOffer } from './queries.ts';
import { SESSION_LONGEST } from './rules.ts';
import { sessionAnswer } from './session-answer.ts';

const tag = 'accounts';

const cookieOptions = ({ protocol }: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' }) as const;

function giveCookie(request: FastifyRequest, reply: FastifyReply, { token }: SignedIn): void {
  reply.setCookie(cookieName(request), token, { ...cookieOptions(request), maxAge: SESSION_LONGEST / 1000 });
}

const deviceOf = (request: FastifyRequest): string => String(request.headers['user-agent'] ?? '');
const signedIn = (person: string) => z.object({ person: z.uuid() }).parse({ person });
const Person = z.object({ person: z.uuid() });

export const accountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/setup',
    access: 'public',
    summary: 'Whether the first administrator is still to be made',
    tag,
    answer: c.SetUpState,
    handler: async ({ db }) => ({ needed: await setUpNeeded(db) }),
  }),
  route({
    method: 'POST',
    url: '/setup',
    access: 'public',
    summary: 'First run: the administrator and the first mission, with the one-time link',
    tag,
    body: c.SetUp,
    answer: Person,
    status: 201,
    perMinute: 10,
    handler: async ({ db, body, request, reply }) => {
      const { person } = await setUp(db, body);
      giveCookie(request, reply, await openSession(db, person, deviceOf(request)));
      return signedIn(person);
    },
  }),
  route({
    method: 'POST',
    url: '/session',
    access: 'public',
    summary: 'Sign in',
    tag,
    body: c.SignIn,
    answer: Person,
    status: 201,
    perMinute: 20,
    handler: async ({ db, body, request, reply }) => {
      const session = await signIn(db, { ...body, device: deviceOf(request) });
      giveCookie(request, reply, session);
      return signedIn(session.person);
    },
  }),
  route({
    method: 'POST',
    url: '/session/link',
    access: 'public',
    summary: 'Sign in with a one-time link made at the command line',
    tag,
    body: c.UseLink,
    answer: Person,
    status: 201,
    perMinute: 10,
    handler: async ({ db, body, request, reply }) => {
      const session = await openSession(db, await takeSignInLink(db, body.token), deviceOf(request));
      giveCookie(request, reply, session);
      return signedIn(session.person);
    },
  }),
  route({
    method: 'GET',
    url: '/session',
    access: 'signed-in',
    summary: 'Who is signed in, and the mission they look at',
    tag,
    query: z.object({ mission: c.Slug.optional() }),
    answer: c.Session,
    handler: ({ db, who, query, request, reply }) => {
      const session = sessionOf(request);
      if (!session) throw new KingaError('not_signed_in');
      reply.header('cache-control', 'no-store');
      return sessionAnswer(db, who, session, query.mission);
    },
  }),
  route({
    method: 'DELETE',
    url: '/session',
    access: 'signed-in',
    summary: 'Sign out here',
    tag,
    answer: 'none',
    handler: async ({ db, who, request, reply }) => {
      await signOut(db, who, sessionOf(request));
      reply.clearCookie(cookieName(request), cookieOptions(request));
    },
  }),
  route({
    method: 'GET',
    url: '/sessions',
    access: 'signed-in',
    summary: 'Where one is signed in',
    tag,
    answer: c.OpenSessions,
    handler: async ({ db, who, request }) => ({ items: await openSessions(db, who, sessionOf(request)) }),
  }),
  route({
    method: 'DELETE',
    url: '/sessions/:id',
    access: 'signed-in',
    summary: 'End a session elsewhere',
    tag,
    params: z.object({ id: z.uuid() }),
    answer: 'none',
    handler: ({ db, who, params }) => endSession(db, who, params.id),
  }),
  route({
    method: 'POST',
    url: '/totp/offer',
    access: 'signed-in',
    summary: 'A new secret for an authenticator app',
    tag,
    answer: c.TotpOffer,
    handler: ({ db, who }) => totpOffer(db, who),
  }),
  route({
    method: 'POST',
    url: '/totp',
    access: 'signed-in',
    summary: 'Turn one-time codes on',
    tag,
    body: c.TotpConfirm,
    answer: 'none',
    perMinute: 20,
    handler: ({ db, who, body }) => turnTotpOn(db, who, body),
  }),
  route({
    method: 'POST',
    url: '/totp/off',
    access: 'signed-in',
    summary: 'Turn one-time codes off',
    tag,
    body: c.TotpOff,
    answer: 'none',
    perMinute: 20,
    handler: ({ db, who, body }) => turnTotpOff(db, who, body.passphrase),
  }),
  route({
    method: 'POST',
    url: '/passphrase',
    access: 'signed-in',
    summary: 'Change the passphrase; ends every session',
    tag,
    body: c.ChangePassphrase,
    answer: 'none',
    perMinute: 20,
    handler: ({ db, who, body }) => changePassphrase(db, who, body),
  }),
  route({
    method: 'POST',
    url: '/invitations/accept',
    access: 'public',
    summary: 'Follow an invitation',
    tag,
    body: c.AcceptInvitation,
    answer: Person,
    status: 201,
    perMinute: 10,
    handler: async ({ db, body, request, reply }) => {
      const { person } = await acceptInvitation(db, body);
      giveCookie(request, reply, await openSession(db, person, deviceOf(request)));
      return signedIn(person);
    },
  }),
  route({
    method: 'POST',
    url: '/invitations/join',
    access: 'signed-in',
    summary: 'Follow an invitation to another mission with the account one has',
    tag,
    body: c.JoinMission,
    answer: c.Joined,
    perMinute: 10,
    handler: ({ db, who, body }) => joinMission(db, who, body.token),
  }),
];
