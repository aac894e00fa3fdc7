/**
 * What somebody has decided about a file that is not brought in yet, kept in this browser: the file itself waits on the
 * server for a day. Gone when they sign out.
 */
import type { Plan } from './plan.ts';

export interface Kept {
  /** The upload. */
  id: string;
  name: string;
  step: string;
  plan: Plan;
  at: number;
}

const PREFIX = 'kinga.import.';
/** As long as the server keeps an upload. */
const DAY = 24 * 3_600_000;
const MOST = 10;

const keyOf = (mission: string, person: string) => `${PREFIX}${mission}.${person}`;

/** The latest first. */
export function keptImports(mission: string, person: string): Kept[] {
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(mission, person)) ?? '[]') as Kept[];
    return found.filter(({ at }) => Date.now() - at < DAY);
  } catch {
    return [];
  }
}

/** A full or forbidden store only means that nothing waits here. */
function write(mission: string, person: string, all: readonly Kept[]) {
  try {
    localStorage.setItem(keyOf(mission, person), JSON.stringify(all.slice(0, MOST)));
  } catch {
    return;
  }
}

export function keepImport(mission: string, person: string, kept: Omit<Kept, 'at'>) {
  const others = keptImports(mission, person).filter(({ id }) => id !== kept.id);
  write(mission, person, [{ ...kept, at: Date.now() }, ...others]);
}

export const dropImport = (mission: string, person: string, id: string) =>
  write(
    mission,
    person,
    keptImports(mission, person).filter((one) => one.id !== id),
  );

/** At signing out: file names and their words are no business of whoever sits here next. */
export function dropAllImports() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
