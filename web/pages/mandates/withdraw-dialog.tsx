import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Mandate } from '../../../src/mandates/contract.ts';
import { mandateKeys, withdrawMandate } from '../../api/mandates.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { say } from '../../ui/toast.tsx';

interface WithdrawProps {
  mandate: Mandate;
  onClose: () => void;
}

/** It was added by mistake: it says so from now on, with why. */
export default function WithdrawDialog({ mandate, onClose }: WithdrawProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [note, setNote] = useState('');
  const withdrawing = useMutation({
    mutationFn: () => withdrawMandate(slug, mandate.id, mandate.version, note),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mandateKeys(slug) });
      say(intl.formatMessage({ id: 'texts.withdrawn' }, { symbol: mandate.symbol }));
      navigate({ to: '/m/$mission/mandates', params: { mission: slug } });
    },
  });
  return (
    <Dialog title={intl.formatMessage({ id: 'texts.withdraw' })} isOpen onClose={onClose}>
      <p>
        <FormattedMessage id="texts.withdrawHelp" />
      </p>
      <TextField
        label={intl.formatMessage({ id: 'texts.withdrawWhy' })}
        lines={2}
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
      {withdrawing.isError && <Refused>{errorText(withdrawing.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button
          look="need"
          isDisabled={!note.trim()}
          isPending={withdrawing.isPending}
          onPress={() => withdrawing.mutate()}
        >
          <FormattedMessage id="texts.withdraw" />
        </Button>
      </div>
    </Dialog>
  );
}
