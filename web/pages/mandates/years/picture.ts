/** What is drawn of a mandate through the years: for each task and text a band, a gap, or that it is carried on. Pure. */
import type { YearsView } from '../../../../src/mandates/answers/contract.ts';

export type Column = YearsView['columns'][number];
type Row = YearsView['rows'][number];
export type Cell = NonNullable<Row['cells'][number]>;

export type Drawn =
  | { kind: 'given'; cell: Cell; step: number }
  /** It was given before, and is not any more. */
  | { kind: 'gap' }
  /** A text that only extends or changes says nothing of it: it goes on. */
  | { kind: 'carried' }
  | { kind: 'none' };

/** Texts that say all that the mission is to do: what does not stand there is not given. */
export const setsTasks = ({ act }: Pick<Column, 'act'>): boolean => act === 'establishes' || act === 'renews';

/** Where one of five tones ends and the next begins: so that "secure" and "assist" are told apart under one verb. */
const STEPS = [0.5, 0.65, 0.78, 0.88];
const stepOf = ({ tone }: Pick<Cell, 'tone'>): number => STEPS.filter((edge) => tone >= edge).length;

export function drawnOf(columns: readonly Column[], { cells }: Row): Drawn[] {
  let isHeld = false;
  let wasHeld = false;
  return columns.map((column, at) => {
    const cell = cells[at];
    if (cell) {
      isHeld = true;
      wasHeld = true;
      return { kind: 'given', cell, step: stepOf(cell) };
    }
    isHeld &&= !setsTasks(column) && column.act !== 'ends';
    return { kind: isHeld ? 'carried' : wasHeld ? 'gap' : 'none' };
  });
}

/** What the last text that sets tasks did to one, held against what was given before it. */
export function lastStepOf(columns: readonly Column[], row: Row): 'lost' | 'gained' | null {
  const last = columns.findLastIndex(setsTasks);
  const drawn = drawnOf(columns, row);
  const isGiven = (one: Drawn | undefined) => one?.kind === 'given' || one?.kind === 'carried';
  if (last < 1) return null;
  const [then, now] = [isGiven(drawn[last - 1]), isGiven(drawn[last])];
  if (then === now) return null;
  return now ? 'gained' : 'lost';
}

/** Which strengths and ways stand behind each tone that is drawn, the strongest first. */
export function legendOf(rows: readonly Row[]): { step: number; ways: Cell[] }[] {
  const ways = new Map<string, Cell>();
  for (const { cells } of rows)
    for (const cell of cells) if (cell && !cell.ending) ways.set(`${cell.strength} ${cell.modality}`, cell);
  return [4, 3, 2, 1, 0]
    .map((step) => ({
      step,
      ways: [...ways.values()].filter((way) => stepOf(way) === step).toSorted((a, b) => b.tone - a.tone),
    }))
    .filter((line) => line.ways.length > 0);
}
