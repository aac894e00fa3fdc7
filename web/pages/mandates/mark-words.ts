import { useIntl } from 'react-intl';
import type { Qualifier, TaskCode } from '../../../src/mandates/contract.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { isolate } from '../../words/isolate.ts';

/** A task and a qualifier in the page's words. */
export function useMarkWords() {
  const intl = useIntl();
  const { label } = useVocabulary();
  return {
    task: ({ code, modality, tier }: Pick<TaskCode, 'code' | 'modality' | 'tier'>) =>
      [
        label('mandate-tasks', code),
        intl.formatMessage({ id: `mandate.how.${modality}` }),
        ...(tier ? [intl.formatMessage({ id: 'mandate.tierOf' }, { tier })] : []),
      ].join(' · '),
    qualifier: ({ code, value }: Pick<Qualifier, 'code' | 'value'>) =>
      [label('mandate-qualifiers', code), ...(value ? [isolate(value)] : [])].join(': '),
  };
}
