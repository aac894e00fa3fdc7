/** One incident in words: when, where, what, how sure. Survivors are never told of in detail, our own people never accused. */
import { isSetApart, type Stream, type Told } from '../../incidents/index.ts';
import { foldName } from '../../places/index.ts';
import type { PlacePrecision, TimePrecision } from '../../vocabulary/codes.ts';
import { type ListId, label } from '../../vocabulary/index.ts';
import type { Part } from '../contract.ts';
import { type Counter, deathsCase } from './numbers.ts';
import { joined, type Speech } from './say.ts';

type Core = Told['core'];

const CERTAIN: ReadonlySet<TimePrecision> = new Set(['minute', 'hour', 'day']);
const AREA_ONLY: ReadonlySet<PlacePrecision> = new Set(['adm1', 'adm2']);
const VAGUE: ReadonlySet<PlacePrecision> = new Set(['vague_feature', 'country', 'international']);

/** The names that outside data sets go by. */
const NAMES: Readonly<Record<string, string>> = {
  'ucdp-ged': 'UCDP GED',
  acled: 'ACLED',
  'insecurity-insight': 'Insecurity Insight',
};
export const datasetName = (dataset: string): string =>
  NAMES[dataset] ?? `${dataset.charAt(0).toUpperCase()}${dataset.slice(1).replaceAll('-', ' ')}`;

export function streamName(speech: Speech, stream: Stream): string {
  if (stream === 'own_confirmed') return speech.word('stream.own_confirmed');
  if (stream === 'own_unconfirmed') return speech.word('stream.own_unconfirmed');
  return speech.word('stream.outside', { name: datasetName(stream) });
}

/** For sentences that have a stream as their subject. */
export const subject = (stream: Stream): { who: string; name: string } => ({ who: stream, name: datasetName(stream) });

export function typeName(speech: Speech, type: string): string {
  for (const list of ['event-types', 'observation-types', 'activity-types'] satisfies ListId[]) {
    const name = label(list, type, speech.language);
    if (name !== type) return name;
  }
  return type;
}

export function when(speech: Speech, { when: time }: Core): string {
  const days = speech.days(time.from, time.to);
  return CERTAIN.has(time.precision) || (time.precision === 'days_2_6' && time.from === time.to)
    ? days
    : speech.word('when.day-unknown', { days });
}

export function where(speech: Speech, core: Core, areas: Areas): string {
  const place = core.where;
  const area = areas.name(place.adm1Code, place.adm1);
  const named = isSetApart(core) ? (place.adm2 ?? place.name) : place.name;
  const parts = [named, area].filter((n): n is string => n !== null && n !== '');
  // "Ombella-M'Poko province, Ombella-M'Poko" says it twice.
  const [first = '', second] = parts;
  const text =
    (second === undefined || within(second, first) ? first : [first, second].join(speech.word('comma'))) ||
    place.countryName ||
    '';
  if (text === '') return speech.word('where.unknown');
  const known = place.adm1Code === null ? [] : areas.known(place.adm1Code);
  const other = place.adm1 && known.length > 0 && !known.some((name) => alike(name, place.adm1 ?? ''));
  const told = other ? speech.word('where.other', { place: text, source: place.adm1 ?? '' }) : text;
  if (place.precision === 'near') return speech.word('where.near', { place: told });
  if (AREA_ONLY.has(place.precision)) return speech.word('where.area', { place: told });
  return VAGUE.has(place.precision) ? speech.word('where.vague', { place: told }) : told;
}

export interface Areas {
  /** In the paper's language. */
  name(code: string | null, name?: string | null): string | null;
  /** In every language that its boundaries have; empty for a code that is none of theirs. */
  known(code: string): string[];
}
const alike = (a: string, b: string): boolean => within(a, b) || within(b, a);
const within = (part: string, whole: string): boolean => foldName(whole).includes(foldName(part));

/** Parties in the words of the record; civilians are told of as victims, and nobody of our own is named. */
export function parties(core: Core): { by: string[]; between: string[] } {
  const told = core.parties.filter((p) => p.type !== 'civilians' && p.type !== 'own_partner_force');
  const names = (role: string) => [...new Set(told.filter((p) => p.role === role).map((p) => p.name))];
  return { by: names('alleged_perpetrator'), between: names('party') };
}

/** What happened, who took part, who was harmed. */
export function what(speech: Speech, counter: Counter, told: Told): Part[] {
  const { core } = told;
  const type = typeName(speech, core.type);
  if (isSetApart(core))
    return joined([`${speech.word('incident.type', { type })} `, speech.word('incident.survivors')]);
  const { by, between } = parties(core);
  const held = likely(speech, core);
  const opening = held
    ? `${speech.word('incident.type', { type })} ${held}`
    : by.length > 0
      ? speech.word('incident.by', { type, parties: speech.list(by) })
      : between.length > 0
        ? speech.word('incident.between', { type, parties: between.join(' – ') })
        : speech.word('incident.type', { type });
  return joined([opening, ' ', ...harm(speech, counter, told)]);
}

/** What we hold of who did it, in words and not as certain; `null` where nobody has said. */
function likely(speech: Speech, core: Core): string | null {
  const names = core.hypotheses
    .filter((h) => (h.likelihood === 'likely' || h.likelihood === 'possible') && h.actorType !== 'own_partner_force')
    .map(
      (h) => `${h.actor} (${label('likelihoods', h.likelihood, speech.language).toLocaleLowerCase(speech.language)})`,
    );
  return names.length > 0 ? speech.word('incident.likely', { names: names.join(speech.word('comma')) }) : null;
}

/** Civilians first, then all; then those who lived. */
export function harm(speech: Speech, counter: Counter, { id, core }: Pick<Told, 'id' | 'core'>): Part[] {
  const filter = counter.these([id]);
  const civilians = bestOf(core, 'killed', 'civilians');
  const killed = bestOf(core, 'killed', 'all') ?? civilians;
  const parts: Part[] = speech.say('deaths', {
    case: deathsCase(civilians ?? 0, killed ?? 0, killed === null),
    civ: counter.count(civilians ?? 0, 'killedCivilians', filter),
    killed: counter.count(killed ?? 0, 'killed', filter),
  });
  const { low, high } = totalOf(core, 'killed') ?? { low: null, high: null };
  if (low !== null && high !== null && low < high)
    parts.push(' ', speech.word('incident.range', { low: speech.number(low), high: speech.number(high) }));
  for (const kind of ['injured', 'abducted', 'displaced'] as const) {
    const best = bestOf(core, kind, 'all') ?? bestOf(core, kind, 'civilians');
    if (best) parts.push(' ', ...speech.say(`incident.${kind}`, { n: counter.count(best, kind, filter) }));
  }
  return parts;
}

const rowOf = (core: Core, harmKind: string, group: string) =>
  core.figures.find((f) => f.harm === harmKind && f.group === group)?.total;
const bestOf = (core: Core, harmKind: string, group: string): number | null =>
  rowOf(core, harmKind, group)?.best ?? null;
const totalOf = (core: Core, harmKind: string) => rowOf(core, harmKind, 'all') ?? rowOf(core, harmKind, 'civilians');

/** Whose record it is and how sure. */
export function standing(speech: Speech, told: Told): string {
  const { operational, humanRights } = told.core;
  if (told.stream !== 'own_confirmed' && told.stream !== 'own_unconfirmed') return streamName(speech, told.stream);
  return [
    label('operational-statuses', operational, speech.language),
    ...(humanRights === 'not_examined' ? [] : [label('human-rights-statuses', humanRights, speech.language)]),
  ].join(' · ');
}
