/** A list without lines says why: nothing was ever recorded, or nothing fits what is asked. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { summaryQuery } from '../../api/incidents.ts';
import { useMay, VERBS } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useRoom } from './use-room.ts';

export function Nothing() {
  const intl = useIntl();
  const { mission, filter, search, change } = useRoom();
  const { data } = useQuery(summaryQuery(mission, search.asOf ? { asOf: search.asOf } : {}));
  if (data?.rows.length === 0 && !search.asOf) return <FirstOfAll />;
  return (
    <EmptyState
      title={intl.formatMessage({ id: 'room.empty' })}
      action={
        filter.bbox && (
          <Button onPress={() => change({ frame: 'off' })}>
            <FormattedMessage id="room.emptyFrame" />
          </Button>
        )
      }
    >
      <FormattedMessage id="room.emptyText" />
    </EmptyState>
  );
}

/** The mission has no record at all: what to do next. */
function FirstOfAll() {
  const intl = useIntl();
  const { mission } = useRoom();
  const may = useMay();
  const [imports, records] = [may('import.run'), may(VERBS.record)];
  return (
    <EmptyState
      title={intl.formatMessage({ id: 'room.first' })}
      action={
        <div className="acts">
          {imports && (
            <Link to="/m/$mission/import" params={{ mission }} className="button button-need">
              <FormattedMessage id="bring.title" />
            </Link>
          )}
          {records && (
            <Link to="/m/$mission/incidents/new" params={{ mission }} className="button">
              <FormattedMessage id="form.new" />
            </Link>
          )}
        </div>
      }
    >
      <FormattedMessage id={imports || records ? 'room.firstText' : 'room.firstWait'} />
    </EmptyState>
  );
}
