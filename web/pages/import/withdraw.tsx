import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportResult } from '../../../src/incidents/import/contract.ts';
import { withdrawImport } from '../../api/imports.ts';
import { jobKeys } from '../../api/jobs.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';

/** Takes a whole import back, after a question that says what will be of its records. */
export function Withdraw({ job, result }: { job: string; result: ImportResult }) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [isAsked, setAsked] = useState(false);
  const withdrawing = useMutation({
    mutationFn: () => withdrawImport(slug, job),
    onSuccess: async ({ job: run }) => {
      setAsked(false);
      await client.invalidateQueries({ queryKey: [...jobKeys(slug), 'list'] });
      await navigate({ to: '/m/$mission/import', params: { mission: slug }, search: { run } });
    },
  });
  return (
    <>
      <Button onPress={() => setAsked(true)}>
        <FormattedMessage id="bring.withdraw" />
      </Button>
      {isAsked && (
        <Dialog title={intl.formatMessage({ id: 'bring.withdraw' })} isOpen onClose={() => setAsked(false)}>
          <p>
            <FormattedMessage id="bring.withdrawHelp" values={{ added: result.added, changed: result.changed }} />
          </p>
          {withdrawing.isError && <Refused>{errorText(withdrawing.error)}</Refused>}
          <div className="acts">
            <Button look="need" isPending={withdrawing.isPending} onPress={() => withdrawing.mutate()}>
              <FormattedMessage id="bring.withdrawYes" />
            </Button>
            <Button onPress={() => setAsked(false)}>
              <FormattedMessage id="common.cancel" />
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
