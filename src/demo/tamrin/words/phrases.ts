/** The steps of the two ladders that a note goes with. */
export type StatusStep =
  | 'checking'
  | 'confirmed'
  | 'disproved'
  | 'allegation'
  | 'verifying'
  | 'suspicion'
  | 'grounds'
  | 'notVerified';

/** What came of a response. */
export type Outcome =
  | 'arrived_before'
  | 'arrived_during'
  | 'arrived_late'
  | 'turned_back'
  | 'nothing_seen'
  | 'walked_safely'
  | 'stopped_on_way'
  | 'agreed'
  | 'not_agreed'
  | 'promised'
  | 'refused'
  | 'heard'
  | 'fear_to_speak';

/** What a language must be able to say so that a report can be written in it. `{…}` are places for words. */
import type { ActivityTypes, EventType, ObservationTypes } from './types.ts';

export type Told = EventType | ObservationTypes | ActivityTypes;

/** How many people, by what is known of them; 0 is not mentioned. */
export type Toll = { killed: number; injured: number; abducted: number; displaced: number; arrested: number };

export type Phrases = {
  /** `{who}` did it (subject of the sentence), between `{a}` and `{b}`, in `{place}`, area `{area}`. */
  says: Record<Told, { title: string; clauses: readonly string[] }>;
  openings: {
    /** `{date}`, `{time}`, `{from}`, `{to}`, `{month}`. */
    night: readonly string[];
    timed: readonly string[];
    day: readonly string[];
    market: readonly string[];
    range: readonly string[];
    month: readonly string[];
  };
  /** Joins an opening and a clause to a sentence. */
  sentence: (opening: string, clause: string) => string;
  /** One sentence, or nothing when nobody was hurt. */
  toll: (toll: Toll, atLeast: boolean) => string;
  /** What followed; some of it only where people died or were hurt. */
  aftermath: { always: readonly string[]; dead: string; hurt: string };
  /** What to keep in mind; some of it only where there is a number. */
  doubts: { always: readonly string[]; number: readonly string[] };
  /** For a record that a second source has changed: `{first}` killed at first, `{n}` now. */
  secondSource: string;
  /** Why a status was set. */
  notes: Record<StatusStep, string>;
  /** `{actor}` with its article, `{sign}`, `{area}`. */
  evidenceFor: readonly string[];
  evidenceAgainst: readonly string[];
  unidentified: { members: string; definite: string };
  sources: {
    focalPoint: string;
    radio: string;
    patrol: string;
    clinic: string;
    authority: string;
    organisation: string;
  };
  /** `day` as YYYY-MM-DD. */
  date: (day: string) => string;
  month: (day: string) => string;
};
