/** Who is signed in, and in which mission. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { type MissionInSession, Session, type SetUp } from '../../src/platform/accounts/contract.ts';
import { holdKeys } from '../line/seal.ts';
import { ApiError, call, Nothing, query } from './client.ts';

/** A session that stands in a mission, as every page below the shell has it. */
export type MissionSession = Session & { mission: MissionInSession };

/** `null`: nobody is signed in. @param slug the mission of the page; without one, the person's first */
export const sessionQuery = (slug?: string) =>
  queryOptions({
    queryKey: ['session', slug ?? null],
    staleTime: 5 * 60_000,
    // Without a line nobody can be asked again, and every page asks who is here.
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const session = await call(`/session${query({ mission: slug })}`, { signal, answer: Session });
        holdKeys(session.desk);
        return session;
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }
    },
  });

export interface Credentials {
  email: string;
  passphrase: string;
  /** Six digits of an authenticator, when the account asks for them. */
  code?: string;
}

export const signIn = (body: Credentials) => call('/session', { method: 'POST', body, answer: Nothing });
export const signOut = () => call('/session', { method: 'DELETE', answer: Nothing });

/** Signs in with a one-time link that was made at the command line. */
export const enter = (token: string) => call('/session/link', { method: 'POST', body: { token }, answer: Nothing });

/** Makes the administrator and the first mission with the one-time link that the server printed. */
export const setUp = (body: z.input<typeof SetUp>) => call('/setup', { method: 'POST', body, answer: Nothing });
