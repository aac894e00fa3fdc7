import { z } from 'zod';
import { basedOn } from '../http/based-on.ts';
import { type Route, route } from '../http/route.ts';
import { SavedView, SavedViewInput, SavedViews } from './contract.ts';
import { dropView, keepView, viewsOf } from './keep-views.ts';

const inMission = z.object({ mission: z.string() });
const oneView = inMission.extend({ id: z.uuid() });

export const viewRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/missions/:mission/views',
    access: 'member',
    summary: 'One’s own saved views and those shared in the mission',
    tag: 'views',
    params: inMission,
    answer: SavedViews,
    handler: async ({ db, who }) => ({ items: await viewsOf(db, who) }),
  }),
  route({
    method: 'PUT',
    url: '/missions/:mission/views/:id',
    access: 'member',
    summary:
      'Keep a view under an id of one’s own making, rename or share it; based on the version in If-Match, 0 for a new one',
    tag: 'views',
    params: oneView,
    body: SavedViewInput,
    answer: SavedView,
    handler: ({ db, who, params, body, request }) =>
      keepView(db, who, params.id, body, basedOn(request.headers['if-match'], 0)),
  }),
  route({
    method: 'DELETE',
    url: '/missions/:mission/views/:id',
    access: 'member',
    summary: 'Drop a view of one’s own',
    tag: 'views',
    params: oneView,
    answer: 'none',
    handler: ({ db, who, params }) => dropView(db, who, params.id),
  }),
];
