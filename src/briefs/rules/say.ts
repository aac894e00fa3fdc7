/**
 * Sentences in three languages with right plurals (ICU messages in `words.json`). A number in a sentence keeps what it
 * counts: the argument `killed` decides the plural, and the tag `<Killed>` marks the words that open its records.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../vocabulary/codes.ts';
import type { Part, Quantity } from '../contract.ts';
import catalogue from '../words.json' with { type: 'json' };

export type WordKey = keyof typeof catalogue;
type Value = string | number | Quantity;

/** Digits as in the rest of the house: Latin ones in Arabic too, so that figures are read alike by everybody. */
const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-u-nu-latn' };

export interface Speech {
  language: Language;
  /** A sentence in parts. */
  say(key: WordKey, values?: Record<string, Value>): Part[];
  /** The same where no number opens anything. */
  word(key: WordKey, values?: Record<string, string | number>): string;
  number(n: number): string;
  /** `22 Dec 2020`, or a range of days. */
  days(from: string, to?: string, month?: 'short' | 'long'): string;
  /** Day and time in a zone. */
  instant(at: string, timeZone: string): string;
  list(items: readonly string[]): string;
}

const formats = new Map<string, IntlMessageFormat>();

function format(key: WordKey, language: Language): IntlMessageFormat {
  const id = `${language} ${key}`;
  const kept = formats.get(id) ?? new IntlMessageFormat(catalogue[key][language], LOCALES[language]);
  formats.set(id, kept);
  return kept;
}

/** @throws when a sentence asks for a value that it is not given: better no paper than one with a hole in it */
export function speech(language: Language): Speech {
  const locale = LOCALES[language];
  const say = (key: WordKey, values: Record<string, Value> = {}): Part[] => {
    const given: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) {
      given[name] = typeof value === 'object' ? value.value : value;
      if (typeof value === 'object')
        given[capital(name)] = (words: string[]): Quantity => ({ ...value, text: plain(words.join('')) });
    }
    const parts = format(key, language).formatToParts(given as Record<string, string>);
    return joined(parts.map(({ value }) => (typeof value === 'string' ? plain(value) : (value as Quantity))));
  };
  return {
    language,
    say,
    word: (key, values) => textOf(say(key, values)),
    number: (n) => plain(n.toLocaleString(locale, { maximumFractionDigits: 1 })),
    days: (from, to = from, month = 'short') => {
      const shape = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month, year: 'numeric' });
      const text = from === to ? shape.format(new Date(from)) : shape.formatRange(new Date(from), new Date(to));
      // Within a month the dash stands close, in every language.
      return from.slice(0, 7) === to.slice(0, 7) ? plain(text).replace(/\s–\s/, '–') : plain(text);
    },
    instant: (at, timeZone) =>
      plain(
        new Intl.DateTimeFormat(locale, {
          ...{ timeZone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
          hourCycle: 'h23',
        }).format(new Date(at)),
      ),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
}

const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Spaces that only browsers know become plain no-break spaces: the fonts of papers have no others. */
const plain = (text: string) => text.replaceAll(/[\u202f\u2009]/g, '\u00a0');

/** The words alone. */
export const textOf = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** Texts beside one another are one text. */
export function joined(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
}
