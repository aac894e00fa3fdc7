/**
 * Own codes to and from ACLED and UCDP GED, and what a type means for children, survivors and human rights.
 * The pairs are data (`maps` in the lists); these functions only look them up and carry `exact` along:
 * where two taxonomies cut the world differently the answer is the nearest code and says so.
 */
import {
  ACTOR_TYPES,
  type ActorType,
  EVENT_TYPES,
  type EventType,
  OBSERVATION_TYPES,
  PLACE_PRECISIONS,
  type PlacePrecision,
  type RecordKind,
  TIME_PRECISIONS,
  type TimePrecision,
} from './codes.ts';
import { equivalents, type ListId, list } from './lists.ts';
import type { Condition } from './schema.ts';

/** A code in the other taxonomy. Not `exact`: the nearest, where something is lost or added. */
export interface Mapped<C> {
  code: C;
  exact: boolean;
}

export interface FromAcled extends Mapped<EventType | (typeof OBSERVATION_TYPES)[number]> {
  /** ACLED's strategic developments are mostly observations, not incidents. */
  kind: Extract<RecordKind, 'incident' | 'observation'>;
  /** False when ACLED's documentation at hand knows no such type: keep its words and tell a person. */
  recognised: boolean;
}

export interface ToAcled {
  eventType: string;
  subEventType: string;
  exact: boolean;
}

export type UcdpViolence = 1 | 2 | 3;

const member = <T extends string>(codes: readonly T[], code: string): T | undefined => codes.find((c) => c === code);

/** The first equivalent that is a code of ours. */
function first<T extends string>(
  from: ListId,
  code: string,
  to: ListId,
  codes: readonly T[],
  holds?: ReadonlySet<Condition>,
): Mapped<T> | null {
  const best = equivalents(from, code, to, holds)[0];
  const found = best && member(codes, best.code);
  return found ? { code: found, exact: best.exact } : null;
}

/** ACLED's own files spell "protesters" both ways and vary in case. */
const normalised = (words: string) => words.trim().toLowerCase().replace('protestors', 'protesters');

const acledCodes: ReadonlyMap<string, { code: string; parent: string | undefined }> = new Map(
  list('acled-event-types').codes.map((c) => [normalised(c.code), { code: c.code, parent: c.parent }]),
);

/** The row's code: its sub-event type where that belongs to its event type, else the event type alone. */
function acledCode(eventType: string, subEventType: string): { code: string; recognised: boolean } | null {
  const type = acledCodes.get(normalised(eventType));
  const sub = acledCodes.get(normalised(subEventType));
  if (type && sub?.parent === type.code) return { code: sub.code, recognised: true };
  return type && type.parent === undefined ? { code: type.code, recognised: false } : null;
}

/**
 * What an ACLED row is with us. Always answers: an unknown sub-event type falls back to its event type,
 * an unknown event type to `other_event`, both with `recognised: false`.
 * @param context `civiliansTargeted`: the row's `civilian_targeting` column is filled.
 */
export function fromAcled(
  eventType: string,
  subEventType: string,
  context: { civiliansTargeted?: boolean } = {},
): FromAcled {
  const found = acledCode(eventType, subEventType);
  if (!found) return { kind: 'incident', code: 'other_event', exact: false, recognised: false };
  const holds = new Set<Condition>(context.civiliansTargeted ? ['civilians_targeted'] : []);
  const incident = first('acled-event-types', found.code, 'event-types', EVENT_TYPES, holds);
  if (incident) return { kind: 'incident', ...incident, recognised: found.recognised };
  const observation = first('acled-event-types', found.code, 'observation-types', OBSERVATION_TYPES);
  if (observation) return { kind: 'observation', ...observation, recognised: found.recognised };
  throw new RangeError(`The list of ACLED event types gives "${found.code}" no equivalent.`);
}

/** ACLED's nearest event and sub-event type for a type of any kind of record; `null` where ACLED has no such thing. */
export function toAcled(type: string): ToAcled | null {
  const own: ListId[] = ['event-types', 'observation-types', 'activity-types'];
  const best = own.flatMap((id) => equivalents(id, type, 'acled-event-types'))[0];
  const parent = best && acledCodes.get(normalised(best.code))?.parent;
  return parent ? { eventType: parent, subEventType: best.code, exact: best.exact } : null;
}

/**
 * Our nearest type for a GED row. Never exact: GED's type says who fought whom, not what was done.
 * @param sideB GED calls the victims of one-sided violence "Civilians"; that name wins over a mistaken number.
 */
export function fromUcdp(typeOfViolence: UcdpViolence, sideB?: string): Mapped<EventType> {
  const type = sideB?.trim().toLowerCase() === 'civilians' ? 3 : typeOfViolence;
  const found = first('ucdp-violence-types', String(type), 'event-types', EVENT_TYPES);
  if (!found) throw new RangeError(`The list of UCDP types of violence gives "${type}" no equivalent.`);
  return found;
}

/** GED's type as number (`1`) or words ("State-based violence", as some releases have it); `null` for anything else. */
export function parseUcdpViolence(text: string): UcdpViolence | null {
  const wanted = text.trim().toLowerCase();
  const found = list('ucdp-violence-types').codes.find(
    (c) =>
      c.code === wanted || c.labels.en.toLowerCase() === wanted || c.labels.en.toLowerCase() === `${wanted} violence`,
  );
  return found ? ucdpViolence(found.code) : null;
}

const ucdpViolence = (code: string): UcdpViolence | null =>
  code === '1' ? 1 : code === '2' ? 2 : code === '3' ? 3 : null;

const STATE_ACTORS: ReadonlySet<ActorType> = new Set(['state_security_force', 'foreign_force']);

/**
 * GED's type for one of ours, where the type and the parties decide it; `null` where they do not
 * (nobody named, somebody unidentified) or where GED counts no such thing. GED counts lethal events only.
 */
export function toUcdp(
  eventType: EventType,
  context: { actorTypes?: readonly ActorType[]; civiliansTargeted?: boolean } = {},
): Mapped<UcdpViolence> | null {
  const actors = context.actorTypes ?? [];
  const holds = new Set<Condition>();
  if (context.civiliansTargeted) holds.add('civilians_targeted');
  if (actors.some((a) => STATE_ACTORS.has(a))) holds.add('state_party');
  else if (actors.length > 0 && !actors.includes('unidentified')) holds.add('no_state_party');
  const best = equivalents('event-types', eventType, 'ucdp-violence-types', holds)[0];
  const code = best && ucdpViolence(best.code);
  return code ? { code, exact: best.exact } : null;
}

/**
 * Which of the six grave violations against children an incident may be, for referral to child protection.
 * @param victimsIncludeChildren whether any victim is under 18; who must not miss a possible case passes true in doubt.
 */
export function graveViolationsOf(eventType: EventType, victimsIncludeChildren = false): Mapped<string>[] {
  const holds = new Set<Condition>(victimsIncludeChildren ? ['children_among_victims'] : []);
  return equivalents('event-types', eventType, 'grave-violations', holds).map(({ code, exact }) => ({ code, exact }));
}

/** Whether a type leaves the common desk for the women's and child protection advisers at once. */
export function isSexualViolence(eventType: string): boolean {
  return equivalents('event-types', eventType, 'crsv-types').length > 0;
}

/** Families of human-rights violations that a type may touch; the finding itself is a person's. */
export function violationFamiliesOf(eventType: EventType): string[] {
  return equivalents('event-types', eventType, 'human-rights-violation-families').map((e) => e.code);
}

/** The word for what such an actor does: a State violates, a non-State actor abuses; `null` where neither is safe. */
export function violationOrAbuse(actorType: ActorType): Mapped<'violation' | 'abuse'> | null {
  return first('actor-types', actorType, 'violation-or-abuse', ['violation', 'abuse']);
}

const acledInterCodes: ReadonlyMap<string, string> = new Map(
  list('acled-inter').codes.flatMap((c) => [
    [c.code, c.code],
    [normalised(c.labels.en), c.code],
    [normalised(c.labels.en).replace(/s$/, ''), c.code],
  ]),
);

/**
 * Our actor type for ACLED's `inter`, as number (1–8) or in words ("Rebel group"); `null` for anything else.
 * @param name ACLED begins the names of actors nobody could name with "Unidentified"; that is kept as such.
 */
export function actorTypeFromAcledInter(inter: number | string, name = ''): Mapped<ActorType> | null {
  const code = acledInterCodes.get(normalised(String(inter)));
  if (code === undefined) return null;
  if (/^\s*unidentified\b/i.test(name)) return { code: 'unidentified', exact: false };
  return first('acled-inter', code, 'actor-types', ACTOR_TYPES);
}

/** ACLED's `inter` for an actor type; `null` for `unidentified`, which ACLED does not code by itself. */
export function actorTypeToAcledInter(actorType: ActorType): Mapped<number> | null {
  return asNumber('actor-types', actorType, 'acled-inter');
}

function asNumber(from: ListId, code: string, to: ListId): Mapped<number> | null {
  const best = equivalents(from, code, to)[0];
  return best ? { code: Number(best.code), exact: best.exact } : null;
}

/** GED `where_prec` 1–7; `null` for any other number. */
export const placePrecisionFromUcdp = (wherePrec: number): Mapped<PlacePrecision> | null =>
  first('ucdp-where-prec', String(wherePrec), 'place-precisions', PLACE_PRECISIONS);

/** `null` for `unknown`: GED places every event. */
export const placePrecisionToUcdp = (precision: PlacePrecision): Mapped<number> | null =>
  asNumber('place-precisions', precision, 'ucdp-where-prec');

/** ACLED `geo_precision` 1–3; `null` for any other number. */
export const placePrecisionFromAcled = (geoPrecision: number): Mapped<PlacePrecision> | null =>
  first('acled-geo-precision', String(geoPrecision), 'place-precisions', PLACE_PRECISIONS);

/** `null` where ACLED has nothing so coarse. */
export const placePrecisionToAcled = (precision: PlacePrecision): Mapped<number> | null =>
  asNumber('place-precisions', precision, 'acled-geo-precision');

/** GED `date_prec` 1–5; `null` for any other number. */
export const timePrecisionFromUcdp = (datePrec: number): Mapped<TimePrecision> | null =>
  first('ucdp-date-prec', String(datePrec), 'time-precisions', TIME_PRECISIONS);

export const timePrecisionToUcdp = (precision: TimePrecision): Mapped<number> | null =>
  asNumber('time-precisions', precision, 'ucdp-date-prec');

/** ACLED `time_precision` 1–3; `null` for any other number. */
export const timePrecisionFromAcled = (timePrecision: number): Mapped<TimePrecision> | null =>
  first('acled-time-precision', String(timePrecision), 'time-precisions', TIME_PRECISIONS);

/** `null` where ACLED has nothing so coarse. */
export const timePrecisionToAcled = (precision: TimePrecision): Mapped<number> | null =>
  asNumber('time-precisions', precision, 'acled-time-precision');
