/** When it happened, in words that are no more certain than the record. */
import type { IntlShape } from 'react-intl';
import type { z } from 'zod';
import type * as contract from '../../src/incidents/contract.ts';

type When = z.infer<typeof contract.When>;
type Days = Pick<When, 'from' | 'to' | 'precision'>;

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** For a list: as short as its precision allows ("11 Mar 20", "3–9 Mar 20", "Mar 2020"). */
export function shortWhen(intl: IntlShape, { from, to, precision }: Days): string {
  if (precision === 'month' || precision === 'longer') {
    return range(intl, from, to, { month: 'short', year: 'numeric' });
  }
  return range(intl, from, to, { day: 'numeric', month: 'short', year: '2-digit' });
}

/** For a record: "11 March 2020, the day is certain". */
export function longWhen(intl: IntlShape, when: When, timeZone: string): string {
  const days = range(intl, when.from, when.to, { day: 'numeric', month: 'long', year: 'numeric' });
  const moment = when.at ? intl.formatDate(when.at, { timeZone, dateStyle: 'long', timeStyle: 'short' }) : days;
  const certainty = intl.formatMessage({ id: `when.${when.precision}` });
  return intl.formatMessage({ id: 'words.qualified' }, { what: moment, how: certainty });
}

/** One day, in full or short. */
export const dayText = (intl: IntlShape, day: string, month: 'short' | 'long' = 'short') =>
  intl.formatDate(noon(day), { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });

function range(intl: IntlShape, from: string, to: string, options: Intl.DateTimeFormatOptions): string {
  const utc = { ...options, timeZone: 'UTC' };
  return from === to ? intl.formatDate(noon(from), utc) : intl.formatDateTimeRange(noon(from), noon(to), utc);
}
