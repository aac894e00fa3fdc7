/** What can be done with the whole of a mandate: say otherwise what it is, read it by newer rules, withdraw it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Mandate } from '../../../src/mandates/contract.ts';
import { mandateKeys, readMandateAgain } from '../../api/mandates.ts';
import { useCommands } from '../../app/commands/registry.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';

const AboutDialog = lazy(() => import('./about-dialog.tsx'));
const WithdrawDialog = lazy(() => import('./withdraw-dialog.tsx'));

export function Acts({ mandate }: { mandate: Mandate }) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [open, setOpen] = useState<'about' | 'withdraw' | null>(null);
  const again = useMutation({
    mutationFn: () => readMandateAgain(slug, mandate.id),
    onSuccess: async ({ rules }) => {
      await client.invalidateQueries({ queryKey: mandateKeys(slug) });
      say(intl.formatMessage({ id: 'texts.readAgainDone' }, { rules }));
    },
    onError: (error) => sayFailed(errorText(error)),
  });
  const acts = [
    { id: 'mandate-about', label: intl.formatMessage({ id: 'texts.edit' }), run: () => setOpen('about') },
    { id: 'mandate-withdraw', label: intl.formatMessage({ id: 'texts.withdraw' }), run: () => setOpen('withdraw') },
    ...(mandate.outdated
      ? [{ id: 'mandate-again', label: intl.formatMessage({ id: 'texts.readAgain' }), run: () => again.mutate() }]
      : []),
  ];
  useCommands(() => acts.map((act) => ({ ...act, group: 'record' as const })));
  return (
    <>
      {acts.map(({ id, label, run }) => (
        <Button key={id} isDisabled={again.isPending} onPress={run}>
          {label}
        </Button>
      ))}
      <Suspense>
        {open === 'about' && <AboutDialog mandate={mandate} onClose={() => setOpen(null)} />}
        {open === 'withdraw' && <WithdrawDialog mandate={mandate} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
