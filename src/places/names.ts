/**
 * Place names as people write them: with and without accents, in other alphabets, misspelt. Names are folded to plain
 * letters for an index, reduced to what a listener hears for scripts that leave out vowels, and compared.
 */
import anyAscii from 'any-ascii';

/** Combining Latin accents, Arabic vowel signs and the tatweel. Not all of \p{M}: Indic vowels are marks too. */
const DECORATION = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;
const ARTICLES = new Set(['the', 'of', 'le', 'la', 'les', 'de', 'du', 'des', 'al', 'el']);
/** Alphabets written without short vowels: only consonants can be compared with them. */
const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;

/**
 * The plain form of a name for comparing and indexing: lower-case ASCII words parted by one space, without accents,
 * apostrophes, hyphens and articles. `N'Délé` → `ndele`, `Al-Fāshir` → `fashir`, `الفاشر` → `fashr`.
 */
export function foldName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(DECORATION, '')
    .replace(/\u0671/g, '\u0627') // alef wasla → alef; the other alefs lost their hamza above
    .replace(/\u0649/g, '\u064a') // alef maksura → yeh
    .replace(/\u0629/g, '\u0647') // teh marbuta → heh
    .normalize('NFC')
    .replace(/(^|[^\p{L}])\u0627\u0644(?=\p{L}{3})/gu, '$1') // the Arabic article
    .replace(/(^|[^\p{L}])[ld]['’](?=\p{L})/giu, '$1'); // French elision; N' and M' belong to the name
  const words = anyAscii(plain)
    .toLowerCase()
    .replace(/['’‘`"]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const kept = words.filter((word) => !ARTICLES.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

const SOUNDS: readonly [RegExp, string][] = [
  [/tch|sch|sh|ch/g, '5'],
  [/dj/g, 'j'],
  [/ph|v/g, 'f'],
  [/kh|ck|q|c/g, 'k'],
  [/gh|gu(?=[eiy])/g, 'g'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/p/g, 'b'],
  [/^[aeiouwy]+/, '0'],
  [/[aeiouwyh]/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * What is heard of a folded name across spellings and alphabets: its consonants, with a mark for an opening vowel.
 * `ndele` and `ndyly` (from نديلي) → `ndl`.
 */
export function soundKey(folded: string): string {
  return SOUNDS.reduce((key, [pattern, by]) => key.replace(pattern, by), folded.replaceAll(' ', ''));
}

/** One row of the search index for each different spelling of a place: the folded name and its sound. */
export function searchKeys(place: { name: string; altNames: readonly string[] }): { folded: string; sound: string }[] {
  const folded = new Set([place.name, ...place.altNames].map(foldName).filter(Boolean));
  return [...folded].map((name) => ({ folded: name, sound: soundKey(name) }));
}

/** 1 for equal, 0 for nothing in common: optimal string alignment distance over the longer length. */
function editSimilarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 0;
  let before = new Uint16Array(b.length + 1);
  let previous = Uint16Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = new Uint16Array(b.length + 1);
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current[j] = best;
    }
    before = previous;
    previous = current;
  }
  return 1 - (previous[b.length] ?? longest) / longest;
}

function trigrams(folded: string): Set<string> {
  const found = new Set<string>();
  for (const word of folded.split(' ')) {
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  }
  return found;
}

function trigramSimilarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const shared = [...left].filter((gram) => right.has(gram)).length;
  return shared / (left.size + right.size - shared);
}

/**
 * How well what somebody typed fits a name, 0 to 1 (1: the same but for accents, case, hyphens and articles).
 * Forgives slips of spelling, other alphabets and an unfinished word. Above 0.6 it is likely meant; a name with one or
 * two consonants typed in an alphabet without vowels scores less, so rank by the score rather than cut by it.
 */
export function nameScore(query: string, name: string): number {
  const [q, n] = [foldName(query), foldName(name)];
  if (q === '' || n === '') return 0;
  if (q === n) return 1;
  const [tight, tightName] = [q.replaceAll(' ', ''), n.replaceAll(' ', '')];
  const edit = editSimilarity(tight, tightName);
  const [heard, heardName] = [soundKey(q), soundKey(n)];
  const sound = editSimilarity(heard, heardName) * Math.min(1, Math.max(heard.length, heardName.length) / 3);
  if (ABJAD.test(query) !== ABJAD.test(name)) return 0.85 * sound + 0.1 * edit;
  const begun = tight.length >= 2 && tightName.startsWith(tight) ? 0.8 + (0.19 * tight.length) / tightName.length : 0;
  return Math.min(0.99, Math.max(begun, edit, trigramSimilarity(q, n), (edit + sound) / 2));
}
