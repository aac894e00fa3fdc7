import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute } from '../../app/mission-route.tsx';
import { readRoomSearch } from '../../app/search.ts';

/** List, map and time bar; the record, when one is open, is a route of its own beside them. */
const roomRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'room',
  validateSearch: readRoomSearch,
  component: lazyRouteComponent(() => import('./room.tsx'), 'Room'),
});

const recordRoute = createRoute({
  getParentRoute: () => roomRoute,
  path: '$id',
  component: lazyRouteComponent(() => import('../record/record-panel.tsx'), 'RecordPanel'),
});

export const roomRoutes = roomRoute.addChildren([recordRoute]);
