/** Days as resolutions write them: `28 March 2013`. */

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const DAY = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})\\b`, 'i');

/** @returns the first day written in these words (one space between words), as ISO; `null` without one or for no real day */
export function dayIn(words: string): string | null {
  const match = DAY.exec(words);
  if (!match) return null;
  const month = MONTHS.findIndex((name) => name.toLowerCase() === match[2]?.toLowerCase()) + 1;
  const day = new Date(Date.UTC(Number(match[3]), month - 1, Number(match[1])));
  return day.getUTCMonth() === month - 1 ? day.toISOString().slice(0, 10) : null;
}
