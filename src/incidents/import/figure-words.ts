/**
 * Headings that count people: who was harmed, how, and of which sex and age, in three languages. People put these words
 * together as they like («Nb femmes tuées», “Killed (F)”, «عدد القتلى المدنيين»), so they are read word by word.
 */
import type { HarmedGroup, HarmKind, SexAge } from '../../vocabulary/codes.ts';
import { type FieldPath, foldWords } from './contract.ts';

type Part = 'low' | 'high' | SexAge;

const HARMS: Partial<Record<HarmKind, string>> = {
  killed:
    'killed, kill, kia, deaths, death, dead, died, fatalities, fatality, tue, tues, tuee, tuees, mort, morts, morte, mortes, deces, decede, decedes, decedees, قتل, قتلي, القتلى, قتيل, وفيات, وفاة, موتى, شهداء',
  injured:
    'injured, wounded, wia, injuries, injury, hurt, blesse, blesses, blessee, blessees, جرحى, جريح, مصابون, مصابين, إصابات',
  abducted:
    'abducted, kidnapped, abductions, abductees, hostages, enleve, enleves, enlevee, enlevees, kidnappe, kidnappes, otages, مخطوفون, مخطوفين, مختطفون, مختطفين',
  displaced: 'displaced, idps, idp, deplace, deplaces, deplacee, deplacees, pdi, نازحون, نازحين, مهجرون, مهجرين',
  arrested: 'arrested, detained, arrests, arrete, arretes, arretees, detenus, interpelles, معتقلون, معتقلين, موقوفين',
  sexual_violence: 'sgbv, gbv, crsv, rapes, viols, vbg, vslc, violences sexuelles, sexual violence, عنف جنسي',
};
const GROUPS: Partial<Record<HarmedGroup, string>> = {
  civilians: 'civilian, civilians, civ, civil, civils, civile, civiles, مدني, مدنيون, مدنيين',
};
const PARTS: Record<Part, string> = {
  low: 'low, min, mini, minimum, bas, الأدنى',
  high: 'high, max, maxi, maximum, haut, الأقصى',
  women: 'women, woman, female, females, femme, femmes, نساء, امرأة, إناث',
  men: 'men, man, male, males, homme, hommes, رجال, رجل, ذكور',
  girls: 'girl, girls, fille, filles, fillettes, بنات, فتيات',
  boys: 'boy, boys, garcon, garcons, أولاد, صبيان, فتيان',
  unknown: 'unknown, unspecified, inconnus, non precise, غير معروف',
};
/** Say nothing that a count does not say by itself. */
const FILLERS =
  'n, nb, nbr, nbre, no, nr, num, nombre, number, numbers, count, total, totaux, sum, best, estimate, estimated, estimation, people, persons, person, personnes, personne, victim, victims, victime, victimes, of, the, in, de, des, du, d, les, la, le, par, by, dont, including, incl, which, whom, منهم, منهن, بينهم, عدد, اجمالي, مجموع, من, أشخاص, ضحايا, في';
/** Whom no figure of ours counts apart: “soldiers killed” is not everybody killed. */
const OTHERS =
  'soldier, soldiers, military, combatant, combatants, fighter, fighters, police, policemen, rebels, militia, peacekeepers, militaire, militaires, soldats, combattants, policiers, rebelles, miliciens, children, child, minors, enfant, enfants, mineurs, elderly, staff, workers, personnel, travailleurs, humanitaires, households, families, menages, familles, houses, maisons, موظفين, عاملين, أسر, الأسر, عائلات, منازل, عسكريين, عسكريون, جنود, مسلحين, مقاتلين, أطفال';

const split = (words: string): string[] => words.split(',').map(foldWords);
const byWord = <T extends string>(lists: Partial<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries<string | undefined>(lists).flatMap(([code, words]) => split(words ?? '').map((w) => [w, code as T])),
  );

const HARM_WORDS = byWord(HARMS);
const GROUP_WORDS = byWord(GROUPS);
const PART_WORDS = byWord(PARTS);
const FILLER_WORDS = new Set(split(FILLERS));
const OTHER_WORDS = new Set(split(OTHERS));
const LETTERS: Readonly<Record<string, Part>> = { f: 'women', w: 'women', m: 'men', h: 'men', g: 'girls', b: 'boys' };

export interface CountHeading {
  harm: HarmKind | null;
  group: 'civilians' | 'all';
  part: Part | 'best';
  /** Words that mean none of this: the heading may be about something else. */
  rest: number;
  /** It counts some people whom no field of ours counts apart. */
  others: boolean;
}

/** What a heading says of people counted; `null` when it has neither a harm nor a sex and age. */
export function readCountHeading(header: string): CountHeading | null {
  const words = foldWords(header.replaceAll(/([a-z])([A-Z])/g, '$1 $2')).split(' ');
  const found: CountHeading = { harm: null, group: 'all', part: 'best', rest: 0, others: false };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const pair = `${word} ${words[at + 1] ?? ''}`;
    const harm = HARM_WORDS.get(pair) ?? HARM_WORDS.get(word);
    if (HARM_WORDS.has(pair) || PART_WORDS.has(pair)) at++;
    const part = PART_WORDS.get(pair) ?? PART_WORDS.get(word) ?? LETTERS[word];
    if (harm && found.harm === null) found.harm = harm;
    else if (GROUP_WORDS.has(word)) found.group = 'civilians';
    else if (part && found.part === 'best') found.part = part;
    else if (OTHER_WORDS.has(word)) found.others = true;
    else if (!harm && !FILLER_WORDS.has(word) && !/^\d+$/.test(word)) found.rest++;
  }
  return found.harm === null && found.part === 'best' && !found.others ? null : found;
}

/** The field that a heading with a harm fills; `null` where it says none, or counts others than ours. */
export function figureField({ harm, group, part, others }: CountHeading): FieldPath | null {
  return harm === null || others ? null : `${harm}.${group}.${part}`;
}

/**
 * Columns of sex and age without a harm of their own, such as H, F, G, F after «Tués»: they belong to the last harm
 * before them, if nothing else stands between. Of two F the second are girls; G are boys, but girls where B stands.
 */
export function besideHarm(headers: readonly string[]): Map<string, { field: FieldPath; harm: string }> {
  const found = new Map<string, { field: FieldPath; harm: string }>();
  for (let at = 0; at < headers.length; at++) {
    const heading = readCountHeading(headers[at] ?? '');
    const field = heading?.rest === 0 && heading.part === 'best' ? figureField(heading) : null;
    if (!heading || !field) continue;
    const run: string[] = [];
    for (const next of headers.slice(at + 1)) {
      if (!isBare(next)) break;
      run.push(next);
    }
    const letters = run.map((header) => foldWords(header).replace(/ \d+$/, ''));
    const taken = new Set<Part>();
    run.forEach((header, index) => {
      const part = partOf(letters[index] ?? '', letters, taken);
      if (!part || taken.has(part)) return;
      taken.add(part);
      found.set(header, { field: `${heading.harm ?? 'killed'}.${heading.group}.${part}`, harm: headers[at] ?? '' });
    });
  }
  return found;
}

function isBare(header: string): boolean {
  const heading = readCountHeading(header);
  return heading !== null && heading.harm === null && heading.rest === 0 && !heading.others && heading.part !== 'best';
}

function partOf(word: string, all: readonly string[], taken: ReadonlySet<Part>): Part | undefined {
  if (word === 'f' && taken.has('women')) return 'girls';
  if (word === 'g') return all.includes('b') ? 'girls' : 'boys';
  return readCountHeading(word)?.part as Part | undefined;
}
