/** Who is in the mission, what they may, and how others get in. */
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../../app/page.tsx';
import { useMay } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { InvitationsTable } from './invitations-table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MembersTable } from './members-table.tsx';
import { RolesList } from './roles-list.tsx';
import { TokensPanel } from './tokens-panel.tsx';
import './people.css';

export function PeoplePage() {
  const intl = useIntl();
  const may = useMay();
  const [isInviting, setInviting] = useState(false);
  const manages = may('people.manage');
  const title = (id: string) => intl.formatMessage({ id: `staff.tab.${id}` });
  const tabs = [
    manages && { id: 'members', title: title('members'), content: <MembersTable /> },
    manages && { id: 'invitations', title: title('invitations'), content: <InvitationsTable /> },
    { id: 'roles', title: title('roles'), content: <RolesList /> },
    may('token.make') && { id: 'tokens', title: title('tokens'), content: <TokensPanel /> },
  ].filter((tab) => tab !== false);
  return (
    <Page
      title={intl.formatMessage({ id: 'staff.title' })}
      lede={<FormattedMessage id="staff.lede" />}
      acts={
        manages && (
          <Button look="need" onPress={() => setInviting(true)}>
            <FormattedMessage id="staff.invite" />
          </Button>
        )
      }
    >
      <Tabs label={intl.formatMessage({ id: 'staff.title' })} tabs={tabs} />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}
