import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute } from '../../app/mission-route.tsx';

export const settingsRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'settings',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});
