import { FormattedMessage } from 'react-intl';
import type { Core } from '../../../src/incidents/contract.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Status } from '../../ui/marks.tsx';
import { Term } from './term.tsx';

/** Two statuses with two owners; neither follows from the other. */
export function Statuses({ core }: { core: Core }) {
  const { label } = useVocabulary();
  return (
    <dl className="record-pairs">
      <dt>
        <Term id="status.operational" field="operational" />
      </dt>
      <dd>
        <Status status={core.operational} word={label('operational-statuses', core.operational)} />
      </dd>
      <dt>
        <Term id="status.humanRights" field="humanRights" />
      </dt>
      <dd>
        <Status status={core.humanRights} word={label('human-rights-statuses', core.humanRights)} />
      </dd>
      {core.statusNote && (
        <>
          <dt>
            <FormattedMessage id="status.note" />
          </dt>
          <dd>
            <bdi>{core.statusNote}</bdi>
          </dd>
        </>
      )}
    </dl>
  );
}
