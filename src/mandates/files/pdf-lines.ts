/** Pieces of text on a page put together to lines: a PDF knows where letters are, not what belongs together. */

/** Text in one font that stands on one line. Points; `y` grows downwards and is that of the line the letters stand on. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Of its font. */
  size: number;
  rtl: boolean;
  /** Its place among the pieces of the file, and whether a space was written right before it. */
  order: number;
  afterSpace: boolean;
}

export interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  rtl: boolean;
}

/** How far letters reach above and below the line they stand on, in sizes of their font. */
const ABOVE = 0.75;
const BELOW = 0.2;
/** In sizes of the font: what is a space, and what is the gap between two columns of a table. */
const SPACE = 0.12;
const TAB = 3;

/** @returns the pieces by the line they stand on, the highest line first; raised and lowered letters with their words */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: { main: Piece; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && besideEachOther(row.main, piece)) {
      row.pieces.push(piece);
      if (piece.size > row.main.size) row.main = piece;
    } else rows.push({ main: piece, pieces: [piece] });
  }
  return rows.map((row) => row.pieces.sort((a, b) => a.x - b.x || a.order - b.order));
}

/** Bold letters are sometimes the same letters drawn twice. @returns each once */
export function withoutShadows(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const same = seen.get(piece.text) ?? [];
    const near = 0.2 * piece.size;
    // One that a row of same words would be compared with again and again is one too many to look at.
    const isShadow = same.slice(-20).some(({ x, y }) => Math.abs(x - piece.x) < near && Math.abs(y - piece.y) < near);
    if (!isShadow) seen.set(piece.text, [...same.slice(-20), piece]);
    return !isShadow;
  });
}

/** @param row sorted from left to right */
export function lineOf(row: readonly Piece[]): Line {
  const rtl = isRtl(row);
  const ordered = inReadingOrder(rtl ? turned(row) : row, rtl);
  let text = '';
  let run = '';
  ordered.forEach((piece, at) => {
    const last = ordered[at - 1];
    // What runs to the right holds its brackets as they are.
    if (!piece.rtl) {
      text += mirrored(run);
      run = '';
    }
    const part = (last ? between(last, piece) : '') + piece.text;
    if (piece.rtl) run += part;
    else text += part;
  });
  text += mirrored(run);
  const main = row.reduce((a, b) => (b.size > a.size ? b : a));
  return {
    text: text.trim(),
    rtl,
    x: least(row, ({ x }) => x),
    right: most(row, ({ x, width }) => x + width),
    y: main.y,
    size: main.size,
  };
}

/** More of its letters are of a script that runs to the left. */
export function isRtl(pieces: readonly Piece[]): boolean {
  const count = (rtl: boolean) => pieces.reduce((sum, one) => sum + (one.rtl === rtl ? letters(one.text) : 0), 0);
  const left = count(true);
  return left > 0 && left >= count(false);
}

/** Not `Math.min(...)`: a hundred thousand arguments are more than a call takes. */
export const least = <T>(from: readonly T[], of: (one: T) => number): number =>
  from.reduce((sum, one) => Math.min(sum, of(one)), Number.POSITIVE_INFINITY);

export const most = <T>(from: readonly T[], of: (one: T) => number): number => -least(from, (one) => -of(one));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function besideEachOther(a: Piece, b: Piece): boolean {
  const top = Math.max(a.y - ABOVE * a.size, b.y - ABOVE * b.size);
  const bottom = Math.min(a.y + BELOW * a.size, b.y + BELOW * b.size);
  return bottom - top > 0.5 * (ABOVE + BELOW) * Math.min(a.size, b.size);
}

/** In a line that runs to the left, marks that stand alone run with it unless they stand within what runs to the right. */
function turned(row: readonly Piece[]): Piece[] {
  const isMark = ({ text }: Piece) => !/[\p{L}\p{N}]/u.test(text);
  return row.map((piece, at) => {
    if (!isMark(piece)) return piece;
    const [before, after] = [row[at - 1], row[at + 1]];
    const within = before && after && !before.rtl && !after.rtl && !isMark(before) && !isMark(after);
    return { ...piece, rtl: !within };
  });
}

/** Some files hold the bracket that is seen, which in a line that runs to the left is the other one: `)a(`. */
function mirrored(text: string): string {
  if (!/^(?:\)\()+$/.test(text.replace(/[^()]/g, ''))) return text;
  return text.replace(/\)([^()]{1,40})\(/g, '($1)');
}

/** Within a line, what runs the other way than the line is turned. */
function inReadingOrder(row: readonly Piece[], rtl: boolean): Piece[] {
  const out: Piece[] = [];
  let other: Piece[] = [];
  for (const piece of rtl ? [...row].reverse() : row) {
    if (piece.rtl === rtl) {
      for (const one of other.reverse()) out.push(one);
      other = [];
      out.push(piece);
    } else other.push(piece);
  }
  for (const one of other.reverse()) out.push(one);
  return out;
}

function between(a: Piece, b: Piece): string {
  const gap = Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width));
  const size = Math.max(a.size, b.size);
  if (gap > TAB * size) return '\t';
  const written = b.afterSpace && b.order === a.order + 1;
  return gap > SPACE * size || written || /\s$/.test(a.text) || /^\s/.test(b.text) ? ' ' : '';
}
