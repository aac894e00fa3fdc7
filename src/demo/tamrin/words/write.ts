/** Puts words into the places of a phrase, and facts into sentences. */
import type { Language } from '../../../vocabulary/codes.ts';
import { ACTORS } from '../actors.ts';
import { DAY, FIRST_DAY, isoDay } from '../clock.ts';
import type { Facts, TimePrecision } from '../life/facts.ts';
import type { Names } from '../names.ts';
import { at, type Rng } from '../rng.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Phrases, Toll } from './phrases.ts';

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
};

/** The account of one event: when and what, how many, what followed, what to doubt. Same facts, same words. */
export function narrate(facts: Facts, subject: Subject, rng: Rng): { title: string; text: string } {
  const { language } = facts;
  const phrases = PHRASES[language];
  const told = phrases.says[facts.type];
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
  const sentences = [phrases.sentence(start, fill(rng.pick(told.clauses), words))];
  const toll = phrases.toll(subject.toll, !subject.sure);
  if (toll !== '') sentences.push(toll);
  if (facts.kind === 'incident') {
    const { killed, injured, displaced } = subject.toll;
    const { always, dead, hurt } = phrases.aftermath;
    const harmed = killed + injured + displaced > 0 && !facts.profile?.tags.includes('urban');
    if (killed > 0 && rng.chance(0.2)) sentences.push(dead);
    else if (injured > 1 && rng.chance(0.3)) sentences.push(hurt);
    else if (harmed && rng.chance(0.75)) sentences.push(rng.pick(always));
    const numbered = killed + injured > 0 && rng.chance(0.4);
    if (rng.chance(0.6)) sentences.push(rng.pick(numbered ? phrases.doubts.number : phrases.doubts.always));
  }
  return { title: `${told.title} – ${place}`, text: sentences.join(' ') };
}
