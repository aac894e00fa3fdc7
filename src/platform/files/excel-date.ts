/** Excel's day numbers: days since 1899-12-30, with a 29 February 1900 that never was (number 60). */

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;

/**
 * `2020-03-01`, or `2020-03-01T14:30:00` (no zone: Excel knows none), or `14:30:00` for a number below one.
 * @returns `null` for what is no date: negative, after 9999, or 29 February 1900.
 */
export function excelSerialToIso(serial: number, date1904 = false): string | null {
  if (!(serial >= 0) || serial >= LAST_SERIAL + 1) return null;
  // To the second: the fraction of a day is not exact in binary.
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  if (days === 0 && !date1904) return time;
  if (days === 60 && !date1904) return null;
  const shift = !date1904 && days < 60 ? 1 : 0;
  const day = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + (days + shift) * DAY_MS).toISOString().slice(0, 10);
  return time === '00:00:00' ? day : `${day}T${time}`;
}
