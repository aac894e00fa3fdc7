import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute } from '../../app/mission-route.tsx';

interface LedgerSearch {
  /** Only the lines of one record. */
  record?: string | undefined;
}

export const ledgerRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'ledger',
  validateSearch: ({ record }): LedgerSearch => (typeof record === 'string' && record ? { record } : {}),
  component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
});
