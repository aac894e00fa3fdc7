/** Codes of the vocabulary by what a file may call them: their labels in three languages, and words that people use. */
import {
  ACTOR_TYPES,
  type ActorType,
  EVENT_TYPES,
  type EventType,
  LANGUAGES,
  PLACE_PRECISIONS,
  type PlacePrecision,
  TIME_PRECISIONS,
  type TimePrecision,
} from '../../vocabulary/codes.ts';
import { type ListId, label } from '../../vocabulary/index.ts';
import { foldWords } from './contract.ts';
import { TYPE_WORDS } from './type-words.ts';

export const EVENT_LABELS: ReadonlyMap<string, EventType> = new Map([
  ...TYPE_WORDS,
  ...labelled<EventType>('event-types', EVENT_TYPES),
]);
export const ACTOR_LABELS: ReadonlyMap<string, ActorType> = labelled('actor-types', ACTOR_TYPES);
export const TIME_PRECISION_LABELS: ReadonlyMap<string, TimePrecision> = labelled('time-precisions', TIME_PRECISIONS);
export const PLACE_PRECISION_LABELS: ReadonlyMap<string, PlacePrecision> = labelled(
  'place-precisions',
  PLACE_PRECISIONS,
);

/** Codes by their folded labels in three languages, and by themselves. */
function labelled<T extends string>(list: ListId, codes: readonly T[]): ReadonlyMap<string, T> {
  return new Map(
    codes.flatMap((code) =>
      [code, ...LANGUAGES.map((language) => label(list, code, language))].map((text) => [foldWords(text), code]),
    ),
  );
}

/** What the words of some cells mean, by their folded form; those that nobody knows are left out. */
export function meanings<T>(texts: readonly string[], known: ReadonlyMap<string, T>): Record<string, T> {
  const found: Record<string, T> = {};
  for (const text of texts) {
    const words = foldWords(text);
    const code = known.get(words);
    if (code !== undefined) found[words] = code;
  }
  return found;
}
