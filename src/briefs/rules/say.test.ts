import {
  isArgumentElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../vocabulary/codes.ts';
import catalogue from '../words.json' with { type: 'json' };
import { joined, speech } from './say.ts';

const quantity = (value: number) => ({ value, text: String(value), measure: 'killed', filter: { asOf: '1' } });

/** Every name in a message, and every plural with its forms. */
function look(message: string) {
  const names = new Set<string>();
  const plurals: { name: string; forms: string[] }[] = [];
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (isArgumentElement(element) || isPluralElement(element) || isSelectElement(element) || element.type === 2)
        names.add(element.value);
      if (isTagElement(element)) {
        names.add(`<${element.value}>`);
        walk(element.children);
      }
      if (isPluralElement(element)) plurals.push({ name: element.value, forms: Object.keys(element.options) });
      if (isPluralElement(element) || isSelectElement(element))
        for (const { value } of Object.values(element.options)) walk(value);
    }
  };
  walk(parse(message));
  return { names: [...names].sort(), plurals };
}

describe('the words of papers', () => {
  it.each(Object.entries(catalogue))('%s can be read in three languages, with the same numbers in it', (_, words) => {
    const [en] = LANGUAGES;
    const wanted = look(words[en]).names;
    for (const language of LANGUAGES) {
      expect(words[language].trim()).not.toBe('');
      expect(look(words[language]).names).toEqual(wanted);
    }
  });

  it('give every plural in Arabic all the forms that whole numbers need', () => {
    for (const [key, words] of Object.entries(catalogue))
      for (const { name, forms } of look(words.ar).plurals) {
        const tellsZeroOnly = forms.every((form) => form === '=0' || form === 'other');
        if (!tellsZeroOnly)
          expect([key, name, forms]).toEqual([
            key,
            name,
            expect.arrayContaining(['one', 'two', 'few', 'many', 'other']),
          ]);
      }
  });
});

describe('a sentence', () => {
  it.each([
    ['en', 1, 'One civilian was killed, and no one else.'],
    ['en', 2, '2 civilians were killed, and no one else.'],
    ['fr', 1, 'Un civil a été tué, et personne d’autre.'],
    ['fr', 3, '3 civils ont été tués, et personne d’autre.'],
    ['ar', 1, 'قُتل مدني واحد، ولا أحد سواه.'],
    ['ar', 2, 'قُتل مدنيان، ولا أحد سواهما.'],
    ['ar', 3, 'قُتل 3 مدنيين، ولا أحد سواهم.'],
    ['ar', 11, 'قُتل 11 مدنياً، ولا أحد سواهم.'],
    ['ar', 100, 'قُتل 100 مدني، ولا أحد سواهم.'],
  ] as const)('in %s speaks of %d', (language, n, text) => {
    const parts = speech(language).say('deaths', { case: 'civilians', civ: quantity(n), killed: quantity(n) });
    expect(parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(text);
    expect(parts.filter((part) => typeof part !== 'string')).toMatchObject([{ value: n, measure: 'killed' }]);
  });

  it('without a value that it asks for is refused', () => {
    expect(() => speech('en').say('deaths', { case: 'both' })).toThrow();
  });

  it('writes numbers with spaces that every font has', () => {
    expect(speech('fr').number(12345.67)).toBe('12\u00a0345,7');
    expect(speech('ar').number(12345)).toBe('12,345');
  });

  it('writes days', () => {
    expect(speech('en').days('2020-12-15', '2020-12-23')).toBe('15–23 Dec 2020');
    expect(speech('fr').days('2020-12-28', '2021-01-03')).toBe('28 déc. 2020\u00a0–\u00a03 janv. 2021');
    expect(joined(['a', 'b', '', 'c'])).toEqual(['abc']);
  });
});
