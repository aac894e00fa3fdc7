import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay, useMission } from '../../app/session.ts';
import { EmptyState } from '../../ui/states.tsx';

/** For roles that read no records: whoever made the mission lands here first, and is told whom the room waits for. */
export function NoRoom() {
  const intl = useIntl();
  const may = useMay();
  const { slug } = useMission();
  const invites = may('people.manage');
  const title = intl.formatMessage({ id: 'room.houseOnly' });
  return (
    <div className="page">
      <title>{`${title} · Kinga`}</title>
      <EmptyState
        heading="h1"
        title={title}
        action={
          invites && (
            <Link to="/m/$mission/people" params={{ mission: slug }} className="button button-need">
              <FormattedMessage id="room.toPeople" />
            </Link>
          )
        }
      >
        <FormattedMessage id={invites ? 'room.inviteText' : 'room.houseOnlyText'} />
      </EmptyState>
    </div>
  );
}
