/** What stands around the event in an account: who speaks, where the place lies, the time of year, how they went about it. */
import type { ActorKey } from '../../actors.ts';
import type { Outcome, Told } from '../phrases.ts';

/** Points of the compass as a place lies from a town, from north clockwise. */
export type Sides = readonly [string, string, string, string, string, string, string, string];

export type Scene = {
  /** Further ways to tell of the commonest kinds; places as in `Phrases.says`. */
  more: Partial<Record<Told, readonly string[]>>;
  /** Who says so. */
  voices: readonly string[];
  /** `{place}`, `{dplace}`, `{km}`, `{side}`, `{town}`, `{dtown}`. */
  whereabouts: readonly string[];
  sides: Sides;
  seasons: { rains: readonly string[]; harvest: readonly string[]; dry: readonly string[] };
  /** How each actor goes about it, whoever the record names. */
  manners: Partial<Record<ActorKey, readonly string[]>>;
  /** What followed: after anything, after deaths, after plunder. */
  aftermath: readonly string[];
  afterDeaths: readonly string[];
  afterPlunder: readonly string[];
  doubts: readonly string[];
  /** What came of a response. */
  outcomes: Record<Outcome, readonly string[]>;
};
