import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Incident } from '../../../src/incidents/contract.ts';
import { HUMAN_RIGHTS_LIFE, OPERATIONAL_LIFE } from '../../../src/incidents/life/contract.ts';
import { HUMAN_RIGHTS_STATUSES, OPERATIONAL_STATUSES } from '../../../src/vocabulary/codes.ts';
import { decide, incidentKeys } from '../../api/incidents.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { say } from '../../ui/toast.tsx';
import { useRoom } from '../room/use-room.ts';

interface DecideDialogProps {
  record: Incident;
  act: 'confirm' | 'verify';
  onClose: () => void;
}

/** Where it stands, and where its life cycle lets it go from there. */
const steps = <S extends string>(all: readonly S[], life: Record<S, readonly S[]>, now: S): S[] =>
  all.filter((status) => status === now || life[now].includes(status));

/** Moves one of the two statuses, with a reason that stays in the record for good. */
export default function DecideDialog({ record, act, onClose }: DecideDialogProps) {
  const intl = useIntl();
  const { mission } = useRoom();
  const { choices } = useVocabulary();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [status, setStatus] = useState<string>(act === 'confirm' ? record.core.operational : record.core.humanRights);
  const [note, setNote] = useState('');
  const saving = useMutation({
    mutationFn: () => decide(mission, record.id, record.version, act, { status, note }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: incidentKeys(mission) });
      say(intl.formatMessage({ id: 'decide.done' }));
      onClose();
    },
  });
  const ladder =
    act === 'confirm'
      ? choices('operational-statuses', steps(OPERATIONAL_STATUSES, OPERATIONAL_LIFE, record.core.operational))
      : choices('human-rights-statuses', steps(HUMAN_RIGHTS_STATUSES, HUMAN_RIGHTS_LIFE, record.core.humanRights));
  return (
    <Dialog title={intl.formatMessage({ id: `decide.${act}` })} isOpen onClose={onClose}>
      <p className="soft small">
        <FormattedMessage id={`decide.${act}Help`} />
      </p>
      <ChooseOne
        label={intl.formatMessage({ id: 'decide.status' })}
        about={act === 'confirm' ? 'operational' : 'humanRights'}
        choices={ladder}
        value={status}
        onChange={setStatus}
      />
      <TextField
        label={intl.formatMessage({ id: 'decide.note' })}
        about="statusNote"
        help={intl.formatMessage({ id: 'decide.noteHelp' })}
        lines={3}
        value={note}
        onChange={setNote}
      />
      {saving.isError && (
        <p className="field-error" role="alert">
          {errorText(saving.error)}
        </p>
      )}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button
          look="need"
          isDisabled={note.trim() === ''}
          isPending={saving.isPending}
          onPress={() => saving.mutate()}
        >
          <FormattedMessage id="decide.save" />
        </Button>
      </div>
    </Dialog>
  );
}
