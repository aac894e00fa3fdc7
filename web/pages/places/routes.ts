import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute } from '../../app/mission-route.tsx';

interface PlacesSearch {
  /** A name in any spelling, a grid reference, or coordinates. */
  q?: string | undefined;
}

export const placesRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'places',
  validateSearch: ({ q }): PlacesSearch => (typeof q === 'string' && q ? { q } : {}),
  component: lazyRouteComponent(() => import('./places-page.tsx'), 'PlacesPage'),
});
