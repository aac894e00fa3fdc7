import type { RecordKind } from '../../src/vocabulary/codes.ts';

const LISTS: Record<RecordKind, string> = {
  incident: 'event-types',
  observation: 'observation-types',
  activity: 'activity-types',
};

/** The list that names the types of a kind of record. */
export const typeList = (kind: RecordKind): string => LISTS[kind];
