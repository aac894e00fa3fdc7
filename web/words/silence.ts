/** How long nobody has reported from an area, and how it was before: empty is not calm. */
import type { IntlShape } from 'react-intl';
import type { CoverageAnswer } from '../../src/incidents/contract.ts';

const DAY_MS = 86_400_000;
const YEAR = 365;

export interface Silence {
  area: string;
  /** Whole weeks since the last record; `null` where there never was one. */
  weeks: number | null;
  /** Records a week in the year before, or in what there was of it; 0 where there was none. */
  perWeek: number;
}

const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Areas that no record came from lately: the longest reported from first, then the others, and last those never heard of. */
export function silences({ since, until, areas }: CoverageAnswer, all: readonly string[]): Silence[] {
  const known = new Map(areas.map((area) => [area.area, area]));
  return all
    .flatMap((code): Silence[] => {
      const found = known.get(code);
      if (!found) return [{ area: code, weeks: null, perWeek: 0 }];
      if (found.lately > 0) return [];
      const span = Math.min(YEAR, days(found.firstDay, since));
      const perWeek = found.before === 0 ? 0 : found.before / Math.max(1, span / 7);
      return [{ area: code, weeks: Math.floor(days(found.lastDay, until) / 7), perWeek }];
    })
    .sort((a, b) => b.perWeek - a.perWeek || (b.weeks ?? -1) - (a.weeks ?? -1) || a.area.localeCompare(b.area));
}

/** "no record for 9 weeks; before that 2 a week" */
export function silenceText(intl: IntlShape, { weeks, perWeek }: Silence): string {
  if (weeks === null) return intl.formatMessage({ id: 'silence.never' });
  if (perWeek === 0) return intl.formatMessage({ id: 'silence.long' }, { weeks });
  return perWeek >= 1
    ? intl.formatMessage({ id: 'silence.often' }, { weeks, n: Math.round(perWeek) })
    : intl.formatMessage({ id: 'silence.seldom' }, { weeks, n: Math.round(1 / perWeek) });
}
