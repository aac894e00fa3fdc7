import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { z } from 'zod';
import type { MissionChange } from '../../../src/platform/missions/contract.ts';
import { changeSettings, type MissionSettings, settingsKeys } from '../../api/mission.ts';
import { say } from '../../ui/toast.tsx';

/** Saves a change of the mission on the version that is on the screen, and tells the whole page. */
export function useChange({ slug, version }: MissionSettings) {
  const intl = useIntl();
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (change: z.infer<typeof MissionChange>) => changeSettings(slug, version, change),
    onSuccess: async () => {
      say(intl.formatMessage({ id: 'house.saved' }));
      await Promise.all([
        client.invalidateQueries({ queryKey: settingsKeys(slug) }),
        client.invalidateQueries({ queryKey: ['session'] }),
      ]);
      await router.invalidate();
    },
  });
}
