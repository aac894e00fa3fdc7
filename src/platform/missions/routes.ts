/** The mission itself, and the words of the house. */
import { z } from 'zod';
import { allLists, FIELD_HELP } from '../../vocabulary/index.ts';
import { type Route, route } from '../http/route.ts';
import { addCompartment, changeMission } from './commands/change-mission.ts';
import { FieldHelps, MissionChange, MissionView, NewCompartment } from './contract.ts';
import { missionView } from './queries.ts';

const inMission = z.object({ mission: z.string() });

export const missionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/vocabulary',
    access: 'public',
    summary: 'Every code list with its labels in three languages',
    tag: 'vocabulary',
    answer: z.object({ lists: z.record(z.string(), z.unknown()) }),
    handler: async ({ reply }) => {
      reply.header('cache-control', 'public, max-age=3600');
      return { lists: Object.fromEntries(allLists().map((list) => [list.id, list.codes])) };
    },
  }),
  route({
    method: 'GET',
    url: '/vocabulary/fields',
    access: 'public',
    summary: 'What each field asks for: a definition in three languages, and its source',
    tag: 'vocabulary',
    answer: FieldHelps,
    handler: async ({ reply }) => {
      reply.header('cache-control', 'public, max-age=3600');
      return { fields: FIELD_HELP };
    },
  }),
  route({
    method: 'GET',
    url: '/missions/:mission',
    access: 'member',
    summary: 'The mission: names, framework, time zone, components',
    tag: 'missions',
    params: inMission,
    answer: MissionView,
    handler: ({ db, who }) => missionView(db, who),
  }),
  route({
    method: 'PATCH',
    url: '/missions/:mission',
    access: 'mission.manage',
    summary: 'Change the mission’s settings or its copy of the framework',
    tag: 'missions',
    params: inMission,
    body: MissionChange.extend({ basedOn: z.int().positive() }),
    answer: 'none',
    handler: ({ db, who, body: { basedOn, ...change } }) => changeMission(db, who, change, basedOn),
  }),
  route({
    method: 'POST',
    url: '/missions/:mission/compartments',
    access: 'mission.manage',
    summary: 'Add a partner as a component',
    tag: 'missions',
    params: inMission,
    body: NewCompartment,
    answer: 'none',
    handler: ({ db, who, body }) => addCompartment(db, who, body),
  }),
];
