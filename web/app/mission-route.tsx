/** The two routes that every page hangs from. A page's folder makes its own routes below `missionRoute`. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { type Session, sessionQuery } from '../api/session.ts';
import { NotFound, PageError } from './page-states.tsx';
import { Shell } from './shell.tsx';

export const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({
  notFoundComponent: NotFound,
  errorComponent: PageError,
});

/** Goes to sign in, and comes back to the same address afterwards. */
export async function requireSession(client: QueryClient, to: string): Promise<Session> {
  const session = await client.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: '/sign-in', search: { to } });
  return session;
}

interface MissionSearch {
  /** A ledger line or an instant: every page below shows what was known then. */
  asOf?: string | undefined;
}

export const missionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/m/$mission',
  validateSearch: (raw): MissionSearch => (typeof raw.asOf === 'string' && raw.asOf ? { asOf: raw.asOf } : {}),
  search: { middlewares: [retainSearchParams<MissionSearch>(['asOf'])] },
  beforeLoad: async ({ context, location }) => ({ session: await requireSession(context.client, location.href) }),
  component: Shell,
});
