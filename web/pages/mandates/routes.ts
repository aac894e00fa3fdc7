import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute } from '../../app/mission-route.tsx';
import { ReadingSearch } from './search.ts';

const listRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates',
  component: lazyRouteComponent(() => import('./mandates-page.tsx'), 'MandatesPage'),
});

const addRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates/new',
  component: lazyRouteComponent(() => import('./add-page.tsx'), 'AddPage'),
});

const readingRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates/$id',
  validateSearch: (raw): ReadingSearch => ReadingSearch.parse(raw),
  component: lazyRouteComponent(() => import('./reading-page.tsx'), 'ReadingPage'),
});

export const mandateRoutes = [listRoute, addRoute, readingRoute];
