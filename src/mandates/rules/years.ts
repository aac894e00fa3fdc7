/** A mission's mandate through the years, and missions beside each other: tasks as bands, with their paragraphs. */
import { MANDATE_TASKS, type MandateModality, type MandateStrength, type MandateTask } from '../../vocabulary/codes.ts';
import type { Reading } from '../contract.ts';
import { type ChainText, chainOf, SETS_TASKS } from './chain.ts';
import { profileOf, type Quote, toneOf } from './profile.ts';

type Text = Pick<Reading, 'symbol' | 'date' | 'missions' | 'paragraphs'>;

export interface Cell {
  strength: MandateStrength;
  modality: MandateModality;
  /** 0 to 1: how dark it is drawn. */
  tone: number;
  quotes: Quote[];
  ending: boolean;
}

export interface Bands {
  columns: { symbol: string | null; date: string | null; mission: string | null }[];
  /** One a task that any column gives; `null` where a column does not. */
  rows: { task: MandateTask; cells: (Cell | null)[] }[];
}

/** @param texts columns, in their order @returns bands, in the order of the vocabulary's list of tasks */
export function bandsOf(texts: readonly Text[]): Bands {
  const profiles = texts.map(({ paragraphs }) => new Map(profileOf(paragraphs).map((line) => [line.task, line])));
  const rows = MANDATE_TASKS.filter((task) => profiles.some((profile) => profile.has(task))).map((task) => ({
    task,
    cells: profiles.map((profile): Cell | null => {
      const line = profile.get(task);
      return line
        ? {
            strength: line.strength,
            modality: line.modality,
            tone: toneOf(line),
            quotes: line.quotes,
            ending: line.ending,
          }
        : null;
    }),
  }));
  return { columns: texts.map(({ symbol, date, missions }) => ({ symbol, date, mission: missions[0] ?? null })), rows };
}

/**
 * For each mission the latest text that sets its tasks (or, where none of these does, the latest with several), so that
 * missions can be held beside each other.
 */
export function latestOfEach<T extends ChainText>(texts: readonly T[]): T[] {
  const withTasks = texts.filter(({ missions, paragraphs }) => missions[0] && profileOf(paragraphs).length >= SEVERAL);
  const latest = [...Map.groupBy(withTasks, ({ missions }) => missions[0] as string)].flatMap(([mission, of]) => {
    const chain = chainOf(of, mission);
    return (chain.findLast(({ act }) => SETS_TASKS.has(act)) ?? chain.at(-1))?.text ?? [];
  });
  return (latest as T[]).toSorted((a, b) => (a.missions[0] ?? '').localeCompare(b.missions[0] ?? ''));
}

/** Fewer tasks are no mandate. */
const SEVERAL = 3;
/** Paragraph numbers of a cell, each once: `5, 8 (a), 12`. */
export const numbersOf = (cell: Cell | null): string =>
  [...new Set(cell?.quotes.map(({ number }) => number) ?? [])].join(', ');
