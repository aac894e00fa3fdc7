/** Guesses what the columns of an unknown table mean, from their names and from what stands in them. */
import { guessDateOrder, guessDecimalComma } from '../../platform/files/index.ts';
import { ACTOR_TYPES, type ActorType, EVENT_TYPES, type EventType, LANGUAGES } from '../../vocabulary/codes.ts';
import { label } from '../../vocabulary/index.ts';
import { columnEvidence, type Evidence } from './column-evidence.ts';
import { type FieldPath, foldWords, type Mapping, REPEATABLE } from './contract.ts';
import { fieldOfTag } from './hxl.ts';
import { SYNONYMS } from './synonyms.ts';
import { TYPE_WORDS } from './type-words.ts';

/** What a column seems to mean. */
export interface Guess {
  header: string;
  field: FieldPath;
  /** 0 to 1: for choosing among columns that claim the same field, and for showing what to look at first. */
  confidence: number;
  /** A sentence for a person. */
  reason: string;
}

export interface GuessedMapping {
  /** `null` when no column looks like a date: a person has to choose one before anything can be imported. */
  mapping: Mapping | null;
  /** The same, even without a date. */
  proposal: Mapping;
  /** The columns that seem to mean something, the surest first; the others stay verbatim. */
  guesses: Guess[];
  /** What a person should settle before importing. */
  questions: string[];
}

/** @param samples cells of some rows (100 are plenty), by heading. */
export function guessMapping(
  headers: readonly string[],
  samples: readonly Record<string, string>[],
  hxlTags: Record<string, string> = {},
): GuessedMapping {
  const evidence = new Map(
    headers.map((header) => [header, columnEvidence(samples.map((cells) => cells[header] ?? ''))]),
  );
  const candidates = headers.flatMap((header) => {
    const found = evidence.get(header);
    return found ? candidatesFor(header, hxlTags[header], found) : [];
  });
  const guesses = inPairs(chooseBest(candidates));
  const columns: Mapping['columns'] = Object.fromEntries(guesses.map(({ header, field }) => [header, field]));
  const valuesOf = (wanted: (field: FieldPath) => boolean) =>
    guesses.filter((guess) => wanted(guess.field)).flatMap(({ header }) => samples.map((cells) => cells[header] ?? ''));
  const isDate = (field: FieldPath) => field === 'date' || field === 'date_to';
  const dates = valuesOf(isDate);
  const dateOrder = guessDateOrder(dates);
  const decimalComma = guessDecimalComma(valuesOf((field) => field.includes('.')));
  const mapping: Mapping = {
    columns,
    constants: {},
    dateOrder,
    decimalComma,
    types: meanings(
      valuesOf((field) => field === 'type'),
      EVENT_LABELS,
    ),
    actorTypes: meanings(
      valuesOf((field) => field === 'perpetrator' || field === 'target' || field === 'party'),
      ACTOR_LABELS,
    ),
    timePrecisions: {},
    placePrecisions: {},
  };
  const questions: string[] = [];
  if (!guesses.some((guess) => guess.field === 'date')) {
    questions.push('No column looks like a date: choose the one that gives it.');
  }
  if (dateOrder === null && dates.some((text) => /^\s*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/.test(text))) {
    questions.push('The dates do not tell whether the day or the month comes first: choose.');
  }
  const dated = guesses.some((guess) => guess.field === 'date');
  return { mapping: dated ? mapping : null, proposal: mapping, guesses, questions };
}

/** Columns that number the rows of a sheet, unless they hold more than 1, 2, 3. */
const ROW_NUMBERS: ReadonlySet<string> = new Set(
  ['n', 'no', 'nr', 'num', 'numero', 'sn', 's n', 'رقم', 'م'].map(foldWords),
);

function candidatesFor(header: string, tag: string | undefined, evidence: Evidence): Guess[] {
  const tagged = tag === undefined ? null : fieldOfTag(tag);
  if (tagged) return [{ header, field: tagged, confidence: 1, reason: `It carries the hashtag ${tag}.` }];
  if (evidence.countsRows && ROW_NUMBERS.has(foldWords(header))) return [];
  const named = fieldsNamed(header).find(({ field }) => evidence.against(field) === null);
  if (named) {
    const sure = evidence.supports(named.field);
    const confidence = named.whole ? (sure ? 0.95 : 0.8) : sure ? 0.75 : 0.5;
    const values = sure ? `, and ${sure}` : '';
    return [{ header, field: named.field, confidence, reason: `Its name says so${values}.` }];
  }
  const suggested = evidence.suggestion;
  return suggested
    ? [{ header, field: suggested.field, confidence: 0.4, reason: `By its values: ${suggested.reason}.` }]
    : [];
}

/**
 * The fields that a name may mean, the likeliest first: the whole name, its last part where forms write their groups
 * before it (`victimes/tues`), then the longest runs of its words, later ones first (`coordonnées GPS latitude`).
 */
function fieldsNamed(header: string): { field: FieldPath; whole: boolean }[] {
  const found: { field: FieldPath; whole: boolean }[] = [];
  const name = foldWords(header.replace(/([a-z])([A-Z])/g, '$1 $2'));
  for (const text of [name, foldWords(header), foldWords(header.slice(header.lastIndexOf('/') + 1))]) {
    const field = SYNONYMS.get(text);
    if (field) found.push({ field, whole: true });
  }
  const words = name.split(' ');
  const last = SYNONYMS.get(words.at(-1) ?? '');
  if (last === 'latitude' || last === 'longitude') found.push({ field: last, whole: false });
  for (let length = words.length - 1; length > 0; length--) {
    for (let from = words.length - length; from >= 0; from--) {
      const part = words.slice(from, from + length).join(' ');
      // Short words such as "no", "x" or "to" mean something only when they are the whole name.
      const field = part.length > 3 ? SYNONYMS.get(part) : undefined;
      if (field) found.push({ field, whole: false });
    }
  }
  return found;
}

/** The surest first; a field goes to one column, unless several may fill it. */
function chooseBest(candidates: readonly Guess[]): Guess[] {
  const taken = new Set<FieldPath>();
  const chosen: Guess[] = [];
  for (const guess of candidates.toSorted((a, b) => b.confidence - a.confidence)) {
    if (taken.has(guess.field) && (!REPEATABLE.has(guess.field) || guess.confidence < 0.8)) continue;
    taken.add(guess.field);
    chosen.push(guess);
  }
  return chosen;
}

/** Half a pair of coordinates would refuse every row. */
function inPairs(guesses: Guess[]): Guess[] {
  const has = (field: FieldPath) => guesses.some((guess) => guess.field === field);
  if (has('latitude') === has('longitude')) return guesses;
  return guesses.filter(({ field }) => field !== 'latitude' && field !== 'longitude');
}

const EVENT_LABELS = new Map([...TYPE_WORDS, ...labelled<EventType>('event-types', EVENT_TYPES)]);
const ACTOR_LABELS = labelled<ActorType>('actor-types', ACTOR_TYPES);

/** Codes by their folded labels in three languages, and by themselves. */
function labelled<T extends string>(list: 'event-types' | 'actor-types', codes: readonly T[]): ReadonlyMap<string, T> {
  return new Map(
    codes.flatMap((code) =>
      [code, ...LANGUAGES.map((language) => label(list, code, language))].map((text) => [foldWords(text), code]),
    ),
  );
}

function meanings<T>(texts: readonly string[], known: ReadonlyMap<string, T>): Record<string, T> {
  const found: Record<string, T> = {};
  for (const text of texts) {
    const words = foldWords(text);
    const code = known.get(words);
    if (code !== undefined) found[words] = code;
  }
  return found;
}
