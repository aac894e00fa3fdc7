/** Between UTC, in which everything is kept, and the mission's own clock, by which everything is shown and typed. */
import { parseAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';

/** `2026-11-23T09:40` by the mission's clock. */
export const missionClock = (instant: string, timeZone: string): string =>
  toCalendarDateTime(parseAbsolute(instant, timeZone)).toString().slice(0, 16);

/** The instant, in UTC, of a moment on the mission's clock. */
export const instantOf = (moment: string, timeZone: string): string =>
  toZoned(parseDateTime(moment), timeZone).toAbsoluteString();

/** The mission's calendar day of an instant. */
export const missionDay = (instant: string, timeZone: string): string => missionClock(instant, timeZone).slice(0, 10);
