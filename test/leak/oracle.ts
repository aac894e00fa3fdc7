/** Who may see what, said once more and independently: from the words of DESIGN §4, not from the code under test. */
import { LEVELS, type LevelName, may, type Watcher } from './watchers.ts';

/** What a planted thing says about itself. */
export interface Marks {
  in: 'here' | 'there';
  level: LevelName;
  /** None: the whole mission. */
  compartments: readonly string[];
  /** Codes of the areas it lies in; `null` where areas do not count. */
  areas: readonly string[] | null;
}

/** Level, component and area of a row of a record. */
export function inView(watcher: Watcher, { in: where, level, compartments, areas }: Marks): boolean {
  return (
    watcher.in === where &&
    LEVELS.indexOf(level) <= LEVELS.indexOf(watcher.level) &&
    (compartments.length === 0 || compartments.some((code) => watcher.compartments.includes(code))) &&
    (watcher.areas === null || areas === null || areas.some((code) => watcher.areas?.includes(code)))
  );
}

/** A view that somebody else's derived work was made with is shown to whoever sees at least as much. */
export function seesAsMuchAs(watcher: Watcher, { in: where, level, compartments, areas }: Marks): boolean {
  return (
    watcher.in === where &&
    LEVELS.indexOf(level) <= LEVELS.indexOf(watcher.level) &&
    compartments.every((code) => watcher.compartments.includes(code)) &&
    (watcher.areas === null || (areas?.every((code) => watcher.areas?.includes(code)) ?? false))
  );
}

/** A group of fields is read with the record: whoever sees no record sees no group of it. */
export const readsGroup = (watcher: Watcher, core: Marks, group: Marks): boolean =>
  readsRecords(watcher) && inView(watcher, core) && inView(watcher, group);

/** Both ways to the content of records: on the page, and out. */
export const readsRecords = (watcher: Watcher): boolean =>
  may(watcher, 'incident.read') || may(watcher, 'incident.export');

export const isIn = (where: Marks['in']) => (watcher: Watcher) => watcher.in === where;
export const isInWith = (where: Marks['in'], verb: string) => (watcher: Watcher) =>
  watcher.in === where && may(watcher, verb);
export const nobody = (): boolean => false;
