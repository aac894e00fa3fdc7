/** What a newcomer does in the first hour of the demonstration, and by which sign each step is known to be done. Pure. */
import type { Done } from '../api/client.ts';

/** The tag that all records of the night carry, in every language. */
export const STORY_TAG = 'the night at the mill';
/** The hour of that night at which the mission is asked what it knew, by its own clock. */
const ASKED_HOUR = '2031-05-20T03';

/** Where somebody is: the path below the mission, and what the address says. */
export interface Place {
  path: string;
  search: Readonly<Record<string, unknown>>;
  /** *As known on*, by the mission's clock. */
  asOf: string | null;
}

/** What was written or taken out, and how many sources the record had before. */
export interface Act extends Omit<Done, 'body'> {
  sourcesBefore: number;
  sources: number;
}

interface Step {
  id: string;
  /** The verb without which the step could only fail. */
  verb?: string;
  /** The page without which there is nothing to do. */
  page?: string;
  at?: (place: Place) => boolean;
  did?: (act: Act) => boolean;
}

const RECORD = /^\/room\/[0-9a-f-]{36}$/;
const isTagged = ({ search }: Place) => search.tag === STORY_TAG;
const asks = ({ search }: Place, value: string) => ([] as unknown[]).concat(search.operational).includes(value);

const ALL = [
  { id: 'night', at: isTagged },
  { id: 'open', at: (place: Place) => isTagged(place) && RECORD.test(place.path) },
  { id: 'past', at: ({ asOf }: Place) => asOf?.startsWith(ASKED_HOUR) ?? false },
  { id: 'compare', at: ({ path, search }: Place) => RECORD.test(path) && search.compare !== undefined },
  { id: 'filter', at: (place: Place) => asks(place, 'unconfirmed') },
  {
    id: 'confirm',
    verb: 'incident.confirm',
    did: ({ method, path }: Act) => method === 'POST' && /\/incidents\/[0-9a-f-]+\/confirm$/.test(path),
  },
  {
    id: 'source',
    verb: 'incident.edit',
    did: ({ method, path, sources, sourcesBefore }: Act) =>
      method === 'PUT' && /\/incidents\/[0-9a-f-]+$/.test(path) && sources > sourcesBefore,
  },
  {
    id: 'export',
    verb: 'incident.export',
    did: ({ method, path }: Act) => method === 'GET' && /\/incidents\/export(\?|$)/.test(path),
  },
  {
    id: 'paper',
    verb: 'brief.compose',
    page: '/m/$mission/briefs/preview',
    at: ({ path }: Place) => path === '/briefs/preview',
  },
] as const satisfies readonly Step[];

export type StepId = (typeof ALL)[number]['id'];

/** The steps that this person can do in this house, in their order. */
export function stepsFor(may: (verb: string) => boolean, hasPage: (path: string) => boolean): StepId[] {
  const steps: readonly (Step & { id: StepId })[] = ALL;
  return steps.filter(({ verb, page }) => (!verb || may(verb)) && (!page || hasPage(page))).map(({ id }) => id);
}

/** Steps that a place or an act shows to be done. */
export function doneBy(sign: { place: Place } | { act: Act }): StepId[] {
  const steps: readonly (Step & { id: StepId })[] = ALL;
  return steps
    .filter((step) => ('place' in sign ? step.at?.(sign.place) : step.did?.(sign.act)) ?? false)
    .map(({ id }) => id);
}
