/** The bell: how many things wait. It asks for attention only when somebody was called or given something. */
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useIntl } from 'react-intl';
import { unreadQuery } from '../../api/notices.ts';
import { PanelSheet } from '../../ui/later.ts';
import { Opener } from '../../ui/opener.tsx';
import { useCommands, useKeyCommand } from '../commands/registry.ts';
import { Icon } from '../icons.tsx';
import { useMission } from '../session.ts';
import './notices.css';

const Notices = lazy(() => import('./notices.tsx'));

export function Bell() {
  const intl = useIntl();
  const { slug } = useMission();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(unreadQuery(slug));
  const { unread, needs } = data ?? { unread: 0, needs: 0 };
  const key = useKeyCommand();
  useCommands(() => key('notices', 'go', true, () => setOpen(true)));
  return (
    <Opener
      opens="dialog"
      look="bare"
      className="bell"
      isOpen={isOpen}
      onOpenChange={setOpen}
      buttonLabel={intl.formatMessage({ id: 'notices.bell' }, { n: unread, needs })}
      button={
        <>
          <Icon name="bell" size={18} />
          {unread > 0 && (
            <span className="bell-count" data-needs={needs > 0 || undefined} aria-hidden="true">
              {intl.formatNumber(needs || unread)}
            </span>
          )}
        </>
      }
    >
      {(sheet) => (
        <PanelSheet {...sheet} label={intl.formatMessage({ id: 'notices.title' })} end>
          <Notices onLeave={() => setOpen(false)} />
        </PanelSheet>
      )}
    </Opener>
  );
}
