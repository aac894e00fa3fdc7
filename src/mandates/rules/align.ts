/** Which paragraphs of two texts are the same, also where they moved, were split or joined. */
import type { Paragraph } from '../contract.ts';
import { cosine, Weights } from './words.ts';

export interface Pair {
  before: Paragraph | null;
  after: Paragraph | null;
  /** 1 for the same words, 0 for one that has no other. */
  likeness: number;
  /** It stands elsewhere among its like. */
  moved: boolean;
  /** Its words stood in, or went into, a paragraph that has another as its own. */
  part: { of: Paragraph; how: 'split_from' | 'joined_into' } | null;
}

/** Below this two paragraphs are two. Chosen on the runs of MONUSCO and UNMISS: lower ones paired what only shared a form. */
const SAME = 0.42;
/** As much of a paragraph's words must stand in another for it to be a part of it. */
const PART = 0.72;

/**
 * @returns every paragraph of both texts once, in the order of the later text; what the later one dropped follows where it
 * stood. Preambular and operative paragraphs are never paired with each other.
 */
export function align(before: readonly Paragraph[], after: readonly Paragraph[]): Pair[] {
  const weights = new Weights([...before, ...after]);
  const partner = pair(before, after, weights);
  const order = new Map(before.map((paragraph, at) => [paragraph, at]));
  const kept = after.map((paragraph) => partner.get(paragraph)?.of);
  const moved = outOfOrder(kept.map((other) => (other ? (order.get(other) ?? -1) : -1)));
  const pairs = after.map((paragraph, i): Pair => {
    const found = partner.get(paragraph);
    return {
      before: found?.of ?? null,
      after: paragraph,
      likeness: found?.likeness ?? 0,
      moved: moved.has(i),
      part: found ? null : partOf(paragraph, before, weights, 'split_from'),
    };
  });
  const used = new Set(kept);
  before.forEach((paragraph, at) => {
    if (used.has(paragraph)) return;
    const previous = before.slice(0, at).findLast((other) => used.has(other));
    const where = previous ? pairs.findIndex((one) => one.before === previous) + 1 : 0;
    const behind = pairs.slice(where).findIndex((one) => one.after !== null);
    const part = partOf(paragraph, after, weights, 'joined_into');
    pairs.splice(behind < 0 ? pairs.length : where + behind, 0, {
      before: paragraph,
      after: null,
      likeness: 0,
      moved: false,
      part,
    });
  });
  return pairs;
}

/** The likest first, each once. */
function pair(before: readonly Paragraph[], after: readonly Paragraph[], weights: Weights) {
  const vectors = new Map([...before, ...after].map((paragraph) => [paragraph, weights.vector(paragraph.text)]));
  const candidates: { a: Paragraph; b: Paragraph; likeness: number }[] = [];
  for (const a of before)
    for (const b of after) {
      if (a.kind !== b.kind) continue;
      const likeness = cosine(vectors.get(a) as Map<string, number>, vectors.get(b) as Map<string, number>);
      if (likeness >= SAME) candidates.push({ a, b, likeness });
    }
  candidates.sort((x, y) => y.likeness - x.likeness);
  const taken = new Set<Paragraph>();
  const partner = new Map<Paragraph, { of: Paragraph; likeness: number }>();
  for (const { a, b, likeness } of candidates) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a);
    taken.add(b);
    partner.set(b, { of: a, likeness: Math.min(1, likeness) });
  }
  return partner;
}

function partOf(
  paragraph: Paragraph,
  others: readonly Paragraph[],
  weights: Weights,
  how: 'split_from' | 'joined_into',
): Pair['part'] {
  if (paragraph.text.length < 60) return null;
  let best: { of: Paragraph; share: number } | null = null;
  for (const of of others) {
    if (of.kind !== paragraph.kind || of.text.length < paragraph.text.length) continue;
    const share = weights.contained(paragraph.text, of.text);
    if (share >= PART && share > (best?.share ?? 0)) best = { of, share };
  }
  return best && { of: best.of, how };
}

/** @returns the places of those that are not in the longest run that keeps its order (−1 is nobody) */
function outOfOrder(places: readonly number[]): Set<number> {
  const known = places.flatMap((place, at) => (place < 0 ? [] : [{ place, at }]));
  const length: number[] = [];
  const previous: number[] = [];
  known.forEach((one, i) => {
    length[i] = 1;
    previous[i] = -1;
    for (let j = 0; j < i; j++)
      if ((known[j]?.place ?? 0) < one.place && (length[j] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1;
        previous[i] = j;
      }
  });
  let at = length.indexOf(Math.max(0, ...length));
  const inOrder = new Set<number>();
  while (at >= 0) {
    inOrder.add(known[at]?.at ?? -1);
    at = previous[at] ?? -1;
  }
  return new Set(known.filter((one) => !inOrder.has(one.at)).map((one) => one.at));
}
