/** The mission itself, and the words of the house. */
import { z } from 'zod';
import { allLists } from '../../vocabulary/index.ts';
import { missionInSession } from '../accounts/session-answer.ts';
import { KingaError } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { missionOf } from '../principal.ts';
import { addCompartment, changeMission } from './commands/change-mission.ts';
import { MissionChange, MissionView, NewCompartment } from './contract.ts';
import { readMissions } from './store.ts';

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
    url: '/missions/:mission',
    access: 'member',
    summary: 'The mission: names, framework, time zone, components',
    tag: 'missions',
    params: inMission,
    answer: MissionView,
    handler: ({ db, who }) =>
      db.read(who, async (tx) => {
        const mission = missionOf(who);
        const [row] = await readMissions(tx, mission.slug);
        if (!row) throw new KingaError('no_mission');
        const compartments = [...mission.compartmentBits.keys()];
        return {
          ...missionInSession(row, db.clock.now()),
          version: row.version,
          compartments,
          document: row.framework,
        };
      }),
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
