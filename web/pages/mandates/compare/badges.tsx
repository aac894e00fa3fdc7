import { useIntl } from 'react-intl';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { isolate } from '../../../words/isolate.ts';
import type { Change } from './changes.ts';

type Told = Pick<Change, 'task' | 'kind' | 'qualifier'>;

/** Beside the words: what goes in which direction is seen before it is read. A condition goes in none. */
const SIGNS: Partial<Record<Change['kind'], string>> = {
  lost: '−',
  ending: '…',
  weakened: '↓',
  gained: '+',
  strengthened: '↑',
};

export function Badges({ changes }: { changes: readonly Told[] }) {
  const words = useChangeWords();
  return (
    <ul className="change-badges">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.qualifier}`} data-kind={change.kind}>
          {SIGNS[change.kind] && <span aria-hidden="true">{SIGNS[change.kind]} </span>}
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
