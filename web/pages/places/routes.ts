import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute } from '../../app/mission-route.tsx';

interface PlacesSearch {
  /** A name in any spelling, a grid reference, or coordinates. */
  find?: string | undefined;
}

export const placesRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'places',
  validateSearch: ({ find }): PlacesSearch => (typeof find === 'string' && find ? { find } : {}),
  component: lazyRouteComponent(() => import('./places-page.tsx'), 'PlacesPage'),
});
