import { useIntl } from 'react-intl';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { isolate } from '../../../words/isolate.ts';
import type { Question } from './address.ts';

/** A question in the page's words. */
export function useQuestionWords() {
  const intl = useIntl();
  const { label } = useVocabulary();
  const task = ({ task: code }: Question) => label('mandate-tasks', code);
  return {
    task,
    all: (question: Question) =>
      [
        task(question),
        question.tier && intl.formatMessage({ id: 'texts.tierOf' }, { tier: question.tier }),
        question.modality && intl.formatMessage({ id: `texts.how.${question.modality}` }),
        question.means && intl.formatMessage({ id: 'mandate.ask.force' }),
        question.addressee && label('mandate-addressees', question.addressee),
        question.place && isolate(question.place),
      ]
        .filter(Boolean)
        .join(' · '),
  };
}
