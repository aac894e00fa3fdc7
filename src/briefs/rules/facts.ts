/** What a paper is composed from: everything it says, asked once, as known at one ledger line by one view. */
import type {
  Correction,
  Coverage,
  HeldDataset,
  Incident,
  NamedActor,
  Spot,
  Sum,
  Told,
  Victims,
} from '../../incidents/index.ts';
import type { Ground } from '../../places/index.ts';
import type { Language, Level } from '../../vocabulary/codes.ts';
import type { Range } from './period.ts';

export interface Common {
  at: string;
  mission: { slug: string; names: Readonly<Record<Language, string>>; timeZone: string; simulated: boolean };
  asOf: { seq: number; at: string };
  ledger: { size: number; root: string };
  /** Of everything that was used: the paper inherits it. */
  level: Level;
  compartments: string[];
  areas: string[] | null;
  ground: Ground;
  held: HeldDataset[];
}

export interface EarlierWeek extends Range {
  year: number;
  week: number;
}

/** A day or a week. */
export interface PeriodFacts extends Common {
  kind: 'daily' | 'weekly';
  period: Range;
  week: { year: number; week: number } | null;
  last: Range;
  average: { range: Range; per: number };
  earlier: EarlierWeek[];
  trend: { range: Range; by: 'day' | 'week' };
  /** When things became known in this paper's time: instants, the end not in it. */
  learned: { from: string; to: string };
  sums: { period: Sum[]; last: Sum[]; average: Sum[]; earlier: Sum[][]; trend: Sum[]; late: Sum[] };
  byArea: { period: Sum[]; average: Sum[] };
  byActor: Sum[];
  actors: NamedActor[];
  /** Named for the first time, or for the first time since a day long before. */
  newcomers: { name: string; last: string | null; first: Told }[];
  victims: Victims[];
  notable: Told[];
  /** Known by the end of the daily's 24 hours about the day they end on. */
  morning: Told[];
  edges: Told[];
  spots: Spot[];
  corrections: Correction[];
  coverage: { rows: Coverage[]; since: string };
  /** Records of any kind that touch the time. */
  anyRecords: Sum[];
  others: Sum[];
}

/** One incident. */
export interface FlashFacts extends Common {
  kind: 'flash';
  incident: Incident;
  told: Told;
  firstKnown: string;
  before: { range: Range; sums: Sum[]; area: string | null };
}

export type Facts = PeriodFacts | FlashFacts;
