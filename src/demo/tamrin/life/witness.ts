/**
 * How an event comes to be on record: whether anybody hears of it, how late, how exactly, and who is blamed. Bases and
 * open lines bring news; a silent line keeps it. Some news comes twice, by two ways that disagree.
 */
import { ACTORS } from '../actors.ts';
import { PROFILES, type Profile, SHIELDED } from '../catalogue.ts';
import { dayOf } from '../clock.ts';
import { nearestBase } from '../presence/bases.ts';
import { languageIn, lineOf } from '../presence/network.ts';
import { at, Rng } from '../rng.ts';
import type { TrueEvent } from './events.ts';
import {
  earliestOf,
  type Facts,
  knownAt,
  NOBODY_HURT,
  PLACE_WEIGHTS,
  PLACES,
  PRECISION_WEIGHTS,
  saidWhen,
} from './facts.ts';
import type { World } from './world.ts';

/** What is remembered of an event on record, for others to point to. */
export type OnRecord = { id: string; known: number; actor: number; fromDay: number };

const UNHEARD = { least: 0.04, most: 0.96 } as const;
/** Survivors and families keep silent, and are right to. */
const SHIELDED_SHARE = 0.5;
const MISTAKEN = 0.07;

/** The chance that the mission hears of it at all. */
export function heardChance(world: World, { village, day, killed, profile }: TrueEvent): number {
  const line = lineOf(world.network.get(village), day);
  const base = nearestBase(world.bases, village, day);
  const near = base ? Math.exp(-base.hours / 3) : 0;
  const chance = 0.25 + 0.4 * near + (line === 'open' ? 0.25 : line === 'silent' ? -0.28 : 0);
  const once = Math.min(UNHEARD.most, Math.max(UNHEARD.least, chance));
  // Where many die, many tell.
  const told = 1 - (1 - once) ** (killed >= 5 ? 2.5 : killed > 0 ? 1.3 : 1);
  return SHIELDED.has(at(PROFILES, profile).type) ? told * SHIELDED_SHARE : told;
}

/** Median hours until the first report: a call, a traveller, or what leaks out of a silent place. */
function medianHours(world: World, village: number, day: number): number {
  const line = lineOf(world.network.get(village), day);
  return line === 'open' ? 6 : line === 'silent' ? 130 : 30;
}

/** Cases of specialists and of conduct stand alone: a link would lead from the common desk to them. */
export const isApart = (type: string): boolean => SHIELDED.has(type) || type === 'other_event';

/** A number as somebody tells it. */
const said = (rng: Rng, n: number, from: number, to: number) =>
  n === 0 ? 0 : Math.max(1, Math.round(n * rng.range(from, to)));

/** The first record of an event. `cause`: the record of the event that set it off, when there is one. */
export function firstRecord(world: World, ordinal: number, event: TrueEvent, cause: OnRecord | undefined): Facts {
  const rng = Rng.of(world.seed, 'facts', ordinal);
  const profile = at(PROFILES, event.profile);
  const adm1 = at(world.island.adm2, event.area).parent;
  const time = saidWhen(rng, event.instant, PRECISION_WEIGHTS);
  const blamed = rng.chance(MISTAKEN) ? mistaken(profile, event, rng) : event.actor;
  const named = whoIsNamed(profile, blamed, event.other, rng);
  const truthful = rng.chance(0.7);
  const killed = truthful ? event.killed : said(rng, event.killed, 0.7, 1.35);
  return {
    ...NOBODY_HURT,
    ordinal,
    id: rng.uuid(),
    role: 'first',
    event: event.number,
    kind: 'incident',
    type: profile.type,
    profile,
    area: event.area,
    village: event.village,
    placed: SHIELDED.has(profile.type) ? 'adm2' : at(PLACES, rng.weighted(PLACE_WEIGHTS)),
    instant: event.instant,
    ...time,
    night: event.night,
    market: event.market,
    ...named,
    killed,
    civilians: Math.min(killed, event.civilians === event.killed ? killed : event.civilians),
    injured: event.injured,
    abducted: event.abducted,
    displaced: event.displaced,
    arrested: event.arrested,
    language: languageIn(adm1, rng),
    link: cause && !isApart(profile.type) ? { relation: relationTo(cause, event, named.actor), id: cause.id } : null,
    // A cause must be on record before anybody can point to it.
    known: Math.max(
      knownAt(rng, earliestOf(event.instant, time.toDay), medianHours(world, event.village, event.day)),
      cause?.known ?? 0,
    ),
  };
}

/** The same event by another way, in another language: a day off, a village off, another number, another name. */
export function secondRecord(world: World, ordinal: number, event: TrueEvent, first: Facts): Facts {
  const rng = Rng.of(world.seed, 'double', ordinal);
  const profile = at(PROFILES, event.profile);
  const off = rng.weighted([65, 25, 10]);
  const instant = Math.min(event.instant + off * 20 * 3_600_000, first.known);
  const near = at(world.near, event.village);
  const sameArea = near.ids.filter((v) => at(world.island.settlements, v).adm2 === event.area);
  const others = (['en', 'fr', 'ar'] as const).filter((l) => l !== first.language);
  const blamed = rng.chance(0.3) ? mistaken(profile, event, rng) : event.actor;
  const killed = rng.chance(0.35) ? event.killed : said(rng, event.killed, 0.4, 2);
  const time = saidWhen(rng, instant, [0, 30, 50, 12, 8, 0]);
  return {
    ...first,
    ordinal,
    id: rng.uuid(),
    role: 'double',
    village: sameArea.length > 0 && rng.chance(0.25) ? rng.pick(sameArea) : event.village,
    placed: at(PLACES, rng.weighted([35, 40, 20, 5, 0])),
    instant,
    ...time,
    ...whoIsNamed(profile, blamed, event.other, rng),
    killed,
    civilians: profile.clash ? Math.min(killed, event.civilians) : killed,
    injured: rng.chance(0.5) ? event.injured : said(rng, event.injured, 0.5, 1.6),
    displaced: said(rng, event.displaced, 0.6, 1.8),
    language: rng.pick(others),
    link: { relation: 'duplicate_of', id: first.id },
    known: Math.max(first.known + 1, knownAt(rng, earliestOf(instant, time.toDay), 40)),
  };
}

/** A story that went round and that nobody lived through. */
export function falseRecord(world: World, ordinal: number, like: TrueEvent): Facts {
  const made = firstRecord(world, ordinal, { ...like, number: -1 }, undefined);
  return { ...made, role: 'false', placed: made.placed === 'unknown' ? 'adm2' : made.placed };
}

/** Somebody else who does such things. */
function mistaken(profile: Profile, event: TrueEvent, rng: Rng): number {
  const others = [...ACTORS.keys()].filter(
    (a) => a !== event.actor && a !== event.other && profile.by.includes(at(ACTORS, a).type),
  );
  return others.length > 0 ? rng.pick(others) : event.actor;
}

const UNNAMED = { actor: -1, other: -1, suspects: [] as readonly number[] };

function whoIsNamed(profile: Profile, actor: number, other: number, rng: Rng) {
  if (other >= 0) return { actor, other, suspects: [] as readonly number[] };
  if (!rng.chance(profile.unsigned)) return { actor, other: -1, suspects: [] as readonly number[] };
  if (profile.type === 'peaceful_protest' || rng.chance(0.25)) return UNNAMED;
  const pool = [...ACTORS.keys()].filter(
    (a) => profile.by.includes(at(ACTORS, a).type) || at(ACTORS, actor).foes.includes(at(ACTORS, a).key),
  );
  const suspects = [actor];
  for (let tries = 0; tries < 8 && suspects.length < 3; tries++) {
    const next = rng.pick(pool);
    if (!suspects.includes(next)) suspects.push(next);
  }
  if (suspects.length < 2) suspects.push((actor + 1) % 6);
  // Who did it is not always the first that people think of.
  return { actor: -1, other: -1, suspects: rng.chance(0.3) ? suspects.toReversed() : suspects };
}

function relationTo(cause: OnRecord, event: TrueEvent, actor: number): NonNullable<Facts['link']>['relation'] {
  if (cause.fromDay === dayOf(event.instant)) return 'simultaneous';
  if (actor < 0 || cause.actor < 0) return 'related';
  const isFoe = at(ACTORS, cause.actor).foes.includes(at(ACTORS, actor).key);
  return event.cause === 'reprisal' && isFoe ? 'reprisal_for' : 'related';
}
