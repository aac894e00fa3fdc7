/**
 * Names of places that exist nowhere, in Latin, French and Arabic letters. A name is a series of sounds; each
 * script spells the sounds in its own manner, as with real names that three languages share (sh, ch, ش).
 */
import { at, Rng } from './rng.ts';

export type Names = { en: string; fr: string; ar: string };

type Syllable = { onset: string; vowel: string; coda: string };

const ONSETS = ['b', 'd', 'f', 'k', 'l', 'm', 'n', 'r', 's', 'sh', 't', 'z', 'y', 'j', 'h', ''] as const;
const ONSET_WEIGHTS = [5, 6, 3, 5, 9, 8, 8, 8, 6, 5, 6, 6, 3, 2, 2, 6];
const VOWELS = ['a', 'e', 'i', 'o', 'u'];
const CODAS = ['l', 'r', 'm', 'n', 'z', 'sh', 's'];
/** Each first-level area favours its own endings, as real provinces do. */
const ENDINGS: readonly (readonly [string, string, string])[][] = [
  [
    ['r', 'u', 'n'],
    ['l', 'u', ''],
    ['z', 'a', ''],
  ],
  [
    ['m', 'e', 'l'],
    ['n', 'e', 'sh'],
    ['r', 'e', ''],
  ],
  [
    ['d', 'o', 'r'],
    ['k', 'o', ''],
    ['l', 'o', 'm'],
  ],
  [
    ['l', 'i', ''],
    ['sh', 'i', 'r'],
    ['n', 'i', ''],
  ],
  [
    ['z', 'u', 'l'],
    ['t', 'u', ''],
    ['m', 'u', 'r'],
  ],
  [
    ['r', 'a', 'sh'],
    ['n', 'a', ''],
    ['t', 'a', 'm'],
  ],
  [
    ['k', 'e', 'l'],
    ['s', 'i', 'n'],
    ['d', 'e', ''],
  ],
];

// biome-ignore format: one line reads as the alphabet that it is
const ARABIC: Record<string, string> = {
  b: 'ب', d: 'د', f: 'ف', h: 'ه', j: 'ج', k: 'ك', l: 'ل', m: 'م', n: 'ن', r: 'ر', s: 'س', sh: 'ش', t: 'ت', y: 'ي', z: 'ز',
};
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const letter = (sound: string) => ARABIC[sound] ?? '';

const spellLatin = (word: readonly Syllable[]) => capital(word.map((s) => s.onset + s.vowel + s.coda).join(''));

function spellFrench(word: readonly Syllable[]): string {
  const consonant: Record<string, string> = { sh: 'ch', j: 'dj' };
  const spelled = word.map((s, i) => {
    const open = s.coda === '';
    const betweenVowels = i > 0 && at(word, i - 1).coda === '';
    const onset = s.onset === 's' && betweenVowels ? 'ss' : (consonant[s.onset] ?? s.onset);
    const vowel = s.vowel === 'u' ? 'ou' : s.vowel === 'e' && open ? 'é' : s.vowel;
    const last = i === word.length - 1;
    const coda = last && s.coda === 'n' ? 'ne' : last && s.coda === 's' ? 'sse' : (consonant[s.coda] ?? s.coda);
    return onset + vowel + coda;
  });
  return capital(spelled.join(''));
}

function spellArabic(word: readonly Syllable[]): string {
  return word
    .map((s, i) => {
      const long = s.vowel === 'a' ? 'ا' : s.vowel === 'e' || s.vowel === 'i' ? 'ي' : 'و';
      if (s.onset === '' && i === 0) {
        const seat = s.vowel === 'a' ? 'أ' : s.vowel === 'e' || s.vowel === 'i' ? 'إ' : 'أو';
        return seat + (s.vowel === 'i' && s.coda === '' ? 'ي' : '') + letter(s.coda);
      }
      // A short a before a closing consonant is not written, but for the first, which a reader needs.
      const written = s.vowel === 'a' && s.coda !== '' && i > 0 && i < word.length - 1 ? '' : long;
      return letter(s.onset) + written + letter(s.coda);
    })
    .join('');
}

/** Real places, peoples and armed groups that sounds like ours could hit by chance. */
// biome-ignore format: a list of names, not of lines
const TOO_REAL = new Set(
  (
    'Timur Temur Mali Mari Lima Roma Oman Iran Somali Kuna Zulu Tutsi Hutu Tamil Bosnia Sana Aden Kano Lomé Lome Manila Tuzla ' +
    'Siena Sena Baku Karun Kabul Kandi Darfur Sudan Nile Niamey Dakar Dakota Toledo Salem Jeru Haram Shiraz Tamale Tuna Lina ' +
    'Mina Sumer Basra Bashir Kanuri Hamar Lendu Hema Dinka Nuer Murle Zande Banda Sara Fulani Hausa Tiv Oromo Afar Rohingya ' +
    'Karen Shan Kachin Rakhine Kurd Hazara Tajik Uzbek Baluch Moro Sinhala Masalit Dogon Bambara Songhai Tuareg Amhara Tigray ' +
    'Rommel Bommel Luba Luri Teso Turkana Samburu Borana Rendille Seleka Ansaru Katiba Masina Nyatura Moldova Malta Samoa Tonga Tunis Tirana ' +
    'Nairobi Harare Kampala Kigali Bamako Kinshasa Lusaka Maseru Luanda Tunisia Romania Lesoto Bunia Beni Goma Uvira Bria Tokar'
  ).split(' '),
);
/** The same in Arabic letters, which keep fewer vowels and so look alike sooner. */
// biome-ignore format: a list of names, not of lines
const TOO_REAL_IN_ARABIC = new Set(
  'تيمور دينكا نوير تونس رومانيا سودان صومال مالي عمان إيران كابول دارفور نيروبي لوندا توتسي هوتو تاميل كردي زولو سنار'.split(' '),
);

/** Whether a name that nobody meant would make a reader think of real places or people. */
export const isTooReal = ({ en, ar }: Names): boolean => TOO_REAL.has(en) || TOO_REAL_IN_ARABIC.has(ar);

export type NameMaker = {
  /** A new name that none of the names given so far resembles in any of the three scripts. */
  place: (region: number) => Names;
  /** A person's name: given and family. Nobody real is meant. */
  person: (rng: Rng) => Names;
};

export function nameMaker(seed: number): NameMaker {
  const rng = Rng.of(seed, 'names');
  const taken = new Set<string>();

  function syllable(r: Rng, first: boolean): Syllable {
    let onset: string = at(ONSETS, r.weighted(ONSET_WEIGHTS));
    if (onset === '' && !first) onset = 'l';
    return { onset, vowel: r.pick(VOWELS), coda: r.chance(0.38) ? r.pick(CODAS) : '' };
  }
  function word(r: Rng, region: number): Names {
    const body = Array.from({ length: r.chance(0.4) ? 2 : 1 }, (_, i) => syllable(r, i === 0));
    const [onset, vowel, coda] = r.pick(at(ENDINGS, region % ENDINGS.length));
    const all = [...body, { onset, vowel, coda }];
    return { en: spellLatin(all), fr: spellFrench(all), ar: spellArabic(all) };
  }
  function place(region: number): Names {
    for (;;) {
      const name = word(rng, region);
      const all = [name.en, name.fr, name.ar];
      if (name.en.length < 5 || isTooReal(name) || all.some((n) => taken.has(n))) continue;
      for (const n of all) taken.add(n);
      return name;
    }
  }
  function person(r: Rng): Names {
    const [given, family] = [word(r, r.int(0, 6)), word(r, r.int(0, 6))];
    return { en: `${given.en} ${family.en}`, fr: `${given.fr} ${family.fr}`, ar: `${given.ar} ${family.ar}` };
  }
  return { place, person };
}

/** A second place named after a first, as in every country: New, Upper, Port. */
export function derived(name: Names, kind: 'new' | 'upper' | 'lower' | 'port' | 'market'): Names {
  const { en, fr, ar } = name;
  switch (kind) {
    case 'new':
      return { en: `New ${en}`, fr: `${fr}-le-Neuf`, ar: `${ar} الجديدة` };
    case 'upper':
      return { en: `Upper ${en}`, fr: `${fr}-le-Haut`, ar: `${ar} العليا` };
    case 'lower':
      return { en: `Lower ${en}`, fr: `${fr}-le-Bas`, ar: `${ar} السفلى` };
    case 'port':
      return { en: `Port ${en}`, fr: `Port-${fr}`, ar: `مرفأ ${ar}` };
    case 'market':
      return { en: `${en} Market`, fr: `${fr}-Marché`, ar: `سوق ${ar}` };
  }
}
