import { useIntl } from 'react-intl';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { isolate } from '../../../words/isolate.ts';
import type { Change } from './changes.ts';

type Told = Pick<Change, 'task' | 'kind' | 'qualifier'>;

/** What changes of a task, as a sign and words: never as a colour alone. */
const SIGNS: Record<Change['kind'], string> = {
  lost: '−',
  ending: '…',
  weakened: '↓',
  condition_added: '(',
  gained: '+',
  strengthened: '↑',
  condition_removed: ')',
};

export function Badges({ changes }: { changes: readonly Told[] }) {
  const words = useChangeWords();
  return (
    <ul className="change-badges">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.qualifier}`} data-kind={change.kind}>
          {!change.kind.startsWith('condition') && <span aria-hidden="true">{SIGNS[change.kind]} </span>}
          {words(change)}
        </li>
      ))}
    </ul>
  );
}

/** "weakened", "condition added: imminent threat". */
function useChangeWords() {
  const intl = useIntl();
  const { label } = useVocabulary();
  return ({ kind, qualifier }: Told) => {
    const what = qualifier ? isolate(label('mandate-qualifiers', qualifier)) : '';
    if (!qualifier) return intl.formatMessage({ id: `mandate.change.${kind}` });
    return intl.formatMessage({ id: `mandate.changeOf.${kind}` }, { what });
  };
}
