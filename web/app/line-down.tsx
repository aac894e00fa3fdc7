import { FormattedMessage, useIntl } from 'react-intl';
import { useMission } from './session.ts';

/** Says that what is on the page is old, of when it is, and that nothing typed is lost. @param since in milliseconds */
export function LineDown({ since }: { since: number | null }) {
  const intl = useIntl();
  const { timeZone } = useMission();
  return (
    <div role="status">
      {since !== null && (
        <p className="line-down">
          <FormattedMessage
            id="line.down"
            values={{
              moment: intl.formatDate(since, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
              b: (text) => <b key="down">{text}</b>,
            }}
          />
        </p>
      )}
    </div>
  );
}
