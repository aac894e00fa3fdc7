/** Dates as people and programs write them, whole or partial. */
import type { TimePrecision } from '../../vocabulary/codes.ts';
import { excelSerialToIso } from './excel-date.ts';
import { isWeekday, monthNumber } from './months.ts';
import { MAX_VALUE_CHARS, type Parsed, plainText, quoted } from './parsed.ts';

/** Which of day, month and year comes first where all are figures. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DateRead {
  /** First and last day, ISO, inclusive; the same for a single day. */
  from: string;
  to: string;
  /** `minute`, `day`, `month` or `longer` (a year). */
  precision: TimePrecision;
  /** ISO time of day when one is given, with its offset if that is given too: `14:30:00`, `14:30:00+03:00`. */
  time: string | null;
}

const FIGURES = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/;
const TIME =
  /[T ,]+(?:a|à|at)?\s*(\d{1,2})(?:[:h.](\d{2}))(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.|ص|م)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;
const SERIAL = /^\d{5}(\.\d+)?$/;

/**
 * Reads ISO dates and times, 1/3/2020, 01.03.20, 1 March 2020, March 1, 2020, 1er mars 2020, ١ آذار ٢٠٢٠, March 2020,
 * 2020-03, 2020, 20200301, and Excel's day numbers (five figures).
 *
 * `order` settles 1/3/2020; without it such a date is ambiguous. With dots the day comes first. Two-figure years are
 * 1970–2069. Midnight exactly is taken for the day alone, as exports write it.
 */
export function parseDate(text: string, order?: DateOrder): Parsed<DateRead> {
  const whole = plainText(text);
  if (whole === '') return { kind: 'empty' };
  if (whole.length > MAX_VALUE_CHARS) return { kind: 'invalid', reason: `${quoted(text)} is not a date.` };
  const plain = withoutWeekday(whole);
  if (SERIAL.test(plain)) return fromSerial(plain, text);
  const timed = TIME.exec(plain);
  const clock = timed ? clockTime(timed) : null;
  const day = timed && clock !== null ? plain.slice(0, timed.index) : plain;
  return withTime(parseDay(day.trim(), text, order), timed && clock !== null ? clock : null);
}

/**
 * The order that a column's dates are written in, or `null` when they do not tell (every one has a day up to 12) or
 * contradict one another.
 */
export function guessDateOrder(samples: Iterable<string>): DateOrder | null {
  const found = new Set<DateOrder>();
  for (const sample of samples) {
    if (sample.length > MAX_VALUE_CHARS) continue;
    const date = plainText(sample).replace(TIME, '');
    const [, a = '', , b = '', c = ''] = FIGURES.exec(date) ?? [];
    // 2020-03-01 reads the same in every order, so it says nothing about 1/3/2020 in the next row.
    if (a === '' || a.length >= 3) continue;
    if (c.length < 3 && Number(a) > 31) found.add('ymd');
    else if (Number(a) > 12) found.add('dmy');
    else if (Number(b) > 12) found.add('mdy');
  }
  const [first, ...others] = found;
  return others.length === 0 ? (first ?? null) : null;
}

function parseDay(plain: string, text: string, order: DateOrder | undefined): Parsed<DateRead> {
  const invalid = { kind: 'invalid', reason: `${quoted(text)} is not a date.` } as const;
  const figures = FIGURES.exec(plain);
  if (figures) return fromFigures(figures, text, order);
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain);
  if (compact) return validated(oneDay(compact[1], compact[2], compact[3]), text);
  const yearMonth = /^(\d{4})[/.-](\d{1,2})$/.exec(plain);
  if (yearMonth) return validated(wholeMonth(yearMonth[1], yearMonth[2]), text);
  const monthYear = /^(\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (monthYear) return validated(wholeMonth(monthYear[2], monthYear[1]), text);
  if (/^(1[5-9]|2\d)\d{2}$/.test(plain)) {
    return validated({ from: `${plain}-01-01`, to: `${plain}-12-31`, precision: 'longer', time: null }, text);
  }
  return fromWords(plain, text) ?? invalid;
}

function fromFigures(figures: RegExpExecArray, text: string, order: DateOrder | undefined): Parsed<DateRead> {
  const [, a = '', separator = '', b = '', c = ''] = figures;
  if (a.length >= 3) return validated(oneDay(a, b, c), text);
  const byOrder: Record<DateOrder, () => DateRead | null> = {
    dmy: () => oneDay(c, b, a),
    mdy: () => oneDay(c, a, b),
    ymd: () => oneDay(a, b, c),
  };
  if (order && !(order === 'ymd' && c.length > 2)) {
    const read = byOrder[order]();
    const names = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' };
    return read ? validated(read, text) : { kind: 'invalid', reason: `${quoted(text)} is no ${names[order]}.` };
  }
  if (separator === '.') return validated(byOrder.dmy(), text);
  const readings = [byOrder.dmy(), byOrder.mdy()].filter((read) => read !== null);
  const [first, second] = readings;
  if (!first || !second || first.from === second.from) return validated(first ?? null, text);
  const reason = `${quoted(text)} may be ${first.from} or ${second.from}.`;
  return { kind: 'ambiguous', readings: [first, second], reason };
}

/** `1 March 2020`, `March 1, 2020`, `March 2020`, with a name in any of the three languages. */
function fromWords(plain: string, text: string): Parsed<DateRead> | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er)?[ .-]*(?:of |de |من )?([^\d]+?)[ ,.،-]*(\d{4}|\d{2})$/iu.exec(plain);
  if (dayFirst) {
    const month = monthNumber(dayFirst[2] ?? '');
    if (month) return validated(oneDay(dayFirst[3], month, dayFirst[1]), text);
  }
  const monthFirst = /^([^\d]+?)[ .-]*(\d{1,2})(?:st|nd|rd|th)?[ ,.،-]+(\d{4})$/iu.exec(plain);
  if (monthFirst) {
    const month = monthNumber(monthFirst[1] ?? '');
    if (month) return validated(oneDay(monthFirst[3], month, monthFirst[2]), text);
  }
  const yearFirst = /^(\d{4})[ -]([^\d]+?)[ -](\d{1,2})$/u.exec(plain);
  if (yearFirst) {
    const month = monthNumber(yearFirst[2] ?? '');
    if (month) return validated(oneDay(yearFirst[1], month, yearFirst[3]), text);
  }
  const monthOnly = /^([^\d]+?)[ ,.،-]*(\d{4})$/u.exec(plain);
  const month = monthOnly ? monthNumber(monthOnly[1] ?? '') : null;
  return month ? validated(wholeMonth(monthOnly?.[2], month), text) : null;
}

function fromSerial(plain: string, text: string): Parsed<DateRead> {
  const iso = excelSerialToIso(Number(plain));
  const year = Number(iso?.slice(0, 4));
  // 1930 to 2100: other five-figure numbers are codes.
  if (!iso || year < 1930 || year > 2100) return { kind: 'invalid', reason: `${quoted(text)} is not a date.` };
  const [day = '', time] = iso.split('T');
  return withTime(validated({ from: day, to: day, precision: 'day', time: null }, text), time ?? null);
}

function withTime(parsed: Parsed<DateRead>, time: string | null): Parsed<DateRead> {
  if (time === null || time.startsWith('00:00:00') || parsed.kind === 'empty' || parsed.kind === 'invalid')
    return parsed;
  const timed = (read: DateRead): DateRead => ({ ...read, precision: 'minute', time });
  return parsed.kind === 'value'
    ? { kind: 'value', value: timed(parsed.value) }
    : { ...parsed, readings: parsed.readings.map(timed) };
}

function clockTime(match: RegExpExecArray): string | null {
  const [, h = '', m = '', s = '00', half = '', zone = ''] = match;
  const afternoon = /^p|م/i.test(half);
  const hours = half === '' ? Number(h) : (Number(h) % 12) + (afternoon ? 12 : 0);
  if (hours > 23 || Number(m) > 59 || Number(s) > 59 || (half !== '' && Number(h) > 12)) return null;
  const offset = /^(z|utc|gmt)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return `${String(hours).padStart(2, '0')}:${m}:${s}${offset}`;
}

function oneDay(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): DateRead | null {
  const from = isoDay(fullYear(year), Number(month), Number(day));
  return from === null ? null : { from, to: from, precision: 'day', time: null };
}

function wholeMonth(year: string | undefined, month: string | number | undefined): DateRead | null {
  const y = Number(year);
  const from = isoDay(y, Number(month), 1);
  if (!from) return null;
  const last = new Date(Date.UTC(y, Number(month), 0)).getUTCDate();
  return { from, to: `${from.slice(0, 8)}${last}`, precision: 'month', time: null };
}

function isoDay(year: number, month: number, day: number): string | null {
  if (!(year >= 1500 && year <= 2999) || !(month >= 1 && month <= 12) || !(day >= 1 && day <= 31)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}

function fullYear(year: string | undefined): number {
  const figures = Number(year);
  return year?.length === 2 ? figures + (figures >= 70 ? 1900 : 2000) : figures;
}

function validated(read: DateRead | null, text: string): Parsed<DateRead> {
  return read
    ? { kind: 'value', value: read }
    : { kind: 'invalid', reason: `There is no such date as ${quoted(text)}.` };
}

function withoutWeekday(plain: string): string {
  const [, word = '', rest = ''] = /^([\p{L}\p{M}]+)[.,،]?\s+(.*)$/u.exec(plain) ?? [];
  return isWeekday(word) ? withoutWeekday(rest) : plain;
}
