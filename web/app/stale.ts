/** What is old must look old: after how many days a status that is still open is marked. */
import type { OperationalStatus, RecordKind } from '../../src/vocabulary/codes.ts';
import { useMission } from './session.ts';

const DAY_MS = 86_400_000;

interface Standing {
  kind: RecordKind;
  dataset: string;
  operational: OperationalStatus;
  /** Since when, an instant. */
  statusSince: string;
}

/** For how many days a status has stood that should not stand for so long; `null` where nothing is old. */
export function useStaleDays() {
  const { now, settings } = useMission();
  return ({ kind, dataset, operational, statusSince }: Standing): number | null => {
    const most = settings.staleAfterDays[operational];
    const days = Math.floor((Date.parse(now) - Date.parse(statusSince)) / DAY_MS);
    // Outside data are their source's to confirm, and what we did ourselves needs no confirming.
    return dataset === 'own' && kind !== 'activity' && most !== null && days >= most ? days : null;
  };
}
