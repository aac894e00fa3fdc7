/** The mission's own settings and its copy of the framework. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { type MissionChange, MissionView, type NewCompartment } from '../../src/platform/missions/contract.ts';
import { call, Nothing } from './client.ts';

const labels = z.object({ en: z.string(), fr: z.string(), ar: z.string() });
export type Labels = z.infer<typeof labels>;

/** The parts of a framework that the pages show or edit; the others go back as they came. */
const Framework = z.looseObject({
  name: labels,
  description: labels,
  first: z.object({
    eventTypes: z.array(z.string()),
    observationTypes: z.array(z.string()),
    activityTypes: z.array(z.string()),
    actorTypes: z.array(z.string()),
  }),
  indicators: z.array(z.string()),
  words: z.partialRecord(z.string(), labels),
  limits: z.array(z.object({ text: labels, source: z.string() })),
});
export type Framework = z.infer<typeof Framework>;

const Answer = MissionView.extend({ document: Framework });
export type MissionSettings = z.infer<typeof Answer>;

export const settingsKeys = (mission: string) => ['mission', mission] as const;

export const settingsQuery = (mission: string) =>
  queryOptions({
    queryKey: settingsKeys(mission),
    queryFn: ({ signal }) => call(`/missions/${mission}`, { signal, answer: Answer }),
  });

/** @param basedOn the version that was on the screen */
export const changeSettings = (mission: string, basedOn: number, change: z.infer<typeof MissionChange>) =>
  call(`/missions/${mission}`, { method: 'PATCH', body: { ...change, basedOn }, answer: Nothing });

export const addComponent = (mission: string, body: z.infer<typeof NewCompartment>) =>
  call(`/missions/${mission}/compartments`, { method: 'POST', body, answer: Nothing });
