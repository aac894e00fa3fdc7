import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute, rootRoute } from '../../app/mission-route.tsx';

export const accountRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'account',
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
});

/** Nobody is signed in here yet: the token behind `#` is all there is. */
export const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('./join.tsx'), 'Join'),
});
