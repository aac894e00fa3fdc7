import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { membersQuery } from '../../api/people.ts';
import { useMission } from '../../app/session.ts';
import { useMomentText } from '../../app/use-as-of.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Circle } from '../../ui/marks.tsx';
import { More } from '../../ui/more.tsx';
import { Table } from '../../ui/table.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { useScopeWords } from './scope-words.ts';

/** Everybody of the mission, and what each may see and do. */
export function MembersTable() {
  const intl = useIntl();
  const { slug } = useMission();
  const members = useInfiniteQuery(membersQuery(slug));
  const words = useScopeWords();
  const moment = useMomentText();
  const [changing, setChanging] = useState<string | null>(null);
  const title = (id: string) => intl.formatMessage({ id: `staff.column.${id}` });
  return (
    <>
      <Loaded query={members}>
        {(rows) => {
          const member = rows.find(({ id }) => id === changing);
          return (
            <>
              <Table
                caption={intl.formatMessage({ id: 'staff.tab.members' })}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  {
                    id: 'name',
                    title: title('name'),
                    cell: ({ name, email, disabled }) => (
                      <>
                        <bdi>{name}</bdi>
                        <span className="soft small person-email">{email}</span>
                        {disabled && (
                          <span className="small">
                            <FormattedMessage id="staff.disabled" />
                          </span>
                        )}
                      </>
                    ),
                  },
                  { id: 'roles', title: title('roles'), cell: words.roles },
                  { id: 'level', title: title('level'), cell: words.level },
                  { id: 'compartments', title: title('compartments'), cell: words.compartments },
                  { id: 'areas', title: title('areas'), cell: words.areas },
                  {
                    id: 'codes',
                    title: title('codes'),
                    cell: ({ totp }) => (
                      <span className="status">
                        <Circle fill={totp ? 'full' : 'empty'} />
                        <FormattedMessage id={totp ? 'staff.codesOn' : 'staff.codesOff'} />
                      </span>
                    ),
                  },
                  {
                    id: 'seen',
                    title: title('seen'),
                    cell: ({ lastSeenAt }) =>
                      lastSeenAt ? <span className="person-seen">{moment(lastSeenAt)}</span> : '–',
                  },
                  {
                    id: 'acts',
                    title: title('acts'),
                    cell: ({ id, name }) => (
                      <Button
                        onPress={() => setChanging(id)}
                        aria-label={intl.formatMessage({ id: 'staff.changeOf' }, { name })}
                      >
                        <FormattedMessage id="staff.change" />
                      </Button>
                    ),
                  },
                ]}
              />
              {member && <MemberDialog key={member.id} member={member} onClose={() => setChanging(null)} />}
            </>
          );
        }}
      </Loaded>
      <More query={members} />
    </>
  );
}
