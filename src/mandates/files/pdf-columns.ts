/** The order in which a page is read: one column after the other, what goes across them in its place between. */
import { isRtl, least, median, most, type Piece, rowsOf } from './pdf-lines.ts';

/** Pieces that are read from top to bottom. */
export interface Run {
  pieces: Piece[];
  /** Goes on where the run before it ended, as the second column does. */
  goesOn: boolean;
}

interface Segment {
  pieces: Piece[];
  x: number;
  right: number;
  row: number;
}

/** In sizes of the font: a gap that may be one between columns. */
const GAP = 0.9;
/** Fewer lines on a side are no column. */
const LEAST_ROWS = 4;
/** Of the width of a column, what its lines fill on average; the cells of tables and the numbers of paragraphs do not. */
const FILLED = 0.5;
/** Of the width of the text, what a column takes at least. */
const WIDE = 0.22;
/** Lines across the columns, for each line of the shorter one. */
const ACROSS = 0.5;
const MOST_COLUMNS_DEEP = 2;
/** A heading below two columns, on the side of the first: so many lines, so much larger or further down than the others. */
const HEADING_LINES = 3;
const LARGER = 1.15;
const FURTHER = 1.8;

/** @returns all pieces of a page, in the order they are read */
export function runsOf(pieces: readonly Piece[], depth = 0): Run[] {
  const segments = rowsOf(pieces).flatMap(segmentsOf);
  const gutter = depth < MOST_COLUMNS_DEEP ? gutterOf(segments) : null;
  if (gutter === null) return pieces.length === 0 ? [] : [{ pieces: [...pieces], goesOn: false }];
  const runs: Run[] = [];
  let zone: Segment[] = [];
  let across: Segment[] = [];
  const endZone = () => {
    const rtl = isRtl(zone.flatMap(piecesOf));
    const isFirst = ({ right }: Segment) => right <= gutter !== rtl;
    const foot = footOf(zone, isFirst);
    const columns = zone.slice(0, zone.length - foot.length);
    const sides = [columns.filter(isFirst), columns.filter((segment) => !isFirst(segment))].filter(isSome);
    for (const [at, side] of sides.entries()) {
      const inner = runsOf(side.flatMap(piecesOf), depth + 1);
      for (const [i, run] of inner.entries()) runs.push(i === 0 ? { ...run, goesOn: at > 0 } : run);
    }
    if (isSome(foot)) runs.push({ pieces: foot.flatMap(piecesOf), goesOn: false });
    zone = [];
  };
  const endAcross = () => {
    if (isSome(across)) runs.push({ pieces: across.flatMap(piecesOf), goesOn: false });
    across = [];
  };
  const crossed = new Set(segments.filter((segment) => crosses(segment, gutter)).map(({ row }) => row));
  for (const segment of segments) {
    if (crossed.has(segment.row)) {
      endZone();
      across.push(segment);
    } else {
      endAcross();
      zone.push(segment);
    }
  }
  endZone();
  endAcross();
  return runs;
}

const piecesOf = ({ pieces }: Segment): Piece[] => pieces;
const isSome = (list: readonly unknown[]): boolean => list.length > 0;

/** @returns what stands below both columns though it is no wider than the first */
function footOf(zone: readonly Segment[], isFirst: (segment: Segment) => boolean): Segment[] {
  const rows = [...Map.groupBy(zone, ({ row }) => row).values()].map((segments) => ({
    segments,
    y: most(segments.flatMap(piecesOf), ({ y }) => y),
    size: most(segments.flatMap(piecesOf), ({ size }) => size),
  }));
  const usual = median(rows.slice(1).map(({ y }, at) => y - (rows[at]?.y ?? 0)));
  const size = median(rows.map((row) => row.size));
  let from = rows.length;
  for (let at = rows.length - 1; at > 0 && at >= rows.length - HEADING_LINES; at--) {
    const [row, above] = [rows[at], rows[at - 1]];
    if (!row || !above || !row.segments.every(isFirst)) break;
    if (row.size > LARGER * size || row.y - above.y > FURTHER * usual) from = at;
  }
  return rows.slice(from).flatMap(({ segments }) => segments);
}

/** A line cut where it may be two columns' lines. */
function segmentsOf(pieces: readonly Piece[], row: number): Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces) {
    const open = segments.at(-1);
    if (open && piece.x - open.right <= GAP * piece.size) {
      open.pieces.push(piece);
      open.right = Math.max(open.right, piece.x + piece.width);
    } else segments.push({ pieces: [piece], x: piece.x, right: piece.x + piece.width, row });
  }
  return segments;
}

const crosses = ({ x, right }: Segment, gutter: number): boolean => x < gutter && right > gutter;

/** @returns where the page is parted into two columns; `null` when it is not */
function gutterOf(segments: readonly Segment[]): number | null {
  const from = least(segments, ({ x }) => x);
  const to = most(segments, ({ right }) => right);
  let best: { at: number; across: number } | null = null;
  for (const at of candidates(segments)) {
    const left = segments.filter(({ right }) => right <= at);
    const right = segments.filter(({ x }) => x >= at);
    const across = new Set(segments.filter((segment) => crosses(segment, at)).map(({ row }) => row)).size;
    if (best && across >= best.across) continue;
    const wide = Math.min(at - from, to - at) >= WIDE * (to - from);
    if (
      wide &&
      across <= ACROSS * Math.min(rowsIn(left), rowsIn(right)) &&
      isColumn(left, at - from) &&
      isColumn(right, to - at)
    )
      best = { at, across };
  }
  return best?.at ?? null;
}

/** The middles of the gaps within lines, those that occur most often first. */
function candidates(segments: readonly Segment[]): number[] {
  const found = new Map<number, number>();
  segments.forEach((segment, i) => {
    const next = segments[i + 1];
    if (next?.row !== segment.row) return;
    const at = Math.round((segment.right + next.x) / 2);
    found.set(at, (found.get(at) ?? 0) + 1);
  });
  const sorted = [...found].sort(([, a], [, b]) => b - a).map(([at]) => at);
  // Where columns begin and end at once, the gap is wide; a line that ends early moves its middle only.
  const starts = new Map<number, number>();
  for (const { x } of segments) starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1);
  const usual = [...starts].sort(([, a], [, b]) => b - a).slice(0, 6);
  return [...usual.map(([at]) => at - 1), ...sorted.slice(0, 30)];
}

const rowsIn = (segments: readonly Segment[]): number => new Set(segments.map(({ row }) => row)).size;

function isColumn(segments: readonly Segment[], width: number): boolean {
  const rows = rowsIn(segments);
  const filled = segments.reduce((sum, { x, right }) => sum + right - x, 0);
  return rows >= LEAST_ROWS && filled >= FILLED * rows * width;
}
