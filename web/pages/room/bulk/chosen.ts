/** Which records of the list are chosen, with the version that was looked at; or all that match the filter. */
import { createContext, useContext } from 'react';

export interface Choice {
  chosen: ReadonlyMap<string, number>;
  /** Whatever the filter finds. */
  all: boolean;
  /** The last one that was chosen by itself: a range begins there. */
  from: string | null;
}

export const NOTHING: Choice = { chosen: new Map(), all: false, from: null };

interface Line {
  id: string;
  version: number;
}

/** More than these are not changed at once (`src/incidents/bulk/contract.ts`). */
const MOST = 500;

export function toggled({ chosen, all }: Choice, { id, version }: Line): Choice {
  const next = new Map(all ? [] : chosen);
  if (!next.delete(id) && next.size < MOST) next.set(id, version);
  return { chosen: next, all: false, from: id };
}

/** From the last one to this one, as they stand in the list. */
export function stretched(choosing: Choice, rows: readonly Line[], to: Line): Choice {
  const [a, b] = [rows.findIndex(({ id }) => id === choosing.from), rows.findIndex(({ id }) => id === to.id)];
  if (a < 0 || b < 0) return toggled(choosing, to);
  const range = rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id, version }) => [id, version] as const);
  const next = [...choosing.chosen, ...range].slice(0, MOST);
  return { chosen: new Map(next), all: false, from: choosing.from };
}

interface ChoosingState {
  choosing: Choice;
  setChoosing: (next: Choice) => void;
}

export const ChoosingContext = createContext<ChoosingState>({ choosing: NOTHING, setChoosing: () => {} });
export const useChoosing = () => useContext(ChoosingContext);
