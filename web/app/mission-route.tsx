/** The two routes that every page hangs from. A page's folder makes its own routes below `missionRoute`. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  notFound,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { type MissionSession, sessionQuery } from '../api/session.ts';
import { isLineDown, reopen } from '../line/reopen.ts';
import { LoneError, NotFound } from './page-states.tsx';
import { setMissionLanguage } from './preferences.ts';
import { hour, Shell } from './shell.tsx';
import { fetchPart } from './use-later.ts';

export const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({
  notFoundComponent: NotFound,
  errorComponent: LoneError,
});

/**
 * Goes to sign in, and comes back to the same address afterwards.
 * @param slug the mission that the page is about; without one, the person's first
 */
export async function requireSession(client: QueryClient, to: string, slug?: string): Promise<MissionSession> {
  const session = await client.ensureQueryData({ ...sessionQuery(slug), retry: false }).catch(async (error) => {
    // Without a line: what was seen last, where there is something; otherwise whoever answers, when they do.
    if (isLineDown(error)) await reopen(client);
    return client.ensureQueryData(sessionQuery(slug));
  });
  if (!session) throw redirect({ to: '/sign-in', search: { to } });
  const { mission } = session;
  if (!mission) throw notFound();
  setMissionLanguage(mission.settings.language);
  return { ...session, mission };
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
  beforeLoad: async ({ context, location, params }) => {
    const session = await requireSession(context.client, location.href, params.mission);
    if (session.mission.simulated) await fetchPart(hour);
    return { session };
  },
  component: Shell,
});
