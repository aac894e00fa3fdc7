import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../api/session.ts';
import { messagesQuery } from './i18n.tsx';
import { currentLanguage } from './preferences.ts';
import type { router as theRouter } from './router.tsx';

/**
 * Asks at once for what every page of a mission needs before it can be drawn: its words, who is here, and its own script.
 * Each would otherwise wait for the one before it, and on a bad line a turn is half a second.
 */
export function askAhead(client: QueryClient, router: typeof theRouter): void {
  client.prefetchQuery(messagesQuery(currentLanguage()));
  const slug = /^\/m\/([^/]+)\//.exec(location.pathname)?.[1];
  if (slug) client.prefetchQuery({ ...sessionQuery(slug), retry: false });
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    const route = router.routesById[routeId as keyof typeof router.routesById];
    // What does not come now is asked for again, and complained of, by the page itself.
    router.loadRouteChunk(route)?.catch(() => undefined);
  }
}
