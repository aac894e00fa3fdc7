import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { z } from 'zod';
import type { Invitation } from '../../../src/platform/accounts/contract.ts';
import { endInvitation, invitationsQuery, peopleKeys } from '../../api/people.ts';
import { useMission } from '../../app/session.ts';
import { useMomentText } from '../../app/use-as-of.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Circle } from '../../ui/marks.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, useErrorText } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';
import { useScopeWords } from './scope-words.ts';

/** Links that were made, for whom, and whether somebody followed them. */
export function InvitationsTable() {
  const intl = useIntl();
  const { slug, now } = useMission();
  const invitations = useInfiniteQuery(invitationsQuery(slug));
  const words = useScopeWords();
  const moment = useMomentText();
  const client = useQueryClient();
  const errorText = useErrorText();
  const ending = useMutation({
    mutationFn: (id: string) => endInvitation(slug, id),
    onSuccess: () => say(intl.formatMessage({ id: 'staff.invitationEnded' })),
    onError: (error) => sayFailed(errorText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: peopleKeys(slug) }),
  });
  const title = (id: string) => intl.formatMessage({ id: `staff.column.${id}` });
  return (
    <>
      <Loaded query={invitations}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={intl.formatMessage({ id: 'staff.noInvitations' })}>
              <FormattedMessage id="staff.noInvitationsText" />
            </EmptyState>
          ) : (
            <Table
              caption={intl.formatMessage({ id: 'staff.tab.invitations' })}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { id: 'name', title: title('for'), cell: ({ name, email }) => <bdi>{name ?? email ?? '–'}</bdi> },
                { id: 'roles', title: title('roles'), cell: words.roles },
                { id: 'level', title: title('level'), cell: words.level },
                { id: 'areas', title: title('areas'), cell: words.areas },
                { id: 'made', title: title('made'), cell: ({ madeAt }) => moment(madeAt) },
                { id: 'until', title: title('until'), cell: ({ expiresAt }) => moment(expiresAt) },
                { id: 'state', title: title('state'), cell: (row) => <InvitationState invitation={row} now={now} /> },
                {
                  id: 'acts',
                  title: title('acts'),
                  cell: (row) =>
                    stateOf(row, now) === 'open' && (
                      <Button isDisabled={ending.isPending} onPress={() => ending.mutate(row.id)}>
                        <FormattedMessage id="staff.endInvitation" />
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <More query={invitations} />
    </>
  );
}

function stateOf({ used, ended, expiresAt }: z.infer<typeof Invitation>, now: string): 'used' | 'over' | 'open' {
  if (used) return 'used';
  return ended || expiresAt < now ? 'over' : 'open';
}

function InvitationState({ invitation, now }: { invitation: z.infer<typeof Invitation>; now: string }) {
  const state = stateOf(invitation, now);
  return (
    <span className="status">
      <Circle fill={state === 'used' ? 'full' : state === 'over' ? 'struck' : 'empty'} />
      <FormattedMessage id={`staff.link.${state}`} />
    </span>
  );
}
