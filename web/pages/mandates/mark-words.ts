import { useIntl } from 'react-intl';
import type { Qualifier, TaskCode } from '../../../src/mandates/contract.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { isolate } from '../../words/isolate.ts';
import { useDay } from './mandate-lines.tsx';

/** A task and a qualifier in the page's words. */
export function useMarkWords() {
  const intl = useIntl();
  const { label } = useVocabulary();
  const day = useDay();
  /** Days and numbers as the page's language writes them; other words as the text has them. */
  const said = (value: string) => {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
    return /^\d+$/.test(value) ? intl.formatNumber(Number(value)) : isolate(value);
  };
  return {
    task: ({ code, modality, tier }: Pick<TaskCode, 'code' | 'modality' | 'tier'>) =>
      [
        label('mandate-tasks', code),
        intl.formatMessage({ id: `texts.how.${modality}` }),
        ...(tier ? [intl.formatMessage({ id: 'texts.tierOf' }, { tier })] : []),
      ].join(' · '),
    qualifier: ({ code, value }: Pick<Qualifier, 'code' | 'value'>) =>
      [label('mandate-qualifiers', code), ...(value ? [said(value)] : [])].join(': '),
  };
}
