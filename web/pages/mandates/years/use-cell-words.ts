import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { useLanguage } from '../../../app/preferences.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import type { Cell } from './picture.ts';

/** How a task is given, in the page's words: "Decides · secure · ending". */
export function useCellWords() {
  const intl = useIntl();
  const { label } = useVocabulary();
  return ({ strength, modality, ending }: Pick<Cell, 'strength' | 'modality' | 'ending'>) =>
    [
      label('mandate-strengths', strength),
      intl.formatMessage({ id: `texts.how.${modality}` }),
      ...(ending ? [intl.formatMessage({ id: 'mandate.years.ending' })] : []),
    ].join(' · ');
}

/** What a list says of a code beyond its word. */
export function useHelp() {
  const language = useLanguage();
  const { data } = useQuery(vocabularyQuery);
  return (list: string, code: string) => data?.lists[list]?.find((word) => word.code === code)?.help?.[language];
}
