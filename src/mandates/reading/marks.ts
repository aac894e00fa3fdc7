/** The marks of items, and which level of a tree each belongs to: `(i)` is a letter after `(h)`, a numeral after `(b)`. */

export type Style = 'letter' | 'roman' | 'digit' | 'capital' | 'dash';

export interface Level {
  style: Style;
  /** Which of its siblings came last: 1 for `(a)`. */
  last: number;
  /** Its number whole, as it is written in the list of paragraphs. */
  number: string;
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };

/** @returns 4 for `iv`, `null` for what is no numeral */
function romanValue(mark: string): number | null {
  if (!/^(?:x{0,4})(?:ix|iv|v?i{0,3})$/.test(mark) || mark === '') return null;
  let value = 0;
  for (let i = 0; i < mark.length; i++) {
    const one = ROMAN[mark[i] as string] as number;
    value += one < (ROMAN[mark[i + 1] as string] ?? 0) ? -one : one;
  }
  return value;
}

/** @returns 1 for `a`, 27 for `aa`; `null` for what is no letter */
function letterValue(mark: string): number | null {
  if (/^[a-z]$/.test(mark)) return mark.charCodeAt(0) - 96;
  return /^([a-z])\1$/.test(mark) ? mark.charCodeAt(0) - 96 + 26 : null;
}

function readings(mark: string): { style: Style; value: number }[] {
  if (/^\d+$/.test(mark)) return [{ style: 'digit', value: Number(mark) }];
  if (/^[A-H]$/.test(mark)) return [{ style: 'capital', value: mark.charCodeAt(0) - 64 }];
  const letter = letterValue(mark);
  const roman = romanValue(mark);
  return [
    ...(letter === null ? [] : [{ style: 'letter' as const, value: letter }]),
    ...(roman === null ? [] : [{ style: 'roman' as const, value: roman }]),
  ];
}

/**
 * Where an item belongs.
 * @param open the levels that stand open below the paragraph, the outermost first
 * @param next the mark that follows it in the text, to tell `(i)` before `(ii)` from `(i)` before `(j)`
 * @returns its depth (0 directly below the paragraph), style and place among its siblings
 */
export function placeOf(
  mark: string,
  open: readonly Level[],
  next: string | null,
): { depth: number; style: Style; value: number } {
  const ways = readings(mark);
  const follows = (style: Style, value: number): boolean =>
    next !== null && readings(next).some((way) => way.style === style && way.value === value + 1);
  if (ways.length > 1 && next !== null) {
    const sure = ways.filter(({ style, value }) => follows(style, value));
    if (sure.length === 1 && sure[0]) ways.sort((a, b) => Number(b === sure[0]) - Number(a === sure[0]));
    else ways.sort((a, b) => continuity(b, open) - continuity(a, open));
  } else ways.sort((a, b) => continuity(b, open) - continuity(a, open));
  const [way] = ways;
  if (!way) return { depth: open.length, style: 'letter', value: 0 };
  for (let depth = open.length - 1; depth >= 0; depth--)
    if (open[depth]?.style === way.style && (open[depth]?.last ?? 0) < way.value) return { depth, ...way };
  return { depth: open.filter(({ style }) => style !== 'dash').length, ...way };
}

/** 2: the very next of an open level; 1: the first of a new one. */
function continuity({ style, value }: { style: Style; value: number }, open: readonly Level[]): number {
  if (open.some((level) => level.style === style && level.last + 1 === value)) return 2;
  return value === 1 ? 1 : 0;
}
