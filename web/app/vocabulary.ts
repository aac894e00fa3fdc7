import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Language } from '../../src/vocabulary/codes.ts';
import { type Vocabulary, vocabularyQuery } from '../api/vocabulary.ts';
import { useLanguage } from './preferences.ts';

export interface Choice {
  id: string;
  label: string;
}

type Words = ReadonlyMap<string, ReadonlyMap<string, string>>;

const NO_WORDS: Words = new Map();
/** Every line of a list asks for the same. */
const known = new WeakMap<Vocabulary, Map<Language, Words>>();

function wordsOf(vocabulary: Vocabulary, language: Language): Words {
  const languages = known.get(vocabulary) ?? new Map<Language, Words>();
  known.set(vocabulary, languages);
  const words =
    languages.get(language) ??
    new Map(
      Object.entries(vocabulary.lists).map(([list, items]) => [
        list,
        new Map(items.map(({ code, labels }) => [code, labels[language]])),
      ]),
    );
  languages.set(language, words);
  return words;
}

/** `label(list, code)`: the word for a code in the page's language; the code itself where no list knows it. */
export function useVocabulary() {
  const language = useLanguage();
  const { data } = useQuery(vocabularyQuery);
  const index = data ? wordsOf(data, language) : NO_WORDS;

  const label = useCallback(
    (list: string, code: string) => index.get(list)?.get(code) ?? code.replaceAll('_', ' '),
    [index],
  );
  /** Choices for a field, in the list's own order. */
  const choices = useCallback(
    (list: string, codes?: readonly string[]): Choice[] =>
      (codes ?? [...(index.get(list)?.keys() ?? [])]).map((id) => ({ id, label: label(list, id) })),
    [index, label],
  );
  return { label, choices };
}
