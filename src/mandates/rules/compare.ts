/** Two texts side by side: paragraphs, words, and what it means for whoever has to act on them. */
import { diffWordsWithSpace } from 'diff';
import type { ChangeKind, Paragraph, Reading } from '../contract.ts';
import { readable } from '../reading/plain.ts';
import { align, type Pair } from './align.ts';
import { changesOf, isOurs, profileOf, type Quote, type TaskChange } from './profile.ts';

export interface WordDifference {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

export interface ComparedPair extends Pair {
  /** Word by word, where both stand there and are not the same. */
  words: WordDifference[] | null;
  /** What it means: the changes that rest on one of the two. */
  means: TaskChange[];
}

export interface Comparison {
  pairs: ComparedPair[];
  changes: TaskChange[];
  /** Paragraphs that give the mission something to do and have no like in the other text. */
  added: Quote[];
  dropped: Quote[];
  /** Words of the later text that end, reduce or hand over. */
  endings: Quote[];
  /** Ceilings, before and after, as the texts say them. */
  ceilings: { before: Ceiling[]; after: Ceiling[] };
}

export interface Ceiling {
  number: string;
  people: number;
  words: string;
}

type Text = Pick<Reading, 'paragraphs'>;

/** @returns the comparison of an earlier text with a later one */
export function compareTexts(before: Text, after: Text): Comparison {
  const changes = changesOf(profileOf(before.paragraphs), profileOf(after.paragraphs));
  const pairs = align(before.paragraphs, after.paragraphs).map(
    (pair): ComparedPair => ({
      ...pair,
      words: wordsBetween(pair),
      means: changes.filter((change) => restsOn(change, pair)),
    }),
  );
  return {
    pairs,
    changes,
    added: pairs.flatMap(({ before: old, after: fresh }) => (old ? [] : tasksIn(fresh))),
    dropped: pairs.flatMap(({ before: old, after: fresh }) => (fresh ? [] : tasksIn(old))),
    endings: endingsOf(after),
    ceilings: { before: ceilingsOf(before), after: ceilingsOf(after) },
  };
}

/** Changes that only say that a text does not speak of what the other one gives. */
const SILENCE: Record<'before' | 'after', ReadonlySet<ChangeKind>> = {
  before: new Set(['gained', 'strengthened', 'condition_added']),
  after: new Set(['lost', 'weakened', 'condition_removed']),
};

/**
 * What a text that does not set the tasks anew leaves unsaid goes on: it is neither lost nor gained.
 * @param partial which of the two is such a text
 */
export function withoutSilence(comparison: Comparison, partial: { before: boolean; after: boolean }): Comparison {
  const isChange = ({ kind }: TaskChange) =>
    !(partial.before && SILENCE.before.has(kind)) && !(partial.after && SILENCE.after.has(kind));
  const { ceilings, ...rest } = comparison;
  const isSilent = (ceilings.before.length === 0 && partial.before) || (ceilings.after.length === 0 && partial.after);
  return {
    ...rest,
    changes: comparison.changes.filter(isChange),
    pairs: comparison.pairs.map((pair) => ({ ...pair, means: pair.means.filter(isChange) })),
    added: partial.before ? [] : comparison.added,
    dropped: partial.after ? [] : comparison.dropped,
    ceilings: isSilent ? { before: [], after: [] } : ceilings,
  };
}

const tasksIn = (paragraph: Paragraph | null): Quote[] =>
  paragraph?.kind === 'OP'
    ? paragraph.codes
        .filter(isOurs)
        .slice(0, 1)
        .map(({ span }) => ({ number: paragraph.number, span }))
    : [];

const endingsOf = ({ paragraphs }: Text): Quote[] =>
  paragraphs.flatMap(({ kind, number, qualifiers }) =>
    kind === 'OP' ? qualifiers.filter(({ code }) => code === 'ends').map(({ span }) => ({ number, span })) : [],
  );

function wordsBetween({ before, after }: Pair): WordDifference[] | null {
  if (!before || !after) return null;
  const [old, fresh] = [readable(before.text), readable(after.text)];
  if (old === fresh) return null;
  return diffWordsWithSpace(old, fresh).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

/** What was lost is told where it stood; all else where it stands now. */
function restsOn({ kind, before, after }: TaskChange, pair: Pair): boolean {
  const stands = (line: TaskChange['after'], paragraph: Paragraph | null) =>
    paragraph !== null && (line?.quotes.some(({ number }) => number === paragraph.number) ?? false);
  return kind === 'lost' ? stands(before, pair.before) : stands(after, pair.after);
}

/** @returns the numbers of people that a text allows a mission */
export function ceilingsOf({ paragraphs }: Text): Ceiling[] {
  return paragraphs.flatMap(({ number, qualifiers, text, span }) =>
    qualifiers
      .filter(({ code, value }) => code === 'ceiling' && value !== undefined)
      .map(({ value, span: [from, to] }) => ({
        number,
        people: Number(value),
        words: readable(text.slice(from - span[0], to - span[0])),
      })),
  );
}
