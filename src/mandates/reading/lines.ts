/**
 * A text as lines, with what a page put there set apart: running heads, page numbers, document numbers, footnotes. Every
 * line keeps its place in the source, since all that is read later points back there.
 */

/** Where words stand in the source: UTF-16 units, the end excluded. */
export type Span = [from: number, to: number];

export interface Line {
  from: number;
  to: number;
  /** Spaces before the first letter. */
  indent: number;
  /** Without the spaces around it. */
  text: string;
  /** The page's, not the text's. */
  furniture: boolean;
}

/** Nobody writes a sentence like this. */
const SURE =
  /^(?:s\/res\/\d+ ?\(\d{4}\)\*?|distr\.?(?:: ?general)?|general|original: ?[a-z]+|page ?\d+|\d{1,3} ?\/ ?\d{1,3}|[-–—] ?\d{1,3} ?[-–—]|\d{2}-\d{5}(?: ?\(e\))?(?: ?\d+)?|\*\d{5,}\*|\/?\. ?\. ?\.|\/…|\d{1,3}[-/ ]\d{1,3} \d{2}-\d{5}|\d{2}-\d{5} \d{1,3}\/\d{1,3}|\[s\/\d+(?:\/[\w.]+)*\]|={2,} ?[ivx\d]+ ?={2,})$/i;

/** Furniture only beside what is sure: a sentence broken into short lines may hold the same words. */
const MAYBE =
  /^(?:united nations|united|nations|security council|\d{1,3}|(?:resolution )?\d{3,4} ?\(\d{4}\)|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4})$/i;

/** Old volumes: `22 Adopted without vote.`, `1/ S/12345.` */
const FOOTNOTE =
  /^\d{1,3} ?[/*]? ?(?:ibid\b|see (?:also )?(?:official|s\/|document|resolution)|official records|adopted without|document s\/|s\/\d|for the text|resolution \d|subsequently|quoted in|in a (?:letter|note)|on \d|the (?:situation|question|delegation)|one member|two members|incorporated in|circulated)/i;

/** @returns every line of the source that holds a letter or is blank, in order; line ends of all systems are known */
export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  const end = /\r\n|\n|\r|\f|\u2028|\u2029/g;
  for (let from = 0; from <= source.length; ) {
    end.lastIndex = from;
    const found = end.exec(source);
    const to = found ? found.index : source.length;
    lines.push(lineAt(source, from, to));
    if (!found) break;
    from = end.lastIndex;
  }
  markFurniture(lines);
  return lines;
}

function lineAt(source: string, from: number, to: number): Line {
  let start = from;
  let indent = 0;
  while (start < to && /\s/.test(source[start] ?? '')) indent += source[start++] === '\t' ? 4 : 1;
  let stop = to;
  while (stop > start && /\s/.test(source[stop - 1] ?? '')) stop--;
  return { from: start, to: stop, indent, text: source.slice(start, stop), furniture: false };
}

function markFurniture(lines: Line[]): void {
  for (const line of lines) {
    line.furniture = line.text.length < 160 && (SURE.test(line.text) || FOOTNOTE.test(line.text));
  }
  const solid = lines.filter(({ text }) => text !== '');
  // A page's number at the very end has nothing below it.
  const last = solid.at(-1);
  if (last && /^\d{1,3}$/.test(last.text)) last.furniture = true;
  // Twice, so that what stands beside something doubtful that has become sure is seen too, from above and from below.
  for (const order of [solid, [...solid].reverse()]) {
    order.forEach((line, at) => {
      if (!line.furniture && MAYBE.test(line.text) && order[at - 1]?.furniture) line.furniture = true;
    });
  }
}
