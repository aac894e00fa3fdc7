/** Who changed a field, when, from what to what: read off the versions, which hold all of it. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { versionsQuery } from '../../../api/incidents.ts';
import { useMission } from '../../../app/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Select } from '../../../ui/select.tsx';
import { useRoom } from '../../room/use-room.ts';
import { type FieldHistory, factsOf, historiesOf } from '../facts.ts';
import { useWords } from '../use-words.ts';
import './history.css';

interface HistoryDialogProps {
  record: string;
  field: string;
  onField: (field: string) => void;
  onClose: () => void;
}

export default function HistoryDialog({ record, field, onField, onClose }: HistoryDialogProps) {
  const intl = useIntl();
  const { mission } = useRoom();
  const words = useWords();
  const versions = useQuery(versionsQuery(mission, record));
  const histories = useMemo(
    () =>
      historiesOf(
        (versions.data ?? []).map((one) => ({
          ...{ version: one.version, at: one.knownFrom.at, byName: one.byName },
          facts: factsOf(one, words),
        })),
      ),
    [versions.data, words],
  );
  const shown = histories.find(({ id }) => id === field) ?? histories[0];
  return (
    <Dialog title={intl.formatMessage({ id: 'history.title' })} isOpen onClose={onClose}>
      <Loaded query={versions}>
        {() =>
          shown && (
            <>
              <Select
                label={intl.formatMessage({ id: 'history.field' })}
                choices={histories.map(({ id, name, changes }) => ({
                  id,
                  label: `${name} · ${intl.formatMessage({ id: 'history.words' }, { n: changes.length - 1 })}`,
                }))}
                value={shown.id}
                onChange={onField}
              />
              <History history={shown} />
            </>
          )
        }
      </Loaded>
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.close" />
        </Button>
      </div>
    </Dialog>
  );
}

function History({ history: { changes } }: { history: FieldHistory }) {
  const intl = useIntl();
  const { timeZone } = useMission();
  return (
    <ol className="history">
      {changes.map(({ version, at, byName, before, after }, i) => (
        <li key={version}>
          <p className="soft small">
            {[
              intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
              byName,
              i === 0 && intl.formatMessage({ id: 'history.first' }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {i > 0 && (
            <p className="history-before">
              <del>{before || intl.formatMessage({ id: 'history.nothing' })}</del>
            </p>
          )}
          <p className="history-after">{after || intl.formatMessage({ id: 'history.nothing' })}</p>
        </li>
      ))}
    </ol>
  );
}
