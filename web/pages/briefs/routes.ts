import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { PaperKind } from '../../../src/briefs/contract.ts';
import { LANGUAGES, LEVELS } from '../../../src/vocabulary/codes.ts';
import { missionRoute } from '../../app/mission-route.tsx';

// Told here again: the contract of papers is no part of the room's shell.
const KINDS = ['flash', 'daily', 'weekly'] as const satisfies readonly PaperKind[];
const day = z.iso.date().optional();

/** What a paper that nobody has kept is: all of it stands in its address, but as known when, which every page has. */
const Preview = z.object({
  kind: z.enum(KINDS),
  at: z.string().max(40),
  language: z.enum(LANGUAGES).optional(),
  maxLevel: z.enum(LEVELS).optional(),
});

const Chronology = z.object({
  /** One record, or what happened in these days. */
  id: z.uuid().optional(),
  from: day,
  to: day,
  adm1: z.string().max(60).optional(),
  /** The moment that is laid beside today. */
  moment: z.string().max(40).optional(),
});

const Stored = z.object({ version: z.coerce.number().int().min(1).optional() });

const listRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'briefs',
  component: lazyRouteComponent(() => import('./briefs-page.tsx'), 'BriefsPage'),
});

const previewRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'briefs/preview',
  validateSearch: (raw): z.infer<typeof Preview> => Preview.parse(raw),
  component: lazyRouteComponent(() => import('./preview-page.tsx'), 'PreviewPage'),
});

const templateRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'briefs/template',
  component: lazyRouteComponent(() => import('./template-page.tsx'), 'TemplatePage'),
});

const chronologyRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'briefs/chronology',
  validateSearch: (raw): z.infer<typeof Chronology> => Chronology.parse(raw),
  component: lazyRouteComponent(() => import('./chronology/chronology-page.tsx'), 'ChronologyPage'),
});

const paperRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'briefs/$id',
  validateSearch: (raw): z.infer<typeof Stored> => Stored.parse(raw),
  component: lazyRouteComponent(() => import('./paper-page.tsx'), 'PaperPage'),
});

export const briefRoutes = [listRoute, previewRoute, templateRoute, chronologyRoute, paperRoute];
