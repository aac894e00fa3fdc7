/** Every address of the pages. A new noun adds its routes in its own folder and one line here; the navigation follows. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ApiError } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import { reopenedFrom } from '../line/reopen.ts';
import { accountRoute, joinRoute } from '../pages/account/routes.ts';
import { briefRoutes } from '../pages/briefs/routes.ts';
import { editRoutes } from '../pages/edit/routes.ts';
import { importRoute } from '../pages/import/routes.ts';
import { jobsRoute } from '../pages/jobs/routes.ts';
import { ledgerRoute } from '../pages/ledger/routes.ts';
import { mandateRoutes } from '../pages/mandates/routes.ts';
import { peopleRoute } from '../pages/people/routes.ts';
import { placesRoute } from '../pages/places/routes.ts';
import { roomRoutes } from '../pages/room/routes.ts';
import { settingsRoute } from '../pages/settings/routes.ts';
import { missionRoute, requireSession, rootRoute } from './mission-route.tsx';
import { PageError } from './page-states.tsx';
import { parseSearch, stringifySearch } from './search.ts';

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await requireSession(context.client, '/');
    const { mission } = session;
    context.client.setQueryData(sessionQuery(mission.slug).queryKey, session);
    const seen = reopenedFrom()?.room;
    if (seen) throw redirect({ href: seen });
    throw redirect({ to: '/m/$mission/room', params: { mission: mission.slug } });
  },
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  /** Only our own addresses: a link that signs in and then leaves the house is a trap. */
  validateSearch: ({ to }): { to?: string } => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {}),
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in.tsx'), 'SignIn'),
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('../pages/sign-in/set-up.tsx'), 'SetUp'),
});

/** Where a one-time link from the command line lands. */
const enterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enter',
  component: lazyRouteComponent(() => import('../pages/sign-in/enter.tsx'), 'Enter'),
});

/** A session that was ended elsewhere: the page's route asks who is there, and leads to sign in and back. */
function askWhoIsThere(error: unknown) {
  if (!(error instanceof ApiError) || error.status !== 401) return;
  import('../line/desk.ts').then(({ dropSeen }) => dropSeen());
  client.removeQueries({ queryKey: ['session'] });
  router.invalidate();
}

export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askWhoIsThere }),
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a dropped line is worth asking again.
      retry: (failures, error) =>
        failures < 3 && (!(error instanceof ApiError) || [0, 502, 503].includes(error.status)),
      refetchOnWindowFocus: false,
    },
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    signInRoute,
    setUpRoute,
    enterRoute,
    joinRoute,
    missionRoute.addChildren([
      roomRoutes,
      ...editRoutes,
      ...mandateRoutes,
      ...briefRoutes,
      importRoute,
      placesRoute,
      jobsRoute,
      ledgerRoute,
      peopleRoute,
      settingsRoute,
      accountRoute,
    ]),
  ]),
  context: { client },
  parseSearch,
  stringifySearch,
  defaultErrorComponent: PageError,
  defaultPreload: false,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
