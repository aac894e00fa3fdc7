import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { missionRoute } from '../../app/mission-route.tsx';
import { AskSearch } from './asking/address.ts';
import { ThemeSearch } from './beside/address.ts';
import { ReadingSearch } from './search.ts';

/** The day that is asked about. */
const Years = z.object({ date: z.iso.date().optional().catch(undefined) });

/** Which two texts; paragraphs that are the same are folded unless all are asked for. */
const Compare = z.object({
  before: z.string().max(60).optional(),
  after: z.string().max(60).optional(),
  all: z.literal('1').optional().catch(undefined),
});
export type CompareSearch = z.infer<typeof Compare>;

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

const cardRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates/card',
  validateSearch: (raw): z.infer<typeof Years> => Years.parse(raw),
  component: lazyRouteComponent(() => import('./card/card-page.tsx'), 'CardPage'),
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
  validateSearch: (raw): ReadingSearch => ReadingSearch.parse(raw),
  component: lazyRouteComponent(() => import('./reading-page.tsx'), 'ReadingPage'),
});

const yearsRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates/years',
  validateSearch: (raw): z.infer<typeof Years> => Years.parse(raw),
  component: lazyRouteComponent(() => import('./years/years-page.tsx'), 'YearsPage'),
});

const compareRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'mandates/compare',
  validateSearch: (raw): CompareSearch => Compare.parse(raw),
  component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'ComparePage'),
});

export const mandateRoutes = [
  listRoute,
  addRoute,
  readingRoute,
  yearsRoute,
  compareRoute,
  askRoute,
  matrixRoute,
  themeRoute,
  cardRoute,
];
