/** *As known on*: every page below the shell can be seen as it stood at a moment. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useMission } from './session.ts';

const route = getRouteApi('/m/$mission');

export const useAsOf = () => route.useSearch().asOf;

export function useSetAsOf() {
  const navigate = useNavigate();
  return (asOf: string | undefined) => navigate({ to: '.', search: (before) => ({ ...before, asOf }) });
}

/** "23 Nov 2026, 09:40" by the mission's clock, or "ledger line 1204". */
export function useMomentText() {
  const intl = useIntl();
  const { timeZone } = useMission();
  return (moment: string) =>
    /^\d+$/.test(moment)
      ? intl.formatMessage({ id: 'asOf.line' }, { seq: moment })
      : intl.formatDate(moment, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}
