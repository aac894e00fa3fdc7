import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { z } from 'zod';
import type { Member } from '../../../src/platform/accounts/contract.ts';
import { changeMember, endMembership, endSessionsOf, peopleKeys } from '../../api/people.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { say } from '../../ui/toast.tsx';
import { ScopeForm } from './scope-form.tsx';

interface MemberDialogProps {
  member: z.infer<typeof Member>;
  onClose: () => void;
}

/** Changes what somebody may, ends their sessions, or their membership. */
export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { id, name, roles, level, compartments, areas } = member;
  const [scope, setScope] = useState({ roles, level, compartments, areas });
  const [isEnding, setEnding] = useState(false);
  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; said: string }) => run(),
    onSuccess: async (_answer, { said }) => {
      await client.invalidateQueries({ queryKey: peopleKeys(slug) });
      say(intl.formatMessage({ id: said }, { name }));
      onClose();
    },
  });
  const end = () => act.mutate({ run: () => endMembership(slug, id), said: 'staff.ended' });
  return (
    <Dialog title={name} isOpen onClose={onClose}>
      <ScopeForm value={scope} onChange={setScope} />
      {act.isError && <Refused>{errorText(act.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button
          look="need"
          isDisabled={scope.roles.length === 0}
          isPending={act.isPending}
          onPress={() => act.mutate({ run: () => changeMember(slug, id, scope), said: 'staff.changed' })}
        >
          <FormattedMessage id="staff.save" />
        </Button>
      </div>
      <div className="person-ends">
        <p className="soft small">
          <FormattedMessage id={isEnding ? 'staff.endSure' : 'staff.endHelp'} values={{ name }} />
        </p>
        <div className="acts">
          <Button onPress={() => act.mutate({ run: () => endSessionsOf(slug, id), said: 'staff.sessionsEnded' })}>
            <FormattedMessage id="staff.endSessions" />
          </Button>
          <Button onPress={() => (isEnding ? end() : setEnding(true))}>
            <FormattedMessage id={isEnding ? 'staff.endNow' : 'staff.end'} />
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
