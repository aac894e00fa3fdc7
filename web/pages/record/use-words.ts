import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import type { Words } from './facts.ts';

export function useWords(): Words {
  const intl = useIntl();
  const { label } = useVocabulary();
  const { timeZone } = useMission();
  return useMemo(() => ({ intl, label, timeZone }), [intl, label, timeZone]);
}
