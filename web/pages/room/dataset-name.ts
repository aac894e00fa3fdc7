import { useIntl } from 'react-intl';
import { useVocabulary } from '../../app/vocabulary.ts';

/** `own` → "Own"; an outside set by its name in the vocabulary, or its slug in capitals. */
export function useDatasetName() {
  const intl = useIntl();
  const { label } = useVocabulary();
  return (slug: string): string => {
    if (slug === 'own') return intl.formatMessage({ id: 'dataset.own' });
    const known = label('datasets', slug);
    return known === slug ? slug.replaceAll('-', ' ').toUpperCase() : known;
  };
}
