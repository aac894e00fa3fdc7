import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute } from '../../app/mission-route.tsx';

const newRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'incidents/new',
  /** A draft of its own: of a record that waited for the line and was refused. */
  validateSearch: ({ draft }): { draft?: string } => (typeof draft === 'string' ? { draft } : {}),
  component: lazyRouteComponent(() => import('./edit-page.tsx'), 'NewIncident'),
});

const editRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'incidents/$id/edit',
  component: lazyRouteComponent(() => import('./edit-page.tsx'), 'EditIncident'),
});

export const editRoutes = [newRoute, editRoute];
