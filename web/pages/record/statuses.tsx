import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Incident } from '../../../src/incidents/contract.ts';
import { versionsQuery } from '../../api/incidents.ts';
import { missionDay } from '../../app/clock.ts';
import { useMission } from '../../app/session.ts';
import { useStaleDays } from '../../app/stale.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Status } from '../../ui/marks.tsx';
import { dayText } from '../../words/when.ts';
import { useRoom } from '../room/use-room.ts';
import { statusSince } from './facts.ts';
import { HistoryButton } from './history/history-button.tsx';
import { Term } from './term.tsx';

/** Two statuses with two owners; neither follows from the other. */
export function Statuses({ record, isCurrent }: { record: Incident; isCurrent: boolean }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const { core } = record;
  return (
    <dl className="record-pairs">
      <dt>
        <Term id="status.operational" field="operational" />
      </dt>
      <dd>
        <Status status={core.operational} word={label('operational-statuses', core.operational)} />
        <HistoryButton field="operational" name={intl.formatMessage({ id: 'fact.operational' })} />
        {isCurrent && <Old record={record} />}
      </dd>
      <dt>
        <Term id="status.humanRights" field="humanRights" />
      </dt>
      <dd>
        <Status status={core.humanRights} word={label('human-rights-statuses', core.humanRights)} />
        <HistoryButton field="humanRights" name={intl.formatMessage({ id: 'fact.humanRights' })} />
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

/** “being confirmed for 9 days”, “unconfirmed since 2 March”: what is old looks old. */
function Old({ record }: { record: Incident }) {
  const intl = useIntl();
  const { mission } = useRoom();
  const { timeZone } = useMission();
  const { label } = useVocabulary();
  const { data = [] } = useQuery(versionsQuery(mission, record.id));
  const since = statusSince(data) ?? record.knownFrom.at;
  const { kind, operational, origin } = record.core;
  const days = useStaleDays()({ kind, dataset: origin.dataset, operational, statusSince: since });
  if (days === null) return null;
  const status = label('operational-statuses', operational);
  return (
    <span className="record-old small">
      {operational === 'being_confirmed'
        ? intl.formatMessage({ id: 'stale.for' }, { status, n: days })
        : intl.formatMessage({ id: 'stale.since' }, { status, day: dayText(intl, missionDay(since, timeZone)) })}
    </span>
  );
}
