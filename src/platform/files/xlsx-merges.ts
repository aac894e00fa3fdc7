/**
 * Merged areas of a sheet. They stand behind its rows, so they are looked for before the rows are read; and only by
 * their text, because taking the whole sheet apart twice would cost as much as reading it.
 */
import type { Archive } from './zip.ts';

export interface Merge {
  column: number;
  lastColumn: number;
  firstRow: number;
  lastRow: number;
}

const AREA = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** Longer than any such element. */
const OVERLAP = 200;
const MOST = 100_000;

/** @returns the areas in file order, each by its first column */
export async function readMerges(archive: Archive, part: string): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const chunk of archive.read(part)) {
    const text = rest + chunk.toString('latin1');
    let end = 0;
    for (const found of text.matchAll(AREA)) {
      const [whole, letters = '', from, lastLetters = '', to] = found;
      end = found.index + whole.length;
      if (merges.length < MOST)
        merges.push({
          ...{ column: columnNumber(letters), lastColumn: columnNumber(lastLetters) },
          ...{ firstRow: Number(from), lastRow: Number(to) },
        });
    }
    rest = text.slice(Math.max(end, text.length - OVERLAP));
  }
  return merges;
}

/**
 * Fills the cells of areas that go over several rows: a date beside three events is the date of each. Rows come in file
 * order; an area's own first row gives the text. What stands side by side in one row stays in its first cell.
 */
export function mergeFiller(merges: readonly Merge[]): (row: number, cells: string[]) => void {
  const waiting = merges
    .filter((merge) => merge.lastRow > merge.firstRow)
    .toSorted((a, b) => a.firstRow - b.firstRow)
    .values();
  let next = waiting.next().value;
  let open: { merge: Merge; text: string }[] = [];
  return (row, cells) => {
    open = open.filter(({ merge }) => merge.lastRow >= row);
    for (; next && next.firstRow <= row; next = waiting.next().value) {
      if (next.firstRow === row) open.push({ merge: next, text: cells[next.column - 1] ?? '' });
    }
    // A row that says nothing of its own stays blank.
    if (cells.every((cell) => cell.trim() === '')) return;
    for (const { merge, text } of open) {
      while (cells.length < merge.column) cells.push('');
      if (cells[merge.column - 1] === '') cells[merge.column - 1] = text;
    }
  };
}

/** How far the area that begins in a cell reaches to the right, counted from 0. */
export const spanEndIn =
  (merges: readonly Merge[]) =>
  (row: number, column: number): number | null => {
    const area = merges.find((merge) => merge.firstRow === row && merge.column === column + 1);
    return area ? area.lastColumn - 1 : null;
  };

/** `AB` → 28. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
