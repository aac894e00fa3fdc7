import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute } from '../../app/mission-route.tsx';

interface ImportSearch {
  /** The run that is shown instead of the drop zone: it goes on when the page is left. */
  run?: string | undefined;
}

export const importRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'import',
  validateSearch: ({ run }): ImportSearch => (typeof run === 'string' && run ? { run } : {}),
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
});
