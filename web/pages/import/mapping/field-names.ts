import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { type FieldPath, PLAIN_FIELDS } from '../../../../src/incidents/import/contract.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';

const PLAIN: readonly string[] = PLAIN_FIELDS;
const RANGE = ['low', 'best', 'high'];

/** A field in words: "Place", or "Killed · civilians · best estimate". */
export function useFieldName() {
  const intl = useIntl();
  const { label } = useVocabulary();
  return useCallback(
    (path: FieldPath): string => {
      if (PLAIN.includes(path)) return intl.formatMessage({ id: `bring.field.${path}` });
      const [harm = '', group = '', part = ''] = path.split('.');
      const last = RANGE.includes(part) ? intl.formatMessage({ id: `bring.part.${part}` }) : label('sex-age', part);
      return [label('harm-kinds', harm), label('harmed-groups', group), last].join(' · ');
    },
    [intl, label],
  );
}
