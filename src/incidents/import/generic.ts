/** Any table, by a mapping. What the mapping does not use stays verbatim; what it uses but cannot say in full, too. */
import { foldName } from '../../places/index.ts';
import { type FileRow, parseDate } from '../../platform/files/index.ts';
import type { ActorType, PartyRole } from '../../vocabulary/codes.ts';
import { EVENT_TYPES, PLACE_PRECISIONS, TIME_PRECISIONS } from '../../vocabulary/codes.ts';
import type { Core, Figure, Party } from '../contract.ts';
import { CellRefused, entry, orNull, orRefused, quoted, remembered, within } from './cells.ts';
import { type FieldPath, foldWords, type Mapping } from './contract.ts';
import { draftOf, extraOf, placeOf, sourceOf } from './draft.ts';
import { figureReader } from './generic-figures.ts';
import { contentKeys, keyFromId } from './identity.ts';
import { notAnEvent } from './not-an-event.ts';
import { readPoint, readPointInOne } from './point.ts';
import { figuresInText } from './text-figures.ts';
import { type Adapted, type Adapter, type ImportContext, INTERNAL_LEVELS, OWN_LEVELS } from './types.ts';

export function genericAdapter(context: ImportContext, mapping: Mapping): Adapter {
  const columnsFor = new Map<FieldPath, string[]>();
  for (const header of context.headers) {
    const path = Object.hasOwn(mapping.columns, header) ? mapping.columns[header] : undefined;
    if (path) columnsFor.set(path, [...(columnsFor.get(path) ?? []), header]);
  }
  const unmapped = context.headers.filter((header) => !Object.hasOwn(mapping.columns, header));
  const figuresOf = figureReader(columnsFor, mapping);
  const readDate = remembered((text: string) => parseDate(text, mapping.dateOrder ?? undefined));
  const iso3 = remembered(context.iso3FromName);
  const keys = contentKeys();
  const levels = context.dataset === 'own' ? OWN_LEVELS : INTERNAL_LEVELS;
  const unknown = unknownWords();

  function adapt({ cells, point: given, geometry }: FileRow): Adapted {
    const warnings: string[] = [];
    const { extra, keep } = extraOf(cells, unmapped);
    const all = (path: FieldPath): string[] =>
      (columnsFor.get(path) ?? []).map((header) => (cells[header] ?? '').trim()).filter((text) => text !== '');
    const one = (path: FieldPath): string => all(path)[0] ?? mapping.constants[path] ?? '';
    const keepField = (path: FieldPath) => columnsFor.get(path)?.forEach(keep);
    /** Text of a field with a limit; what does not fit stays whole in `extra`. */
    const fitted = (path: FieldPath, limit: number): string | null => {
      const text = one(path);
      if (text.length > limit) keepField(path);
      return orNull(within(text, limit));
    };
    const coded = <T extends string>(
      path: FieldPath,
      known: Record<string, T>,
      codes: readonly T[],
      otherwise: T,
    ): T => {
      const text = one(path);
      if (text === '') return otherwise;
      const code = entry(known, foldWords(text)) ?? codes.find((candidate) => candidate === text);
      if (code === undefined) {
        unknown.add(path, text, otherwise);
        warnings.push(`${path}: the mapping has no meaning for ${quoted(text)}; ${otherwise} was taken.`);
      }
      if (code !== text) keepField(path);
      return code ?? otherwise;
    };

    const other = isRead(one('date')) ? null : notAnEvent(cells, context.headers);
    if (other !== null) throw new CellRefused(other);
    const when = readWhen(one('date'), one('date_to'));
    if (when.lost) keepField('date');
    const stated = given ?? readCoordinates(one('latitude'), one('longitude'), one('coordinates'));
    const named = stated ? undefined : entry(mapping.places, foldName(one('place')));
    const point = stated ?? named?.point ?? null;
    if (named) warnings.push(`The row has no position; that of the place “${named.name}” was taken.`);
    if (geometry !== undefined && !given) extra.geometry = JSON.stringify(geometry).slice(0, 100_000);
    const typeText = one('type');
    const type = coded('type', mapping.types, EVENT_TYPES, 'other_event');
    const countryText = one('country');
    const country = countryText === '' ? null : iso3(countryText);
    const parties = partiesOf(all, mapping, warnings);
    const tags = all('tags')
      .flatMap((text) => text.split(/[;,|]/))
      .map((tag) => tag.trim())
      .filter(Boolean);
    if (tags.length > 30 || tags.some((tag) => tag.length > 60)) keepField('tags');
    if (parties.length > 30) for (const path of ['perpetrator', 'target', 'party'] as const) keepField(path);
    const sources = all('source').map((name, index) =>
      sourceOf(index, name, foldName(name) || name, {
        date: orNull(within(one('source_date'), 40)),
        reference: index === 0 ? fitted('source_reference', 2000) : null,
      }),
    );
    if (sources.length === 0) for (const path of ['source_date', 'source_reference'] as const) keepField(path);
    const externalId = one('external_id');
    if (externalId.length > 200) keepField('external_id');
    const where = placeOf({
      point,
      precision: coded('place_precision', mapping.placePrecisions, PLACE_PRECISIONS, point ? 'near' : 'unknown'),
      name: fitted('place', 500),
      description: fitted('place_description', 2000),
      country,
      countryName: country === countryText ? null : fitted('country', 200),
      adm1: fitted('adm1', 200),
      adm2: fitted('adm2', 200),
      adm1Code: fitted('adm1_code', 60),
      adm2Code: fitted('adm2_code', 60),
    });
    const core: Parameters<typeof draftOf>[2] = {
      kind: 'incident',
      type,
      title: fitted('title', 300),
      when: {
        from: when.from,
        to: when.to,
        at: when.at,
        precision: coded('time_precision', mapping.timePrecisions, TIME_PRECISIONS, when.precision),
      },
      where,
      parties: parties.slice(0, 30),
      figures: figuresOr(figuresOf(cells), cells, warnings),
      tags: [...new Set(tags.map((tag) => within(tag, 60)))].slice(0, 30),
      origin: {
        dataset: context.dataset,
        externalId: orNull(within(externalId, 200)),
        sourceType: orNull(within(typeText, 300)),
      },
    };
    const externalKey =
      externalId === ''
        ? keys.keyFor(
            [when.from, when.to, ...(point ?? []), where.name, where.adm1, where.adm2, countryText, typeText].concat(
              parties.map((party) => `${party.role}:${party.name}`),
              core.title ?? null,
            ),
          )
        : keyFromId(externalId);
    const narrative = one('narrative');
    const notes = all('notes').join('\n\n');
    return {
      externalKey,
      warnings,
      input: draftOf(context, levels, core, {
        narrative: orNull(narrative),
        sources,
        notes: orNull(notes.slice(0, 100_000)),
        extra,
      }),
    };
  }

  const isRead = (text: string) => ['value', 'ambiguous'].includes(readDate(text).kind);

  /** What the columns count; where they count nothing, what the words say, if somebody chose to take it from there. */
  function figuresOr(counted: Figure[], cells: Record<string, string>, warnings: string[]): Figure[] {
    if (counted.length > 0 || mapping.figuresFrom === null) return counted;
    const told = figuresInText(cells[mapping.figuresFrom] ?? '');
    if (told.length > 0) warnings.push('The figures were read out of words; look at them once.');
    return told;
  }

  function readWhen(fromText: string, toText: string) {
    const from = readDay('date', fromText);
    const to = toText === '' ? from : readDay('date_to', toText);
    if (to.to < from.from) throw new CellRefused(`date_to: ${to.to} is before the date, ${from.from}.`);
    const { time } = from;
    // Without an offset the time of day is kept as it stands: the moment cannot be told in UTC.
    const offset = time !== null && /(Z|[+-]\d{2}:\d{2})$/.test(time);
    const precision = time !== null && !offset ? 'day' : from.precision;
    const at = offset ? `${from.from}T${time}` : null;
    const several = to.to !== from.from && precision === 'day' ? spanPrecision(from.from, to.to) : precision;
    return { from: from.from, to: to.to, at, precision: several, lost: time !== null && !offset } as const;
  }

  function readDay(path: FieldPath, text: string) {
    const read = readDate(text);
    if (read.kind === 'value') return read.value;
    if (read.kind === 'empty') throw new CellRefused(`${path}: the row has no date.`);
    const hint = read.kind === 'ambiguous' ? ' Say in the mapping whether the day or the month comes first.' : '';
    throw new CellRefused(`${path}: ${read.reason}${hint}`);
  }

  return {
    get notes() {
      return unknown.sentences();
    },
    adapt: (row) => orRefused(() => adapt(row)),
  };
}

const WORDS_TOLD = 30;

/** Words of a file that the mapping does not know, to be told once and together: then somebody can map them. */
function unknownWords() {
  const found = new Map<string, { words: Set<string>; more: boolean }>();
  return {
    add(path: FieldPath, text: string, otherwise: string): void {
      const key = `${path} (taken as ${otherwise})`;
      const entry = found.get(key) ?? { words: new Set<string>(), more: false };
      found.set(key, entry);
      const word = quoted(text);
      if (entry.words.size < WORDS_TOLD) entry.words.add(word);
      else if (!entry.words.has(word)) entry.more = true;
    },
    sentences: (): string[] =>
      [...found].map(
        ([key, { words, more }]) =>
          `No meaning is known for these words of ${key}: ${[...words].join(', ')}${more ? ' and more' : ''}. They are kept as they stand.`,
      ),
  };
}

/** A range of days says how precise it is. */
function spanPrecision(from: string, to: string): Core['when']['precision'] {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days <= 6) return 'days_2_6';
  if (days === 7) return 'week';
  return days <= 31 ? 'month' : 'longer';
}

function readCoordinates(latitude: string, longitude: string, both: string): [number, number] | null {
  if (latitude !== '' || longitude !== '' || both === '') return readPoint(latitude, longitude);
  return readPointInOne(both);
}

function partiesOf(all: (path: FieldPath) => string[], mapping: Mapping, warnings: string[]): Party[] {
  const roles: [FieldPath, PartyRole, ActorType][] = [
    ['perpetrator', 'alleged_perpetrator', 'unidentified'],
    ['target', 'target', 'civilians'],
    ['party', 'party', 'unidentified'],
  ];
  const parties = new Map<string, Party>();
  for (const [path, role, otherwise] of roles) {
    for (const name of all(path)
      .flatMap((text) => text.split(/\s*[;|]\s*/))
      .filter(Boolean)) {
      const type =
        entry(mapping.actorTypes, foldWords(name)) ??
        (/^(civilians?|civils?|مدنيون)$/iu.test(name) ? 'civilians' : otherwise);
      if (name.length > 500) warnings.push(`The name ${quoted(name)} is cut at 500 characters.`);
      parties.set(`${role}:${name}`, { name: within(name, 500), type, role });
    }
  }
  return [...parties.values()];
}
