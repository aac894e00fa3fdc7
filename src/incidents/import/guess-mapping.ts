/** Guesses what the columns of an unknown table mean, from their names and from what stands in them. */
import { guessDateOrder, guessDecimalComma, parseNumber } from '../../platform/files/index.ts';
import { columnEvidence, type KnownNames, NOTHING_KNOWN } from './column-evidence.ts';
import { candidatesFor, keptBecause, type NamedColumn } from './column-names.ts';
import {
  type FieldPath,
  type Guess,
  type KeptBecause,
  type Mapping,
  type Question,
  REPEATABLE,
  SETTLED,
} from './contract.ts';
import { besideHarm } from './figure-words.ts';
import { notAnEvent } from './not-an-event.ts';
import { readPoint } from './point.ts';
import { questionsFor, type Rival } from './questions.ts';
import { ACTOR_LABELS, EVENT_LABELS, meanings, PLACE_PRECISION_LABELS, TIME_PRECISION_LABELS } from './value-words.ts';

export interface GuessedMapping {
  /** `null` when no column looks like a date: a person has to choose one before anything can be imported. */
  mapping: Mapping | null;
  /** The same, even without a date. */
  proposal: Mapping;
  /** The columns that seem to mean something, the surest first; the others stay verbatim. */
  guesses: Guess[];
  kept: { header: string; because: KeptBecause }[];
  /** What a person should settle before importing, the most important first. */
  questions: Question[];
}

type Rows = readonly Record<string, string>[];

/**
 * @param samples cells of some rows (100 are plenty), by heading
 * @param known names that the mission holds, for recognising columns of places and parties
 * @param labels what a form asked for in a column, where the form is at hand
 */
export function guessMapping(
  headers: readonly string[],
  samples: Rows,
  hxlTags: Record<string, string> = {},
  known: KnownNames = NOTHING_KNOWN,
  labels: ReadonlyMap<string, readonly string[]> = new Map(),
): GuessedMapping {
  const rows = samples.filter((cells) => notAnEvent(cells, headers) === null);
  const evidence = new Map(
    headers.map((header) => [
      header,
      columnEvidence(
        rows.map((cells) => cells[header] ?? ''),
        known,
      ),
    ]),
  );
  const beside = besideHarm(headers);
  const columns = headers.map((header): NamedColumn => {
    const found = evidence.get(header) ?? columnEvidence([]);
    const belongs = beside.get(header);
    return {
      ...{ header, headers, tag: hxlTags[header], evidence: found, labels: labels.get(header) ?? [] },
      ...(belongs ? { beside: { ...belongs, addsUp: addsUp(belongs.harm, beside, rows) } } : {}),
    };
  });
  const kept = columns.flatMap((column) => {
    const because = keptBecause(column);
    return because ? [{ header: column.header, because }] : [];
  });
  const isKept = new Set(kept.map(({ header }) => header));
  const candidates = columns.flatMap((column) => (isKept.has(column.header) ? [] : candidatesFor(column)));
  const { chosen, rivals } = chooseBest(candidates);
  const guesses = turned(inPairs(chosen), rows, known);
  const proposal = mappingOf(guesses, rows);
  const asked = questionsFor({ headers, rows, evidence, guesses, rivals, proposal, kept: isKept });
  const dated = guesses.some((guess) => guess.field === 'date');
  return { mapping: dated ? proposal : null, proposal, guesses, kept, questions: asked };
}

function mappingOf(guesses: readonly Guess[], rows: Rows): Mapping {
  const valuesOf = (wanted: (field: FieldPath) => boolean) =>
    guesses.filter((guess) => wanted(guess.field)).flatMap(({ header }) => rows.map((cells) => cells[header] ?? ''));
  const of = (...fields: FieldPath[]) => valuesOf((field) => fields.includes(field));
  return {
    columns: Object.fromEntries(guesses.map(({ header, field }) => [header, field])),
    constants: {},
    dateOrder: guessDateOrder(of('date', 'date_to')),
    decimalComma: guessDecimalComma(valuesOf((field) => field.includes('.'))),
    types: meanings(of('type'), EVENT_LABELS),
    actorTypes: meanings(of('perpetrator', 'target', 'party'), ACTOR_LABELS),
    timePrecisions: meanings(of('time_precision'), TIME_PRECISION_LABELS),
    placePrecisions: meanings(of('place_precision'), PLACE_PRECISION_LABELS),
    places: {},
    figuresFrom: null,
  };
}

/** How near a second claim must be to be a question. */
const NEAR = 0.06;

/** The surest first; a field goes to one column, unless several may fill it; a column fills one field. */
function chooseBest(candidates: readonly Guess[]): { chosen: Guess[]; rivals: Rival[] } {
  const byField = new Map<FieldPath, Guess>();
  const done = new Set<string>();
  const chosen: Guess[] = [];
  const claims: { guess: Guess; first: Guess }[] = [];
  for (const guess of candidates.toSorted((a, b) => b.confidence - a.confidence)) {
    if (done.has(guess.header)) continue;
    const first = byField.get(guess.field);
    if (first && (!REPEATABLE.has(guess.field) || guess.confidence < 0.8)) {
      claims.push({ guess, first });
      continue;
    }
    byField.set(guess.field, first ?? guess);
    done.add(guess.header);
    chosen.push(guess);
  }
  const rivals = claims
    .filter(
      ({ guess, first }) =>
        !done.has(guess.header) && guess.confidence >= SETTLED && first.confidence - guess.confidence <= NEAR,
    )
    .map(({ guess, first }) => ({ field: guess.field, taken: first.header, other: guess.header }));
  return { chosen, rivals };
}

/** Half a pair of coordinates would refuse every row. */
function inPairs(guesses: Guess[]): Guess[] {
  const has = (field: FieldPath) => guesses.some((guess) => guess.field === field);
  if (has('latitude') === has('longitude')) return guesses;
  return guesses.filter(({ field }) => field !== 'latitude' && field !== 'longitude');
}

/** Columns of latitude and longitude under each other's names: turned round, their points lie in the mission's country. */
function turned(guesses: Guess[], rows: Rows, known: KnownNames): Guess[] {
  const lat = guesses.find(({ field }) => field === 'latitude');
  const lon = guesses.find(({ field }) => field === 'longitude');
  if (!lat || !lon) return guesses;
  let [straight, crossed, of] = [0, 0, 0];
  for (const cells of rows) {
    const point = pointIn(cells[lat.header] ?? '', cells[lon.header] ?? '');
    if (!point) continue;
    of++;
    if (known.isHome(point)) straight++;
    if (Math.abs(point[0]) <= 90 && known.isHome([point[1], point[0]])) crossed++;
  }
  if (of === 0) return guesses;
  const home = (hits: number) => ({ says: 'positions' as const, hits, of });
  if (crossed >= of * 0.8 && straight <= of * 0.2) {
    const swapped = [{ says: 'swapped' as const, hits: crossed, of }];
    return guesses.map((guess) => {
      if (guess === lat) return { ...guess, field: 'longitude', confidence: 0.9, evidence: swapped };
      return guess === lon ? { ...guess, field: 'latitude', confidence: 0.9, evidence: swapped } : guess;
    });
  }
  if (straight < of * 0.8) return guesses;
  return guesses.map((guess) =>
    guess === lat || guess === lon
      ? { ...guess, confidence: Math.max(guess.confidence, 0.9), evidence: [...guess.evidence, home(straight)] }
      : guess,
  );
}

function pointIn(latitude: string, longitude: string): [number, number] | null {
  try {
    return readPoint(latitude.trim(), longitude.trim());
  } catch {
    return null;
  }
}

/** In how many rows the columns beside a harm add up to it. */
function addsUp(harm: string, beside: ReadonlyMap<string, { harm: string }>, rows: Rows): { hits: number; of: number } {
  const parts = [...beside].filter(([, belongs]) => belongs.harm === harm).map(([header]) => header);
  const told = rows.filter(
    (cells) => figureIn(cells[harm]) !== null && parts.some((header) => figureIn(cells[header]) !== null),
  );
  const sum = (cells: Record<string, string>) => parts.reduce((all, header) => all + (figureIn(cells[header]) ?? 0), 0);
  return { hits: told.filter((cells) => sum(cells) === figureIn(cells[harm])).length, of: told.length };
}

/** A count as it stands in a cell; `null` for none. */
function figureIn(text: string | undefined): number | null {
  const read = parseNumber(text ?? '');
  return read.kind === 'value' ? read.value : null;
}
