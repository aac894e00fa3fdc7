import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { vocabularyQuery } from '../api/vocabulary.ts';
import { useLanguage } from './preferences.ts';

export interface Choice {
  id: string;
  label: string;
}

/** `label(list, code)`: the word for a code in the page's language; the code itself where no list knows it. */
export function useVocabulary() {
  const language = useLanguage();
  const { data } = useQuery(vocabularyQuery);
  const index = useMemo(() => {
    const entries = Object.entries(data?.lists ?? {});
    return new Map(entries.map(([list, items]) => [list, new Map(items.map((i) => [i.code, i.labels[language]]))]));
  }, [data, language]);

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
