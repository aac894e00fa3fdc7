import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Scope } from '../../../src/platform/accounts/contract.ts';
import { invite, peopleKeys } from '../../api/people.ts';
import { useMission } from '../../app/session.ts';
import { useMomentText } from '../../app/use-as-of.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Keepsake } from '../../ui/keepsake.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { ScopeForm } from './scope-form.tsx';

/** Makes a one-time link that lets somebody in with what is chosen here. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>({ roles: [], level: 'internal', compartments: [], areas: null });
  const making = useMutation({
    mutationFn: () => invite(slug, { ...scope, name: name.trim() || null, email: null }),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleKeys(slug) }),
  });
  if (making.data) return <Made {...making.data} onClose={onClose} />;
  return (
    <Dialog title={intl.formatMessage({ id: 'staff.invite' })} isOpen onClose={onClose}>
      <TextField
        label={intl.formatMessage({ id: 'staff.inviteName' })}
        help={intl.formatMessage({ id: 'staff.inviteNameHelp' })}
        value={name}
        onChange={setName}
      />
      <ScopeForm value={scope} onChange={setScope} isNew />
      {making.isError && <Refused>{errorText(making.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button
          look="need"
          isDisabled={scope.roles.length === 0}
          isPending={making.isPending}
          onPress={() => making.mutate()}
        >
          <FormattedMessage id="staff.makeLink" />
        </Button>
      </div>
    </Dialog>
  );
}

function Made({ link, expiresAt, onClose }: { link: string; expiresAt: string; onClose: () => void }) {
  const intl = useIntl();
  const moment = useMomentText();
  return (
    <Dialog title={intl.formatMessage({ id: 'staff.linkMade' })} isOpen onClose={onClose}>
      <p>
        <FormattedMessage id="staff.linkOnce" values={{ until: moment(expiresAt) }} />
      </p>
      <Keepsake label={intl.formatMessage({ id: 'staff.link' })} text={new URL(link, location.origin).href} />
      <div className="dialog-acts">
        <Button look="need" onPress={onClose}>
          <FormattedMessage id="common.close" />
        </Button>
      </div>
    </Dialog>
  );
}
