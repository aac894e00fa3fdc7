import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { missionRoute } from '../../app/mission-route.tsx';
import { AskSearch } from './asking/address.ts';
import { ThemeSearch } from './beside/address.ts';

/** Which paragraphs are shown: those with a task, those that nobody has confirmed. */
const Reading = z.object({
  task: z.string().max(60).optional(),
  open: z.literal('1').optional(),
});
export type ReadingSearch = z.infer<typeof Reading>;

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

const askRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates/ask',
  validateSearch: (raw): AskSearch => AskSearch.parse(raw),
  component: lazyRouteComponent(() => import('./asking/ask-page.tsx'), 'AskPage'),
});

const matrixRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates/matrix',
  component: lazyRouteComponent(() => import('./beside/matrix-page.tsx'), 'MatrixPage'),
});

const themeRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates/theme',
  validateSearch: (raw): ThemeSearch => ThemeSearch.parse(raw),
  component: lazyRouteComponent(() => import('./beside/theme-page.tsx'), 'ThemePage'),
});

const readingRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates/$id',
  validateSearch: (raw): ReadingSearch => Reading.parse(raw),
  component: lazyRouteComponent(() => import('./reading-page.tsx'), 'ReadingPage'),
});

export const mandateRoutes = [listRoute, addRoute, readingRoute, ...[askRoute, matrixRoute, themeRoute]];
