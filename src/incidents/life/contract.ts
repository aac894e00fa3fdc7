/** The life of a record’s two statuses, as data: the server holds to it, the pages offer what it allows. */
import type { HumanRightsStatus, OperationalStatus } from '../../vocabulary/codes.ts';

/** Two statuses, two owners (PRACTICE §0.8): where each may go from where it is. */
export const OPERATIONAL_LIFE: Record<OperationalStatus, readonly OperationalStatus[]> = {
  unconfirmed: ['being_confirmed', 'confirmed', 'disproved'],
  being_confirmed: ['confirmed', 'disproved', 'unconfirmed'],
  confirmed: ['being_confirmed', 'disproved'],
  disproved: ['being_confirmed'],
};

/** Ends at "reasonable grounds to believe": verification is not a court's proof. */
export const HUMAN_RIGHTS_LIFE: Record<HumanRightsStatus, readonly HumanRightsStatus[]> = {
  not_examined: ['allegation'],
  allegation: ['being_verified', 'not_verified'],
  being_verified: ['reasonable_suspicion', 'reasonable_grounds', 'not_verified'],
  reasonable_suspicion: ['being_verified', 'reasonable_grounds', 'not_verified'],
  reasonable_grounds: ['being_verified'],
  not_verified: ['being_verified'],
};
