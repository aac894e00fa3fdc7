/**
 * How a file looks under a mapping, and writes nothing: its first rows as the records they would be, its words with
 * their counts, and the places that it only names, each with what the gazetteer has for it.
 */
import { foldName, iso3FromName, type PlaceHit, placer, searchPlaces } from '../../places/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { FileRow, OpenedFile } from '../../platform/files/index.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { Core } from '../contract.ts';
import { type FieldPath, foldWords, type ImportChoices, type ImportLook, type Mapping } from '../import/contract.ts';
import { makeImporter } from '../import/importer.ts';
import { notAnEvent } from '../import/not-an-event.ts';
import { recognise } from '../import/schemas.ts';
import type { Adapter } from '../import/types.ts';
import { filled } from '../place.ts';
import { knownNames } from './known-names.ts';
import { locatorOf, openImport } from './open-import.ts';

/** Rows shown, rows whose words are counted, and words and places told. */
const SHOWN = 10;
const LOOKED_AT = 5000;
/** Rows may be long, and all that are looked at are held at once. */
const MOST_CHARS = 20_000_000;
const WORDS = 200;
const PLACES = 60;
/** A name that fits worse is none that anybody meant. */
const LEAST_SCORE = 0.6;
const SAMPLES = 200;

/** @throws `unreadable_file` with a sentence */
export async function lookAtImport(
  db: Database,
  who: Principal,
  path: string,
  choices: Pick<ImportChoices, 'schema' | 'dataset' | 'mapping' | 'sheet'>,
): Promise<ImportLook> {
  must(who, 'import.run');
  const file = await openImport({ path, ...(choices.sheet === undefined ? {} : { sheet: choices.sheet }) });
  const { rows, whole } = await readSome(file);
  const samples = rows.slice(0, SAMPLES).map(({ cells }) => cells);
  return db.read(who, async (tx) => {
    const place = await placer(tx);
    const recognised = recognise(file.headers, file.hxlTags);
    const adapter = makeImporter(
      choices.schema ?? recognised.schema,
      {
        headers: file.headers,
        ...(file.hxlTags ? { hxlTags: file.hxlTags } : {}),
        ...(choices.mapping ? { mapping: choices.mapping } : {}),
        dataset: choices.dataset ?? recognised.dataset,
        iso3FromName,
        locator: locatorOf(place),
        today: db.clock.now().toISOString().slice(0, 10),
        known: await knownNames(tx, samples),
      },
      samples,
    );
    const looked = rows.map((row) => lookAt(row, adapter, (core) => filled(core, place)));
    const { mapping } = choices;
    const events = mapping ? rows.filter(({ cells }) => notAnEvent(cells, file.headers) === null) : rows;
    return {
      rows: looked.slice(0, SHOWN),
      words: wordsOf(events, mapping),
      places: mapping ? await placesOf(tx, events, looked, mapping) : [],
      placed: looked.filter(({ record }) => record?.point).length,
      named: looked.filter(({ record }) => record && !record.point && record.place).length,
      unplaced: looked.filter(({ record }) => record && !record.point && !record.place).length,
      looked: rows.length,
      whole,
    };
  });
}

async function readSome(file: OpenedFile): Promise<{ rows: FileRow[]; whole: boolean }> {
  const rows: FileRow[] = [];
  let chars = 0;
  for await (const row of file.rows()) {
    if (row.refused) continue;
    if (rows.length >= LOOKED_AT || chars >= MOST_CHARS) return { rows, whole: false };
    rows.push(row);
    for (const text of Object.values(row.cells)) chars += text.length;
  }
  return { rows, whole: true };
}

const SHORT = 200;
const short = (text: string | null | undefined) =>
  text && text.length > SHORT ? `${text.slice(0, SHORT)}…` : (text ?? null);

function lookAt(row: FileRow, adapter: Adapter, fill: (core: Core) => Core): ImportLook['rows'][number] {
  const adapted = adapter.adapt(row);
  if (adapted.refused !== undefined) return { row: row.row, refused: adapted.refused, record: null, warnings: [] };
  const { account } = adapted.input;
  const core = fill(adapted.input.core);
  const { when, where } = core;
  const record = {
    from: when.from,
    to: when.to,
    timePrecision: when.precision,
    type: core.type,
    title: core.title ?? null,
    place: where.name ?? null,
    areas: [where.adm2, where.adm1, where.country].flatMap((area) => (area ? [area] : [])),
    point: where.point,
    parties: core.parties.map(({ name, role }) => ({ name, role })),
    figures: core.figures.map(({ harm, group, total }) => ({
      harm,
      group,
      best: total.best ?? total.low ?? total.high,
    })),
    narrative: short(account?.narrative),
    sources: account?.sources.map(({ name }) => name) ?? [],
  };
  return { row: row.row, refused: null, record, warnings: adapted.warnings };
}

const MAPPED = {
  types: ['type'],
  actorTypes: ['perpetrator', 'target', 'party'],
  timePrecisions: ['time_precision'],
  placePrecisions: ['place_precision'],
} as const satisfies Record<keyof ImportLook['words'], readonly FieldPath[]>;

function wordsOf(rows: readonly FileRow[], mapping: Mapping | undefined): ImportLook['words'] {
  const of = (fields: readonly FieldPath[], split = false) => {
    if (!mapping) return [];
    const headers = headersOf(mapping, fields);
    const texts = rows.flatMap(({ cells }) =>
      headers.flatMap((header) => (split ? (cells[header] ?? '').split(/\s*[;|]\s*/) : [cells[header] ?? ''])),
    );
    return counted(texts, foldWords).slice(0, WORDS);
  };
  return {
    types: of(MAPPED.types),
    actorTypes: of(MAPPED.actorTypes, true),
    timePrecisions: of(MAPPED.timePrecisions),
    placePrecisions: of(MAPPED.placePrecisions),
  };
}

const headersOf = ({ columns }: Mapping, fields: readonly FieldPath[]): string[] =>
  Object.keys(columns).filter((header) => fields.some((field) => field === columns[header]));

/** Texts by what they fold to, the most frequent first; the first spelling stands for all. */
function counted(
  texts: readonly string[],
  fold: (text: string) => string,
): { word: string; text: string; rows: number }[] {
  const found = new Map<string, { word: string; text: string; rows: number }>();
  for (const raw of texts) {
    const text = raw.trim();
    const word = fold(text);
    if (word === '' || word.length > 500) continue;
    const entry = found.get(word) ?? { word, text: text.slice(0, 500), rows: 0 };
    entry.rows += 1;
    found.set(word, entry);
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

/** Of rows that have no position of their own. */
async function placesOf(
  tx: Tx,
  rows: readonly FileRow[],
  looked: ImportLook['rows'],
  mapping: Mapping,
): Promise<ImportLook['places']> {
  const [header] = headersOf(mapping, ['place']);
  if (header === undefined) return [];
  const byRow = new Map(looked.map((row) => [row.row, row.record]));
  const unplaced = rows.filter(({ row, cells }) => {
    const record = byRow.get(row);
    return record && (!record.point || Object.hasOwn(mapping.places, foldName(cells[header] ?? '')));
  });
  const names = counted(
    unplaced.map(({ cells }) => cells[header] ?? ''),
    foldName,
  ).slice(0, PLACES);
  const [area] = headersOf(mapping, ['adm1']);
  const places: ImportLook['places'] = [];
  for (const name of names) {
    const said = area === undefined ? [] : unplaced.filter(({ cells }) => foldName(cells[header] ?? '') === name.word);
    places.push({
      ...name,
      found: await bestHit(tx, name.text, new Set(said.map(({ cells }) => foldName(cells[area ?? ''] ?? '')))),
    });
  }
  return places;
}

/** @param areas folded names that the rows give for the area: of equally good names the one that lies there is meant */
async function bestHit(
  tx: Tx,
  text: string,
  areas: ReadonlySet<string>,
): Promise<ImportLook['places'][number]['found']> {
  const hits = await searchPlaces(tx, { q: text.slice(0, 200), limit: 10 });
  const good = hits.filter(({ score, kind }) => score >= LEAST_SCORE && kind !== 'coordinates');
  const there = good.filter((hit) => areasOfHit(hit).some((area) => areas.has(foldName(area))));
  const [best, next] = there.length > 0 ? there : good;
  if (!best) return null;
  return {
    ...{ name: best.name, kind: best.kind, point: best.point, areas: areasOfHit(best), score: best.score },
    alone: next === undefined || next.score < best.score - 0.05,
  };
}

const areasOfHit = ({ adm2, adm1, countryIso3 }: PlaceHit): string[] =>
  [adm2, adm1, countryIso3].flatMap((area) => (area ? [area] : []));
