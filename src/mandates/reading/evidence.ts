/**
 * What of a paragraph speaks for or against a task, as `learnt.ts` weighs it: its words and pairs of words, by whether
 * they are asked for, stressed or noted; who is told how; the words it stands below; what the rules found.
 */
import type { MandateStrength } from '../../vocabulary/codes.ts';
import { type Below, isReport } from './below.ts';
import { asks, type Clause } from './clauses.ts';
import { eachMatch } from './plain.ts';

export interface Evidence {
  /** `A:good offices` (asked for), `S:` (stressed), `N:` (noted), `R:` (to be reported); `P:` from above; `strength=`, `act=`, `to=`, `below=`; `rule=`. */
  name: string;
  /** Where it stands in the paragraph's small letters, and in which clause; `null` what are no words of its own. */
  words: { from: number; to: number; clause: number } | null;
}

/** How many of the last words above a paragraph are heard. */
export const HEARD_ABOVE = 40;
const IDLE = new Set(
  'the of and to in its that a for on by with as all an or is be at from this which their it has are was have such any other his also these those been will not s'.split(
    ' ',
  ),
);
/** A run of `#` is a name or a formula that says nothing of what is asked for (`MASKED`); it parts words that stood apart. */
const WORD = /[a-z]+|#+/g;

/** What somebody is to do: the first verb after “to”, at no great distance from the Council's own. */
const FIRST_ACT =
  /\bto (?:also |further |continue to |take the necessary (?:steps|measures) to )?(?!(?:the|its?|an?|all|that|this)\b)([a-z]+)/;
const NEAR = 200;

/** @returns the words that say something, in order */
export function tellingWords(masked: string): string[] {
  const words: string[] = [];
  eachMatch(WORD, masked, ([word]) => {
    if (!IDLE.has(word)) words.push(word.startsWith('#') ? '#' : word);
  });
  return words;
}

/**
 * @param masked the paragraph's words in small letters, names and formulas masked
 * @param above the last telling words of the paragraphs it stands below
 * @param found what the rules found in it, as evidence
 * @returns each kind of evidence once, where it stands first
 */
export function evidenceOf(
  masked: string,
  clauses: readonly Clause[],
  below: Below,
  above: readonly string[],
  found: ReadonlySet<string>,
): Evidence[] {
  const all = new Map<string, Evidence>();
  const add = (name: string, words: Evidence['words'] = null) => {
    if (!all.has(name)) all.set(name, { name, words });
  };
  for (const [clause, own] of clauses.entries()) {
    const { strength, addressees, from, to } = own;
    add(`strength=${strength}`);
    const act = FIRST_ACT.exec(masked.slice(from, Math.min(to, from + NEAR)))?.[1];
    if (act) add(`act=${act}`);
    for (const who of addressees) add(`to=${who}`);
    const said = isReport(masked, own) ? 'R' : saidHow(strength);
    let before: { word: string; from: number } | null = null;
    eachMatch(WORD, masked.slice(from, to), ({ 0: match, index }) => {
      if (IDLE.has(match)) return;
      const word = match.startsWith('#') ? '#' : match;
      const words = { from: from + index, to: from + index + match.length, clause };
      add(`${said}:${word}`, words);
      if (before) add(`${said}:${before.word} ${word}`, { ...words, from: before.from });
      before = { word, from: words.from };
    });
  }
  for (const word of above) add(`P:${word}`);
  if (below) add(`below=${below}`);
  for (const name of found) add(name);
  return [...all.values()];
}

function saidHow(strength: MandateStrength | null): 'A' | 'S' | 'N' {
  if (strength === null || asks(strength)) return 'A';
  return strength === 'emphasizes' || strength === 'reaffirms' ? 'S' : 'N';
}
