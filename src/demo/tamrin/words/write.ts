/** Puts words into the places of a phrase, and facts into sentences. */
import type { Language } from '../../../vocabulary/codes.ts';
import { ACTORS } from '../actors.ts';
import { DAY, FIRST_DAY, isoDay } from '../clock.ts';
import { isHarvest, isRainy } from '../life/calendar.ts';
import type { Facts, TimePrecision } from '../life/facts.ts';
import type { Names } from '../names.ts';
import { at, type Rng } from '../rng.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Phrases, Told, Toll } from './phrases.ts';
import { sceneAr } from './scenes/ar.ts';
import { sceneEn } from './scenes/en.ts';
import { sceneFr } from './scenes/fr.ts';
import type { Scene } from './scenes/scene.ts';

const SCENES: Record<Language, Scene> = { en: sceneEn, fr: sceneFr, ar: sceneAr };
export const PHRASES: Record<Language, Phrases> = { en, fr, ar };

const parsed = new Map<string, string[]>();

/** `{word}` becomes `words.word`; odd parts of the split phrase are the names of places. */
export function fill(phrase: string, words: Readonly<Record<string, string>>): string {
  let parts = parsed.get(phrase);
  if (!parts) {
    parts = phrase.split(/\{(\w+)\}/);
    parsed.set(phrase, parts);
  }
  let text = '';
  for (let i = 0; i < parts.length; i++) {
    const part = at(parts, i);
    if (i % 2 === 0) text += part;
    else {
      const word = words[part];
      if (word === undefined) throw new RangeError(`Tamrin: nothing to put for {${part}} in “${phrase}”`);
      text += word;
    }
  }
  return text;
}

/** French joins "de" to a vowel. */
export const ofPlace = (name: string): string => (/^[aeiouéèh]/i.test(name) ? `d’${name}` : `de ${name}`);

const clock = (instant: number): string => new Date(instant).toISOString().slice(11, 16);

function opening(phrases: Phrases, facts: Facts, precision: TimePrecision, rng: Rng): string {
  const { openings } = phrases;
  const day = isoDay(Math.floor((facts.instant - FIRST_DAY) / DAY));
  const words = {
    date: phrases.date(day),
    time: clock(facts.instant - (facts.instant % 600_000)),
    from: phrases.date(isoDay(facts.fromDay)),
    to: phrases.date(isoDay(facts.toDay)),
    month: phrases.month(day),
  };
  if (precision === 'month') return fill(rng.pick(openings.month), words);
  if (precision === 'week' || precision === 'days_2_6') return fill(rng.pick(openings.range), words);
  if (facts.kind !== 'incident' && precision === 'day') return fill(at(openings.day, 0), words);
  if (precision === 'day') return fill(rng.pick(facts.market ? openings.market : openings.day), words);
  // “The night to the 3rd” is before its dawn; the evening of the 3rd is a time of day like others.
  const beforeDawn = new Date(facts.instant).getUTCHours() < 5;
  return fill(rng.pick(beforeDawn ? openings.night : openings.timed), words);
}

/** What the sentences of one record are about. */
export type Subject = {
  place: Names;
  area: Names;
  toll: Toll;
  precision: TimePrecision;
  actor: number;
  sure: boolean;
  /** The next town, when the place is known well enough to say where it lies. */
  landmark: { town: Names; km: number; side: number } | null;
};

const HOW_OFTEN = { voice: 0.34, manner: 0.42, whereabouts: 0.3, season: 0.26 } as const;

/** The clauses of a kind of event: those of the phrases and those of the scenes. */
function clausesOf({ says }: Phrases, { more }: Scene, type: Told): readonly string[] {
  return [...says[type].clauses, ...(more[type] ?? [])];
}

/** The account of one event: who says so, when and what, how, how many, what followed, what to doubt. Same facts, same words. */
export function narrate(facts: Facts, subject: Subject, rng: Rng): { title: string; text: string } {
  const { language } = facts;
  const [phrases, scene] = [PHRASES[language], SCENES[language]];
  const place = subject.place[language];
  const nameOf = (actor: number) => (actor < 0 ? phrases.unidentified.definite : at(ACTORS, actor).definite[language]);
  const words = {
    who: subject.actor < 0 ? phrases.unidentified.members : at(ACTORS, subject.actor).members[language],
    a: nameOf(facts.actor),
    b: nameOf(facts.other),
    place,
    dplace: ofPlace(place),
    area: subject.area[language],
    n: String(6 + (facts.ordinal % 34)),
  };
  const start = opening(phrases, facts, subject.precision, rng);
  const sentences = [phrases.sentence(start, fill(rng.pick(clausesOf(phrases, scene, facts.type)), words))];
  if (facts.kind === 'incident') sentences.push(...circumstances(facts, subject, scene, rng));
  const toll = phrases.toll(subject.toll, !subject.sure);
  if (toll !== '') sentences.push(toll);
  if (facts.kind === 'incident') sentences.push(...whatFollowed(facts, subject, rng));
  const isHearsay = facts.type === 'movement' || facts.type === 'tension' || facts.type === 'displacement_seen';
  if (isHearsay && facts.role !== 'alert' && rng.chance(HOW_OFTEN.voice)) sentences.push(rng.pick(scene.voices));
  if (facts.outcome) sentences.push(rng.pick(scene.outcomes[facts.outcome]));
  return { title: `${phrases.says[facts.type].title} – ${place}`, text: sentences.join(' ') };
}

/** How they went about it, where the place lies, what the season has to do with it, and who says so. */
function circumstances(facts: Facts, { actor, landmark, place }: Subject, scene: Scene, rng: Rng): string[] {
  const { language } = facts;
  const said: string[] = [];
  const quiet = facts.profile?.tags.includes('urban') || facts.profile?.tags.includes('cyber');
  const manners = actor >= 0 ? scene.manners[at(ACTORS, actor).key] : undefined;
  if (manners && facts.other < 0 && !quiet && rng.chance(HOW_OFTEN.manner)) said.push(rng.pick(manners));
  if (landmark && rng.chance(HOW_OFTEN.whereabouts)) {
    const town = landmark.town[language];
    const words = {
      place: place[language],
      km: String(landmark.km),
      side: at(scene.sides, landmark.side),
      town,
      dtown: ofPlace(town),
    };
    said.push(fill(rng.pick(scene.whereabouts), words));
  }
  const day = Math.floor((facts.instant - FIRST_DAY) / DAY);
  const season = isRainy(day) ? 'rains' : isHarvest(day) ? 'harvest' : 'dry';
  if (!quiet && rng.chance(HOW_OFTEN.season)) said.push(rng.pick(scene.seasons[season]));
  if (rng.chance(HOW_OFTEN.voice)) said.push(rng.pick(scene.voices));
  return said;
}

function whatFollowed(facts: Facts, { toll }: Subject, rng: Rng): string[] {
  const [phrases, scene] = [PHRASES[facts.language], SCENES[facts.language]];
  const said: string[] = [];
  const { killed, injured, displaced } = toll;
  const { always, dead, hurt } = phrases.aftermath;
  const harmed = killed + injured + displaced > 0 && !facts.profile?.tags.includes('urban');
  const plundered = facts.type === 'pillage_destruction' && rng.chance(0.25);
  if (plundered) said.push(rng.pick(scene.afterPlunder));
  else if (killed > 1 && rng.chance(0.2)) said.push(rng.pick([dead, ...scene.afterDeaths]));
  else if (injured > 1 && rng.chance(0.2)) said.push(hurt);
  else if (harmed && rng.chance(0.7)) said.push(rng.pick([...always, ...scene.aftermath]));
  const numbered = killed + injured > 0 && rng.chance(0.3);
  if (rng.chance(0.5))
    said.push(rng.pick(numbered ? phrases.doubts.number : [...phrases.doubts.always, ...scene.doubts]));
  return said;
}
