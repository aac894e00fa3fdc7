import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { erasePeople, incidentKeys } from '../../api/incidents.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useErrorText } from '../../ui/states.tsx';

/** The shortest reason that the server takes. */
const LEAST_LETTERS = 3;

/** Destroys what names people in every version; what is beyond the server's reach is said before the dialog closes. */
export default function EraseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [reason, setReason] = useState('');
  const erasing = useMutation({ mutationFn: () => erasePeople(slug, id, reason.trim()) });
  const done = erasing.data;
  const close = () => {
    onClose();
    // Not only asked again: what was erased leaves this browser's memory too.
    if (done) client.resetQueries({ queryKey: incidentKeys(slug) });
  };
  return (
    <Dialog title={intl.formatMessage({ id: done ? 'erase.done' : 'erase.title' })} isOpen onClose={close}>
      {done ? (
        <div role="status">
          <FormattedMessage id="erase.doneText" />
          {done.beyond.length > 0 && (
            <>
              <p className="erase-beyond">
                <FormattedMessage id="erase.beyond" />
              </p>
              <ul className="small">
                {done.beyond.map((what) => (
                  <li key={what} dir="auto">
                    {what}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ) : (
        <>
          <p>
            <FormattedMessage id="erase.text" />
          </p>
          <TextField
            label={intl.formatMessage({ id: 'erase.reason' })}
            help={intl.formatMessage({ id: 'erase.reasonHelp' })}
            lines={2}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
      {erasing.isError && (
        <p className="field-error" role="alert">
          {errorText(erasing.error)}
        </p>
      )}
      <div className="dialog-acts">
        <Button onPress={close}>
          <FormattedMessage id={done ? 'common.close' : 'common.cancel'} />
        </Button>
        {!done && (
          <Button
            look="need"
            isDisabled={reason.trim().length < LEAST_LETTERS}
            isPending={erasing.isPending}
            onPress={() => erasing.mutate()}
          >
            <FormattedMessage id="erase.confirm" />
          </Button>
        )}
      </div>
    </Dialog>
  );
}
