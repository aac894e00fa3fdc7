/** The kinds of records as types, taken from the vocabulary. */
import type { ACTIVITY_TYPES, OBSERVATION_TYPES } from '../../../vocabulary/codes.ts';

export type { EventType } from '../../../vocabulary/codes.ts';
export type ObservationTypes = (typeof OBSERVATION_TYPES)[number];
export type ActivityTypes = (typeof ACTIVITY_TYPES)[number];
