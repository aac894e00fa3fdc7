/** What a guess leaves open, one question each, the most important first. */
import { type DateOrder, parseDate } from '../../platform/files/dates.ts';
import type { Evidence } from './column-evidence.ts';
import { type FieldPath, foldWords, type Guess, type Mapping, type Question, SETTLED } from './contract.ts';
import { figuresInText } from './text-figures.ts';

/** A second column that nearly took a field. */
export interface Rival {
  field: FieldPath;
  taken: string;
  other: string;
}

interface Guessed {
  headers: readonly string[];
  rows: readonly Record<string, string>[];
  evidence: ReadonlyMap<string, Evidence>;
  guesses: readonly Guess[];
  rivals: readonly Rival[];
  /** Columns that were recognised and fill no field. */
  kept: ReadonlySet<string>;
  proposal: Mapping;
}

/** Fields by what goes wrong when they are. Figures stand after the plain ones that matter more. */
const ORDER: readonly (FieldPath | 'figures')[] = [
  ...(['date', 'external_id', 'type', 'latitude', 'longitude', 'coordinates', 'place', 'figures'] as const),
  ...(['perpetrator', 'target', 'party', 'adm1', 'adm2', 'country', 'date_to', 'narrative'] as const),
];
/** More would not be answered. */
const MOST = 12;
const VICTIMS = /(^| )(victims?|victimes?|casualties|affected|ضحايا|متضررين|متضررون)( |$)/u;
/** A column of words tells of victims when so many of its cells do. */
const TELLING = 0.3;

export function questionsFor(guessed: Guessed): Question[] {
  const { guesses, rivals } = guessed;
  const unsure = guesses
    .filter(({ confidence }) => confidence < SETTLED)
    .map(({ header, field }): Question & { kind: 'unsure' } => ({ kind: 'unsure', header, field }));
  const either = rivals.map(({ field, taken, other }): Question & { kind: 'either' } => ({
    kind: 'either',
    field,
    headers: [taken, other],
  }));
  const columns = [...unsure, ...either].sort((a, b) => rank(a.field) - rank(b.field));
  return [...dateQuestions(guessed), ...columns, ...countQuestions(guessed), ...wordQuestions(guessed)].slice(0, MOST);
}

function rank(field: FieldPath): number {
  const at = ORDER.indexOf(field.includes('.') ? 'figures' : field);
  return at < 0 ? ORDER.length : at;
}

function dateQuestions({ guesses, rows, proposal }: Guessed): Question[] {
  const dates = guesses.filter(({ field }) => field === 'date' || field === 'date_to');
  if (!dates.some(({ field }) => field === 'date')) return [{ kind: 'no_date' }];
  if (proposal.dateOrder !== null) return [];
  const texts = dates.flatMap(({ header }) => rows.map((cells) => cells[header] ?? ''));
  for (const text of texts) {
    const [dmy, mdy] = [firstDay(text, 'dmy'), firstDay(text, 'mdy')];
    // 1/1/2031 reads the same both ways.
    if (dmy && mdy && dmy !== mdy) return [{ kind: 'date_order', example: text.trim(), dmy, mdy }];
  }
  return [];
}

function firstDay(text: string, order: DateOrder): string | null {
  const read = parseDate(text, order);
  return read.kind === 'value' ? read.value.from : null;
}

/** “Victims: 12”: killed, hurt, or driven away? Where nothing is counted yet, any column of counts may be the one. */
function countQuestions({ headers, evidence, guesses, kept }: Guessed): Question[] {
  const mapped = new Set(guesses.map(({ header }) => header));
  const nothingCounted = !guesses.some(({ field }) => field.includes('.'));
  return headers
    .filter((header) => !mapped.has(header) && !kept.has(header))
    .filter((header) => nothingCounted || VICTIMS.test(foldWords(header)))
    .filter((header) => evidence.get(header)?.supports('killed.all.best'))
    .map((header) => ({ kind: 'counts', header }));
}

function wordQuestions({ headers, rows, evidence, guesses }: Guessed): Question[] {
  if (guesses.some(({ field }) => field.includes('.'))) return [];
  const telling = headers.flatMap((header) => {
    const filled = evidence.get(header)?.filled ?? [];
    const texts = filled.filter((text) => figuresInText(text).length > 0);
    return rows.length > 0 && texts.length > 0 && texts.length >= filled.length * TELLING
      ? [{ header, hits: texts.length, of: filled.length, example: (texts[0] ?? '').slice(0, 120) }]
      : [];
  });
  const [best] = telling.sort((a, b) => b.hits / b.of - a.hits / a.of);
  return best ? [{ kind: 'figures_in_words', ...best }] : [];
}
