/** What every adapter takes and gives: a row of a file in, the draft of a record or a reason out. */
import type { CountryLocator } from '../../places/index.ts';
import type { FileRow } from '../../platform/files/index.ts';
import type { IncidentInput } from '../contract.ts';
import type { KnownNames } from './column-evidence.ts';
import type { Mapping } from './contract.ts';

/** A record before it has its id. Every default of the contract is filled in. */
export type Draft = Omit<IncidentInput, 'id'>;

export type Adapted =
  | {
      refused?: never;
      input: Draft;
      /** Names the row within its data set, the same each time the file comes: see `recordId`. */
      externalKey: string;
      /** Set when the file itself says which record it is (our own export). */
      id?: string;
      /** Set when the draft has been through the contract already: parsing it again would cost and change nothing. */
      parsed?: true;
      /** Sentences for a person: what was odd, and what was mended. */
      warnings: string[];
    }
  | { /** A sentence for a person: why this row cannot be a record. */ refused: string };

export interface Adapter {
  /** Sentences about the file as a whole, to be said once. */
  notes: string[];
  adapt(row: FileRow): Adapted;
}

export interface ImportContext {
  /** As the file has them, each different. */
  headers: readonly string[];
  hxlTags?: Record<string, string>;
  /** The slug that the rows are kept under; `own` for the mission's own records. */
  dataset: string;
  /** Overrides the levels that the data set has by default. */
  levels?: IncidentInput['levels'];
  compartments?: readonly string[];
  /** Needed by the generic adapter; the others know their columns. */
  mapping?: Mapping;
  /** Names that the mission holds, where columns are guessed. */
  known?: KnownNames;
  /** ISO 3166-1 alpha-3 for a country's name: `places.iso3FromName`. */
  iso3FromName(name: string): string | null;
  /** Where points lie; without it they are not checked against countries and seas. */
  locator?: CountryLocator;
  /** ISO day in the mission's time zone, for dates in the future. */
  today: string;
}

/** Public data: anybody may read it at its source. */
export const PUBLIC_LEVELS: Draft['levels'] = { core: 'public', account: 'public', protected: 'strictly_confidential' };
/** Data that its owner lets us read but not pass on. */
export const INTERNAL_LEVELS: Draft['levels'] = {
  core: 'internal',
  account: 'internal',
  protected: 'strictly_confidential',
};
/** What the contract gives our own records. */
export const OWN_LEVELS: Draft['levels'] = {
  core: 'internal',
  account: 'confidential',
  protected: 'strictly_confidential',
};
