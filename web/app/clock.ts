/** Between UTC, in which everything is kept, and the mission's own clock, by which everything is shown and typed. Pure. */

const MINUTE_MS = 60_000;

/** `2026-11-23T09:40` by the mission's clock. */
export function missionClock(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}

/** The mission's calendar day of an instant. */
export const missionDay = (instant: string, timeZone: string): string => missionClock(instant, timeZone).slice(0, 10);

/** The instant, in UTC, of a moment on the mission's clock; where clocks go back, the earlier of the two. */
export function instantOf(moment: string, timeZone: string): string {
  const asUtc = Date.parse(`${moment}Z`);
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString();
}

/** One for each zone: to make one takes longer than to ask it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** How far the mission's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
