/**
 * Headings in two rows, as people draw them: “Killed” over “Women | Men”. Both rows together name the column, or two
 * columns would be called the same.
 */
import { parseDate } from './dates.ts';
import { parseNumber } from './numbers.ts';

interface Row {
  row: number;
  cells: readonly string[];
  fault?: string;
}

/** Where the merged area that begins in a cell ends, both counted from 0; the cell's own column where there is none. */
export type SpanEnd = (row: number, column: number) => number | null;

const LONGEST = 60;

/**
 * The names of the columns when `upper` and `lower` are both headings; `null` when they are not. A group is a heading
 * with blanks to its right and headings below; a title fills the first column, and stands over all of the table.
 * @param spanEnd for sheets, which say how far a group reaches; without it a group reaches to the next one
 */
export function doubleHeadings(
  upper: Row | undefined,
  lower: Row | undefined,
  isTitleRow: boolean,
  spanEnd: SpanEnd = () => null,
): string[] | null {
  if (!upper || !lower || upper.fault !== undefined || lower.fault !== undefined) return null;
  if (lower.row !== upper.row + 1) return null;
  const [above, below] = [upper, lower].map(({ cells }) => cells.map((cell) => cell.trim())) as [string[], string[]];
  const width = Math.max(above.findLastIndex(Boolean), below.findLastIndex(Boolean)) + 1;
  if (isTitleRow && above[0]) return null;
  const lowest = below.filter(Boolean);
  if (lowest.length < 2 || !lowest.every(isHeading)) return null;
  const names: string[] = [];
  let [group, end, groups] = ['', -1, 0];
  for (let column = 0; column < width; column++) {
    const [over, under] = [above[column] ?? '', below[column] ?? ''];
    if (over) {
      const merged = spanEnd(upper.row, column);
      const reach = nextFilled(above, column + 1, width) - 1;
      const isGroup = under !== '' && (merged ?? reach) > column && (below[column + 1] ?? '') !== '';
      [group, end] = isGroup ? [over, merged ?? reach] : ['', -1];
      // One word alone above a table, which no sheet says to be merged, may be a title as well.
      if (isGroup) groups += isTitleRow && merged === null ? 0.5 : 1;
    }
    if (!over && !under) names.push('');
    else if (group && column <= end && under) names.push(`${group} / ${under}`);
    else if (over && under) names.push(`${over} / ${under}`);
    else names.push(over || under);
  }
  return groups >= 1 ? names : null;
}

function nextFilled(cells: readonly string[], from: number, width: number): number {
  const found = cells.findIndex((cell, index) => index >= from && cell !== '');
  return found < 0 ? width : found;
}

/** Rows of events hold dates and numbers; headings do not. */
function isHeading(text: string): boolean {
  return text.length <= LONGEST && !hasValue(parseNumber(text).kind) && !hasValue(parseDate(text).kind);
}

const hasValue = (kind: string): boolean => kind === 'value' || kind === 'ambiguous';
