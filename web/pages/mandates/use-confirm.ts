import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { Provision } from '../../../src/mandates/contract.ts';
import { mandateKeys, reviewProvision } from '../../api/mandates.ts';
import { useMission } from '../../app/session.ts';
import { useErrorText } from '../../ui/states.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';

/** Vouches for one paragraph as it was read. */
export function useConfirm() {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (provision: Provision) => reviewProvision(slug, provision, { act: 'confirm', note: null }),
    onSuccess: ({ number }) => say(intl.formatMessage({ id: 'texts.confirmedOne' }, { number })),
    onError: (error) => sayFailed(errorText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: mandateKeys(slug) }),
  });
}
