/** Between what is typed (`@Ana`) and what is kept (`@[id]`). Pure. */
interface Person {
  id: string;
  name: string;
}

/** What a text calls, in parts: words, or somebody. */
export type Part = { text: string } | { person: Person };

const MARK = /@\[([0-9a-f-]{36})\]/g;

/** Whoever is not among the people stays a word that nobody can read. */
export function partsOf(kept: string, people: readonly Person[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: mark, 1: id, index } of kept.matchAll(MARK)) {
    const person = people.find((p) => p.id === id);
    if (!person) continue;
    if (index > from) parts.push({ text: kept.slice(from, index) });
    parts.push({ person });
    from = index + mark.length;
  }
  if (from < kept.length) parts.push({ text: kept.slice(from) });
  return parts;
}

export const typed = (kept: string, people: readonly Person[]): string =>
  partsOf(kept, people)
    .map((part) => ('person' in part ? `@${part.person.name}` : part.text))
    .join('');

/** @param people those who were chosen from the list; of two names the longer one is meant */
export function keep(text: string, people: readonly Person[]): string {
  const longest = [...people].sort((a, b) => b.name.length - a.name.length);
  let kept = '';
  for (let rest = text; rest.length > 0; ) {
    const person = rest.startsWith('@') && longest.find(({ name }) => rest.startsWith(name, 1));
    kept += person ? `@[${person.id}]` : rest[0];
    rest = rest.slice(person ? person.name.length + 1 : 1);
  }
  return kept;
}

/** What stands between an @ and the caret; `null` where nobody is being called. */
export function calling(text: string, caret: number): { at: number; name: string } | null {
  const found = /(?:^|[\s(])@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/.exec(text.slice(0, caret));
  return found ? { at: caret - (found[1]?.length ?? 0) - 1, name: found[1] ?? '' } : null;
}
