/** The histogram under the map: what happened when, civilians apart. */
import { sql } from '../../platform/database/database.ts';
import type { Timeline } from '../contract.ts';
import type { Source } from './source.ts';

interface Day {
  day: string;
  incidents: number;
  killed: number;
  civilians: number;
}

type Bin = Timeline['bin'];

/** @param bin `auto` chooses by the span of what matches: days up to a quarter, weeks to two years, months to forty */
export async function timeline(source: Source, bin: Bin | 'auto'): Promise<Omit<Timeline, 'asOf'>> {
  const rows = await source.ask(sql<Day>`
    select c.day_from::text as day, count(*)::bigint as incidents, coalesce(sum(c.killed_best), 0)::bigint as killed,
      coalesce(sum(c.civilians_best), 0)::bigint as civilians
    from incidents.core c where ${source.matching} group by c.day_from order by c.day_from`);
  const chosen = bin === 'auto' ? binFor(rows.at(0)?.day, rows.at(-1)?.day) : bin;
  const bins: Timeline['bins'] = [];
  for (const row of rows) {
    const from = binStart(row.day, chosen);
    let last = bins.at(-1);
    if (last?.from !== from) {
      last = { from, incidents: 0, killed: 0, killedCivilians: 0 };
      bins.push(last);
    }
    last.incidents += row.incidents;
    last.killed += row.killed;
    last.killedCivilians += row.civilians;
  }
  return { bin: chosen, bins };
}

function binFor(first: string | undefined, last: string | undefined): Bin {
  const days = first && last ? (Date.parse(last) - Date.parse(first)) / 86_400_000 : 0;
  if (days <= 92) return 'day';
  if (days <= 731) return 'week';
  return days <= 14_610 ? 'month' : 'year';
}

/** The first day of the bin that holds a day; weeks begin on Monday. */
function binStart(day: string, bin: Bin): string {
  if (bin === 'day') return day;
  if (bin === 'month') return `${day.slice(0, 7)}-01`;
  if (bin === 'year') return `${day.slice(0, 4)}-01-01`;
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
