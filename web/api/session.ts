/** Who is signed in, and in which mission. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ApiError, call, Nothing } from './client.ts';

export const Mission = z.object({
  id: z.union([z.string(), z.number()]),
  slug: z.string(),
  name: z.string(),
  framework: z.string(),
  timeZone: z.string(),
  /** Invented people and places: the pages say so everywhere. */
  simulated: z.boolean(),
  /** west,south,east,north in degrees. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** The mission's clock when the answer was given: a simulated mission lives in its own time. */
  now: z.iso.datetime({ offset: true }),
});

export const Session = z.object({
  person: z.object({
    id: z.string(),
    name: z.string(),
    language: z.enum(['en', 'fr', 'ar']).nullable(),
    roles: z.array(z.string()),
    verbs: z.array(z.string()),
    level: z.string(),
    compartments: z.array(z.string()),
  }),
  mission: Mission,
  missions: z.array(z.object({ slug: z.string(), name: z.string() })),
});

export type Mission = z.infer<typeof Mission>;
export type Session = z.infer<typeof Session>;

/** `null`: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await call('/session', { signal, answer: Session });
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

export interface FirstAccount {
  token: string;
  name: string;
  email: string;
  passphrase: string;
}

/** Makes the administrator with the one-time link that the server printed. */
export const setUp = (body: FirstAccount) => call('/setup', { method: 'POST', body, answer: Nothing });
