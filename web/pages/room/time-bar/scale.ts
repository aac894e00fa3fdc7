/** The time bar's axis: days on a line from 0 to 1, and where its words stand. Pure. */

const DAY_MS = 86_400_000;

/** Days since 1970 of a calendar day. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const dayOf = (n: number): string => new Date(Math.round(n) * DAY_MS).toISOString().slice(0, 10);

export interface Axis {
  /** First and one past the last day, as day numbers. */
  start: number;
  end: number;
}

export const place = ({ start, end }: Axis, day: number): number => (day - start) / Math.max(1, end - start);
/** Adding nothing makes the −0 that a moment before 1970 may round to the day 0 that it is. */
export const dayAt = ({ start, end }: Axis, share: number): number =>
  Math.round(start + Math.min(1, Math.max(0, share)) * (end - start)) + 0;

const BIN_DAYS = { day: 1, week: 7 } as const;

/** One past the last day of a bin. */
export function binEnd(from: string, bin: 'day' | 'week' | 'month' | 'year'): number {
  if (bin === 'day' || bin === 'week') return dayNumber(from) + BIN_DAYS[bin];
  const next = new Date(`${from}T00:00:00Z`);
  if (bin === 'month') next.setUTCMonth(next.getUTCMonth() + 1, 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1, 0, 1);
  return next.getTime() / DAY_MS;
}

export interface Tick {
  day: number;
  /** What it marks decides how it is written. */
  unit: 'year' | 'month' | 'day';
}

const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const MONTH_DAYS = 30.44;

/** As many round dates as fit: years, else quarters or months, else days. @param most how many words have room */
export function ticks(axis: Axis, most: number): Tick[] {
  const days = axis.end - axis.start;
  const monthStep = MONTH_STEPS.find((step) => days / (step * MONTH_DAYS) <= most) ?? 1200;
  if (monthStep === 1 && days < most * 12) return dayTicks(axis, Math.max(1, Math.ceil(days / most)));
  const found: Tick[] = [];
  const cursor = new Date(axis.start * DAY_MS);
  const months = cursor.getUTCFullYear() * 12 + cursor.getUTCMonth();
  for (let m = Math.ceil(months / monthStep) * monthStep; ; m += monthStep) {
    const day = Date.UTC(Math.floor(m / 12), m % 12, 1) / DAY_MS;
    if (day >= axis.end) return found;
    if (day >= axis.start) found.push({ day, unit: m % 12 === 0 ? 'year' : 'month' });
  }
}

function dayTicks({ start, end }: Axis, step: number): Tick[] {
  return Array.from({ length: Math.ceil((end - start) / step) }, (_, i) => ({ day: start + i * step, unit: 'day' }));
}
