/** Words of a paragraph as a bag, for telling which paragraphs of two texts are the same. */
import type { Paragraph } from '../contract.ts';

const STOP = new Set(
  'the of and to in a an for on with by its it as that this at from be is are or their which all any has have into such other these those not also further including inter alia as appropriate in particular well'.split(
    ' ',
  ),
);

/** Small letters, straight marks, no endings that a renewal changes: `stabilisation` and `stabilization` are one word. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/[’‘`]/g, "'")
      .replaceAll(/-\s*\n\s*/g, '')
      .match(/[a-zà-ÿ0-9']+/g)
      ?.map((word) =>
        word
          .replace(/'s$/, '')
          .replace(/isation|ization/, 'ization')
          .replace(/(?:s|ing|ed)$/, ''),
      )
      .filter((word) => word.length > 1 && !STOP.has(word)) ?? []
  );
}

/** How telling a word is: rare ones are. */
export class Weights {
  private readonly in = new Map<string, number>();
  private readonly count: number;

  constructor(paragraphs: readonly Paragraph[]) {
    this.count = paragraphs.length;
    for (const { text } of paragraphs)
      for (const word of new Set(wordsOf(text))) this.in.set(word, (this.in.get(word) ?? 0) + 1);
  }

  /** @returns weights by word, of length 1 as a vector */
  vector(text: string): Map<string, number> {
    const vector = new Map<string, number>();
    for (const word of wordsOf(text)) vector.set(word, (vector.get(word) ?? 0) + this.of(word));
    const length = Math.hypot(...vector.values());
    if (length > 0) for (const [word, weight] of vector) vector.set(word, weight / length);
    return vector;
  }

  of(word: string): number {
    return Math.log(1 + this.count / (this.in.get(word) ?? 1));
  }

  /** How much of `part`, by weight, stands in `whole`: 1 for all of it. */
  contained(part: string, whole: string): number {
    const there = new Set(wordsOf(whole));
    let all = 0;
    let shared = 0;
    for (const word of new Set(wordsOf(part))) {
      all += this.of(word);
      if (there.has(word)) shared += this.of(word);
    }
    return all === 0 ? 0 : shared / all;
  }
}

/** Between 0 (no word shared) and 1 (the same words). */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}
