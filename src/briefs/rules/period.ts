/** Days and weeks as papers speak of them: calendar days in the mission's time, ISO weeks, and the windows beside them. */

const DAY = 86_400_000;

/** First and last day, both in it. */
export interface Range {
  from: string;
  to: string;
}

export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * DAY).toISOString().slice(0, 10);

export const daysIn = ({ from, to }: Range): number => (Date.parse(to) - Date.parse(from)) / DAY + 1;

/** Is this a day that there is? `2030-02-30` is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().slice(0, 10) === text;

/** Monday of the week of ISO 8601 that the fourth of January is in. */
function firstMonday(year: number): string {
  const fourth = `${String(year).padStart(4, '0')}-01-04`;
  return addDays(fourth, -((new Date(fourth).getUTCDay() + 6) % 7));
}

const weeksIn = (year: number): 52 | 53 =>
  daysIn({ from: firstMonday(year), to: addDays(firstMonday(year + 1), -1) }) === 371 ? 53 : 52;

/** The week's days; `null` where the year has no such week. */
function isoWeek(year: number, week: number): Range | null {
  if (week < 1 || week > weeksIn(year)) return null;
  const from = addDays(firstMonday(year), 7 * (week - 1));
  return { from, to: addDays(from, 6) };
}

/** `2030-W12` as days, or `null` when it is no week. */
export function readWeek(text: string): (Range & { year: number; week: number }) | null {
  const found = /^(\d{4})-W(\d{2})$/.exec(text);
  if (!found) return null;
  const [year, week] = [Number(found[1]), Number(found[2])];
  const range = isoWeek(year, week);
  return range && { ...range, year, week };
}

/** The week that a day is in. */
export function weekOf(day: string): { year: number; week: number } {
  const monday = addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
  const year = Number(addDays(monday, 3).slice(0, 4));
  return { year, week: (Date.parse(monday) - Date.parse(firstMonday(year))) / (7 * DAY) + 1 };
}

export const weekName = (year: number, week: number): string => `${year}-W${String(week).padStart(2, '0')}`;

/** The range of the same length before this one. */
export const rangeBefore = (range: Range, times = 1): Range => ({
  from: addDays(range.from, -daysIn(range) * times),
  to: addDays(range.from, -1 - daysIn(range) * (times - 1)),
});

/** This many ranges of the same length before this one, as one. */
export const stretchBefore = (range: Range, times: number): Range => ({
  from: addDays(range.from, -daysIn(range) * times),
  to: addDays(range.from, -1),
});

/** The week of the same number so many years earlier; a year without a week 53 gives its week 52. */
export function sameWeek(year: number, week: number, yearsBefore: number): Range & { year: number; week: number } {
  const then = year - yearsBefore;
  const number = Math.min(week, weeksIn(then));
  return { ...(isoWeek(then, number) as Range), year: then, week: number };
}

/** The instant at which a clock in this zone shows this day and time; of two (autumn) the first. */
export function instantIn(timeZone: string, day: string, time: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const early = wall - offset(timeZone, wall - DAY / 2);
  const late = wall - offset(timeZone, wall + DAY / 2);
  const fits = [early, late].filter((at) => at + offset(timeZone, at) === wall);
  // In spring the hour is skipped: the clock jumps over it, and the moment of the jump is meant.
  return new Date(fits.length > 0 ? Math.min(...fits) : Math.max(early, late)).toISOString();
}

/** What a clock in this zone is ahead of UTC, in milliseconds. */
function offset(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

/** The calendar day and the time of day that a clock in this zone shows at an instant. */
export function wallClock(timeZone: string, at: string): { day: string; time: string } {
  const shown = new Date(Date.parse(at) + offset(timeZone, Date.parse(at))).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}
