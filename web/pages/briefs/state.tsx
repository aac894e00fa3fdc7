import { FormattedMessage } from 'react-intl';
import type { PaperState as State } from '../../../src/briefs/contract.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Circle, type Fill } from '../../ui/marks.tsx';

const FILLS: Record<State, Fill> = { draft: 'empty', edited: 'half', sent: 'full' };

/** How far a paper has come, as a shape and a word; a correction says which version it corrects. */
export function PaperState({ state, corrects }: { state: State; corrects: number | null }) {
  const { label } = useVocabulary();
  return (
    <span className="status">
      <Circle fill={FILLS[state]} />
      <span>
        {label('paper-states', state)}
        {corrects !== null && (
          <>
            {' · '}
            <FormattedMessage id="paper.corrects" values={{ n: corrects }} />
          </>
        )}
      </span>
    </span>
  );
}
