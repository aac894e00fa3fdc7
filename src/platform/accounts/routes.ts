/** Signing in and one's own account. People of a mission are in `people-routes.ts`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { KingaError } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { acceptInvitation } from './commands/members.ts';
import { changePassphrase, turnTotpOff, turnTotpOn } from './commands/own-account.ts';
import { setUp, setUpNeeded } from './commands/set-up.ts';
import { openSession, type SignedIn, signIn } from './commands/sign-in.ts';
import { takeSignInLink } from './commands/sign-in-link.ts';
import * as c from './contract.ts';
import { COOKIE, sessionOf } from './gatekeeper.ts';
import { SESSION_LONGEST } from './rules.ts';
import { sessionAnswer } from './session-answer.ts';
import { personById, revokeSessions, sessionByHash, sessionsOf } from './store.ts';
import { offerTotp } from './totp.ts';

const tag = 'accounts';

function giveCookie(request: FastifyRequest, reply: FastifyReply, { token }: SignedIn): void {
  const secure = request.protocol === 'https';
  reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: SESSION_LONGEST / 1000,
  });
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
    handler: ({ db, who, query }) => sessionAnswer(db, who, query.mission),
  }),
  route({
    method: 'DELETE',
    url: '/session',
    access: 'signed-in',
    summary: 'Sign out here',
    tag,
    answer: 'none',
    handler: async ({ db, who, request, reply }) => {
      const hash = sessionOf(request);
      await db.write(who, async (tx) => {
        const session = hash && (await sessionByHash(tx, hash));
        if (session) await revokeSessions(tx, session.person, session.id);
      });
      reply.clearCookie(COOKIE, { path: '/' });
    },
  }),
  route({
    method: 'GET',
    url: '/sessions',
    access: 'signed-in',
    summary: 'Where one is signed in',
    tag,
    answer: c.OpenSessions,
    handler: ({ db, who, request }) =>
      db.read(who, async (tx) => {
        const hash = sessionOf(request);
        const here = hash && (await sessionByHash(tx, hash));
        const sessions = await sessionsOf(tx, who.person ?? '');
        return {
          items: sessions.map((s) => ({
            id: s.id,
            device: s.device,
            createdAt: s.createdAt.toISOString(),
            lastSeenAt: s.lastSeenAt.toISOString(),
            current: s.id === here?.id,
          })),
        };
      }),
  }),
  route({
    method: 'DELETE',
    url: '/sessions/:id',
    access: 'signed-in',
    summary: 'End a session elsewhere',
    tag,
    params: z.object({ id: z.uuid() }),
    answer: 'none',
    handler: async ({ db, who, params }) => {
      const ended = await db.write(who, (tx) => revokeSessions(tx, who.person ?? '', params.id));
      if (ended === 0) throw new KingaError('not_found');
    },
  }),
  route({
    method: 'POST',
    url: '/totp/offer',
    access: 'signed-in',
    summary: 'A new secret for an authenticator app',
    tag,
    answer: c.TotpOffer,
    handler: async ({ db, who }) => {
      const row = await db.read(who, (tx) => personById(tx, who.person ?? ''));
      return offerTotp(row?.email ?? '');
    },
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
];
