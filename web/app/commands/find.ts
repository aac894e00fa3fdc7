/** Which commands fit what was typed, best first; letters may be missing, accents and the forms of Arabic letters do not count. */
import fuzzysort from 'fuzzysort';
import { type Command, GROUPS } from './registry.ts';

/** Below this the letters only happen to occur. */
const LEAST = 0.3;
/** What was used lately is a little nearer than its letters say. */
const LATELY = 0.12;
/** The group's name and the id fit, too, but never as well as the words themselves. */
const BESIDE = 0.75;

/** As people type, not as dictionaries print: no accents, no vowel signs, one alef, one ya, one ha. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .toLowerCase()
    .trim();

export interface Section {
  group: Command['group'] | 'recent' | 'best';
  commands: readonly Command[];
}

/**
 * Nothing typed: what was used lately, then everything by group. Something typed: one list, best first, and behind it what
 * was made of the words themselves (records, places, a day).
 * @param recent ids, the last one first
 * @param groupName the words of a group
 */
export function sectionsFor(
  commands: readonly Command[],
  typed: string,
  recent: readonly string[],
  groupName: (group: Command['group']) => string,
): Section[] {
  const own = commands.filter((command) => !command.isTyped);
  const made = byGroup(commands.filter((command) => command.isTyped));
  const words = fold(typed);
  const sections: Section[] = words
    ? [{ group: 'best', commands: best(own, words, recent, groupName) }, ...made]
    : lately(own, recent);
  return sections.filter((section) => section.commands.length > 0);
}

function lately(commands: readonly Command[], recent: readonly string[]): Section[] {
  const used = recent.flatMap((id) => commands.filter((command) => command.id === id));
  return [{ group: 'recent', commands: used }, ...byGroup(commands.filter((command) => !used.includes(command)))];
}

const byGroup = (commands: readonly Command[]): Section[] =>
  GROUPS.map((group) => ({ group, commands: commands.filter((command) => command.group === group) }));

function best(
  commands: readonly Command[],
  words: string,
  recent: readonly string[],
  groupName: (group: Command['group']) => string,
): Command[] {
  const beside = ({ group, label, detail, id }: Command) =>
    fold([groupName(group), label, detail, id.replaceAll('.', ' ')].filter(Boolean).join(' '));
  const score = (command: Command) => {
    const fits = fuzzysort.single(words, fold(command.label))?.score ?? 0;
    const around = (fuzzysort.single(words, beside(command))?.score ?? 0) * BESIDE;
    const found = Math.max(fits, around);
    return found < LEAST ? 0 : found + (recent.includes(command.id) ? LATELY : 0);
  };
  return commands
    .map((command) => ({ command, score: score(command) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.command);
}
