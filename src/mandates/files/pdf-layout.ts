/** Pages of lines as text: indents as spaces, a blank line where more than the usual space is left, a form feed between pages. */
import { clean, trimmed } from './clean.ts';
import { type Run, runsOf } from './pdf-columns.ts';
import { type Line, least, lineOf, median, most, type Piece, rowsOf, withoutShadows } from './pdf-lines.ts';

/** The lines of a page: each run of lines from top to bottom, and how it follows the one before. */
interface Column {
  lines: Line[];
  goesOn: boolean;
}

/** How a document is set. */
interface Setting {
  /** From line to line of a paragraph. */
  leading: number;
  size: number;
  /** Of a letter. */
  width: number;
}

/** Of the usual space between lines: more parts paragraphs. */
const APART = 1.3;
const MOST_SPACES = 60;
/** Of all distances: fewer say nothing of the usual one. */
const COMMON = 0.15;
/** In sizes of the font: lines of a paragraph are rarely further apart, unless a text is set for corrections. */
const WIDE_LEADING = 1.75;

/** The pieces of a page, in any order: those that are written at one angle together, what is read first first. */
export type Page = readonly (readonly Piece[])[];

export function layOut(pages: readonly Page[]): string {
  const laid = pages.map((page) => page.map((pieces) => runsOf(withoutShadows(pieces)).map(columnOf)));
  const setting = settingOf(laid.flat(2));
  return laid.map((page) => page.map((columns) => textOfColumns(columns, setting)).join('\n\n')).join('\f');
}

const columnOf = ({ pieces, goesOn }: Run): Column => ({
  goesOn,
  lines: joinedWords(rowsOf(pieces).map(lineOf)).filter(({ text }) => text !== ''),
});

/** A word that a soft hyphen parts at a line's end is put together on the first of the two lines. */
function joinedWords(lines: readonly Line[]): Line[] {
  const out = lines.map((line) => ({ ...line }));
  out.forEach((line, at) => {
    const next = out[at + 1];
    if (!line.text.endsWith('\u00ad') || !next) return;
    const [rest = ''] = /^\S*/.exec(next.text) ?? [];
    line.text = line.text.slice(0, -1) + rest;
    next.text = next.text.slice(rest.length).trimStart();
  });
  return out;
}

function textOfColumns(columns: readonly Column[], setting: Setting): string {
  const out: string[] = [];
  const left = least(columns, ({ lines }) => leftOf(lines));
  const right = most(columns, ({ lines }) => rightOf(lines));
  const parted = columns.some(({ goesOn }) => goesOn);
  columns.forEach(({ lines, goesOn }, at) => {
    if (at > 0 && !goesOn) out.push('');
    // A line across columns is set within the page, a column's within the column.
    const own = parted && lines.length > 2;
    const from = own ? leftOf(lines) : left;
    const to = own ? rightOf(lines) : right;
    let last: Line | null = null;
    for (const line of lines) {
      if (last && isApart(last, line, setting)) out.push('');
      const indent = Math.round((line.rtl ? to - line.right : line.x - from) / setting.width);
      out.push(' '.repeat(Math.min(MOST_SPACES, Math.max(0, indent))) + clean(line.text));
      last = line;
    }
  });
  return trimmed(out.join('\n'));
}

function isApart(last: Line, line: Line, { leading, size }: Setting): boolean {
  const larger = Math.max(1, Math.min(last.size, line.size) / size);
  return line.y - last.y > APART * leading * larger;
}

function settingOf(columns: readonly Column[]): Setting {
  const lines = columns.flatMap((column) => column.lines);
  const size = median(lines.map((line) => line.size)) || 10;
  const width = median(lines.map(({ x, right, text }) => (right - x) / text.length)) || size / 2;
  return { size, width, leading: leadingOf(columns, size) };
}

/** The smallest distance between lines that is common. */
function leadingOf(columns: readonly Column[], size: number): number {
  const counts = new Map<number, number>();
  let all = 0;
  let full = 0;
  for (const { lines } of columns) {
    const widest = most(lines, ({ x, right }) => right - x);
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1];
      if (!next) continue;
      const distance = Math.round((next.y - line.y) * 2) / 2;
      if (distance < 0.8 * size || distance > 4 * size) continue;
      counts.set(distance, (counts.get(distance) ?? 0) + 1);
      all++;
      if (line.right - line.x > 0.8 * widest) full++;
    }
  }
  // A distance lies between two halves of a point as often as not.
  const near = (at: number) => [-0.5, 0, 0.5].reduce((sum, by) => sum + (counts.get(at + by) ?? 0), 0);
  const common = [...counts.keys()].sort((a, b) => a - b).find((at) => near(at) >= COMMON * all);
  const usual = 1.2 * size;
  if (common === undefined) return usual;
  // Nothing but wide distances: paragraphs of a line each, unless most lines are full.
  return common > WIDE_LEADING * size && full < 0.6 * all ? usual : common;
}

const leftOf = (lines: readonly Line[]): number => least(lines, ({ x }) => x);
const rightOf = (lines: readonly Line[]): number => most(lines, ({ right }) => right);
