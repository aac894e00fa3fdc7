/** Numbers that know what they count, and the streams that are never added up. */
import type { Stream, Sum } from '../../incidents/index.ts';
import type { Quantity, RecordFilter } from '../contract.ts';
import type { Range } from './period.ts';
import type { Speech } from './say.ts';

export type Measure = 'incidents' | 'killed' | 'killedCivilians' | 'injured' | 'abducted' | 'displaced';

/** What stands where nothing was found. */
const NOTHING: Record<Measure, number> & Pick<Sum, 'vagueDay' | 'vaguePlace' | 'deathsNotStated'> = {
  ...{ incidents: 0, killed: 0, killedCivilians: 0, injured: 0, abducted: 0, displaced: 0 },
  ...{ vagueDay: 0, vaguePlace: 0, deathsNotStated: 0 },
};

export const sumOf = (sums: readonly Sum[], stream: Stream, key = ''): typeof NOTHING =>
  sums.find((s) => s.stream === stream && s.key === key) ?? NOTHING;

/** Opens the records of a stream. */
export function inStream(stream: Stream): Pick<RecordFilter, 'datasets' | 'operational'> {
  if (stream === 'own_confirmed') return { datasets: ['own'], operational: ['confirmed'] };
  if (stream === 'own_unconfirmed') return { datasets: ['own'], operational: ['unconfirmed', 'being_confirmed'] };
  return { datasets: [stream] };
}

const OWN: readonly Stream[] = ['own_confirmed', 'own_unconfirmed'];

/** Own first, and both of them where the mission holds any record of its own: that they are empty is said. */
export function streamsOf(holdsOwn: boolean, ...sums: readonly (readonly Sum[])[]): Stream[] {
  const found = new Set(sums.flat().map((s) => s.stream));
  return [...OWN.filter((s) => holdsOwn || found.has(s)), ...[...found].filter((s) => !OWN.includes(s)).sort()];
}

/** Makes numbers of one paper. */
export interface Counter {
  /** Everything counted in these days. */
  counted(range: Range, more?: Partial<RecordFilter>): RecordFilter;
  count(value: number, measure: Quantity['measure'], filter: RecordFilter): Quantity;
  /** @param sum of the whole stretch; the number is a `per`-th of it */
  average(sum: number, per: number, measure: Quantity['measure'], filter: RecordFilter): Quantity;
  /** What opens exactly these records. */
  these(ids: readonly string[]): RecordFilter;
}

export function counter(speech: Speech, seq: number): Counter {
  const asOf = String(seq);
  return {
    counted: (range, more = {}) => ({ counted: true, from: range.from, to: range.to, ...more, asOf }),
    count: (value, measure, filter) => ({ value, text: speech.number(value), measure, filter }),
    average: (sum, per, measure, filter) => {
      const value = averageOf(sum, per);
      return { value, text: speech.number(value), measure, filter, per };
    },
    these: (ids) => ({ ids: [...ids], asOf }),
  };
}

/** One decimal, as it is printed and as it is compared. */
export const averageOf = (sum: number, per: number): number => Math.round((sum / per) * 10) / 10;

/** How a number of dead is told: a sentence of its own for each case, so that no sentence stutters. */
export function deathsCase(civilians: number, killed: number, unstated: boolean): string {
  if (killed === 0 && civilians === 0) return unstated ? 'unstated' : 'none';
  if (civilians > killed) return 'odd';
  if (civilians === killed) return 'civilians';
  return civilians > 0 ? 'both' : 'other';
}
