import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { SUPPORTABLE } from '../words/supportable.ts';
import ar from './ar.json';
import en from './en.json';
import fr from './fr.json';

const languages: Record<string, Record<string, string>> = { en, fr, ar };
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../mock/**', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const code = Object.values(sources).join('\n');

/** Literal ids, and the beginnings of composed ones (`when.${precision}`). */
const literal = new Set([...code.matchAll(/['"]([a-zA-Z]+(?:\.[\w]+)+)['"]/g)].map((found) => found[1] ?? ''));
const composed = [...code.matchAll(/`([a-zA-Z]+(?:\.[\w]+)*\.)\$\{[^}]+\}(\w*)`/g)].map(([, head = '', tail = '']) => ({
  head,
  tail,
}));
const isComposed = (key: string) => composed.some(({ head, tail }) => key.startsWith(head) && key.endsWith(tail));

/** What a message is given: the names of its values and tags, however deep. */
function values(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [element.value, ...values(element.children)];
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap((option) => values(option.value))];
  });
}

describe('messages', () => {
  it('are found in the source at all', () => {
    expect(literal.size).toBeGreaterThan(100);
    expect(composed.length).toBeGreaterThan(5);
  });

  it.each(['fr', 'ar'])('have the same keys in %s as in English', (language) => {
    expect(Object.keys(languages[language] ?? {}).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.keys(languages))('can all be read, and are not empty, in %s', (language) => {
    for (const [key, message] of Object.entries(languages[language] ?? {})) {
      expect(message.trim(), key).not.toBe('');
      expect(() => parse(message), key).not.toThrow();
    }
  });

  it.each(['fr', 'ar'])('are given the same values in %s as in English', (language) => {
    for (const [key, message] of Object.entries(en)) {
      expect(new Set(values(parse(languages[language]?.[key] ?? ''))), key).toEqual(new Set(values(parse(message))));
    }
  });

  it('exist for every id that the pages use', () => {
    const roots = new Set(Object.keys(en).map((key) => key.split('.')[0]));
    const used = [...literal].filter((id) => roots.has(id.split('.')[0]) && !/\.(ts|tsx|css|json|mjs)$/.test(id));
    const notMessages =
      /^(incident\.(record|edit|confirm|verify)|mandate\.(add|edit|withdraw|confirm|correct|read|read_again|review)$|account\.(narrative|notes)|core\.)/;
    expect(used.filter((id) => !(id in en) && !notMessages.test(id))).toEqual([]);
  });

  it('exist also where no message begins alike', () => {
    const shown = [...code.matchAll(/(?:formatMessage\(\{\s*id:\s*'|<FormattedMessage\s+id=")([\w.]+)/g)].map(
      ([, id = '']) => id,
    );
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.filter((id) => !(id in en))).toEqual([]);
  });

  it('exist for every field that a source can stand behind', () => {
    expect(SUPPORTABLE.filter((field) => !(`fact.${field}` in en))).toEqual([]);
  });

  it('are all used', () => {
    expect(Object.keys(en).filter((key) => !literal.has(key) && !isComposed(key))).toEqual([]);
  });
});
