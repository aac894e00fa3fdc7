/** Who may be called to a record: pure. Row-level security says the same of whoever asks; a test compares the two. */
import { levelNumber } from '../../platform/principal.ts';
import type { Level } from '../../vocabulary/codes.ts';

/** What of a record decides who sees it, as it stands now. */
export interface RecordScope {
  version: number;
  level: Level;
  compartments: readonly string[];
  /** Of its words, which comments share. */
  accountLevel: Level;
  groupCompartments: readonly string[];
  areas: readonly string[];
}

export interface Viewer {
  verbs: ReadonlySet<string>;
  level: Level;
  compartments: readonly string[];
  areas: readonly string[] | null;
}

const within = (viewer: Viewer, level: Level, compartments: readonly string[]): boolean =>
  levelNumber(level) <= levelNumber(viewer.level) &&
  (compartments.length === 0 || compartments.some((code) => viewer.compartments.includes(code)));

export const seesRecord = (viewer: Viewer, { level, compartments, areas }: RecordScope): boolean =>
  viewer.verbs.has('incident.read') &&
  within(viewer, level, compartments) &&
  (viewer.areas === null || areas.some((code) => viewer.areas?.includes(code)));

export const readsComments = (viewer: Viewer, scope: RecordScope): boolean =>
  seesRecord(viewer, scope) && within(viewer, scope.accountLevel, scope.groupCompartments);

const MENTION = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/g;

/** Ids of those whom a text calls, each once, in the order in which they are called. */
export const mentionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(MENTION)].map(([, id = '']) => id)),
];
