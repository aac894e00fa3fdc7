import { missionDay } from '../../../app/clock.ts';
import { useMission } from '../../../app/session.ts';

const DAY_MS = 86_400_000;
/** What reports are made of: a day, a week, a month, a year, back from the mission's now. */
export const SPANS = [1, 7, 30, 365] as const;

/** The first day of the last so many days, by the mission's clock. */
export function useDaysBack() {
  const { now, timeZone } = useMission();
  return (days: number) => missionDay(new Date(Date.parse(now) - days * DAY_MS).toISOString(), timeZone);
}
