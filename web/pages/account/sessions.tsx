import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { accountKeys, endSession, openSessionsQuery } from '../../api/account.ts';
import { Section } from '../../app/page.tsx';
import { useMomentText } from '../../app/use-as-of.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Circle } from '../../ui/marks.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';
import { deviceName } from './device-name.ts';

/** Where one is signed in; a lost device is signed out from here. */
export function Sessions() {
  const intl = useIntl();
  const client = useQueryClient();
  const errorText = useErrorText();
  const moment = useMomentText();
  const sessions = useQuery(openSessionsQuery);
  const ending = useMutation({
    mutationFn: endSession,
    onSuccess: () => say(intl.formatMessage({ id: 'own.sessionEnded' })),
    onError: (error) => sayFailed(errorText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys }),
  });
  const title = intl.formatMessage({ id: 'own.sessions' });
  return (
    <Section title={title} lede={<FormattedMessage id="own.sessionsHelp" />}>
      <Loaded query={sessions} lines={2}>
        {(rows) => (
          <Table
            caption={title}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'device',
                title: intl.formatMessage({ id: 'own.device' }),
                cell: ({ device }) => (
                  <span dir="ltr" title={device}>
                    {deviceName(device) ?? intl.formatMessage({ id: 'own.deviceUnknown' })}
                  </span>
                ),
              },
              {
                id: 'since',
                title: intl.formatMessage({ id: 'own.since' }),
                cell: ({ createdAt }) => moment(createdAt),
              },
              {
                id: 'seen',
                title: intl.formatMessage({ id: 'staff.column.seen' }),
                cell: ({ lastSeenAt }) => moment(lastSeenAt),
              },
              {
                id: 'acts',
                title: intl.formatMessage({ id: 'staff.column.acts' }),
                cell: ({ id, current, device }) =>
                  current ? (
                    <span className="status">
                      <Circle fill="full" />
                      <FormattedMessage id="own.here" />
                    </span>
                  ) : (
                    <Button
                      isDisabled={ending.isPending}
                      onPress={() => ending.mutate(id)}
                      aria-label={intl.formatMessage({ id: 'own.endOn' }, { device: deviceName(device) ?? '–' })}
                    >
                      <FormattedMessage id="own.end" />
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
