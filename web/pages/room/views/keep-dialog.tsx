import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { keepView, viewKeys } from '../../../api/views.ts';
import { Button } from '../../../ui/button.tsx';
import { ChooseAny } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Refused } from '../../../ui/loaded.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import { say } from '../../../ui/toast.tsx';
import { useRoom } from '../use-room.ts';
import { addressOf } from './address.ts';

/** Keeps what the room shows now under a name. */
export default function KeepDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const { mission, search } = useRoom();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [id] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const keeping = useMutation({
    mutationFn: () => keepView(mission, id, 0, { name: name.trim(), page: 'room', address: addressOf(search), shared }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: viewKeys(mission) });
      say(intl.formatMessage({ id: 'views.kept' }));
      onClose();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() !== '') keeping.mutate();
  };
  return (
    <Dialog title={intl.formatMessage({ id: 'views.keep' })} isOpen onClose={onClose}>
      <form onSubmit={submit} className="dialog-form">
        <TextField
          autoFocus
          label={intl.formatMessage({ id: 'views.name' })}
          value={name}
          onChange={setName}
          maxLength={80}
        />
        <ChooseAny
          label={intl.formatMessage({ id: 'views.whose' })}
          help={intl.formatMessage({ id: 'views.shareHelp' })}
          choices={[{ id: 'shared', label: intl.formatMessage({ id: 'views.share' }) }]}
          value={shared ? ['shared'] : []}
          onChange={(ids) => setShared(ids.length > 0)}
        />
        {keeping.isError && <Refused>{errorText(keeping.error)}</Refused>}
        <div className="dialog-acts">
          <Button onPress={onClose}>
            <FormattedMessage id="common.cancel" />
          </Button>
          <Button type="submit" look="need" isDisabled={name.trim() === ''} isPending={keeping.isPending}>
            <FormattedMessage id="common.save" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
