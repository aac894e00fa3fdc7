/** The months behind: killed a week (or a day), civilians dark below, the others above; one chart a stream. */
import type { Block } from '../contract.ts';
import { type Desk, heading } from './desk.ts';
import type { PeriodFacts } from './facts.ts';
import { inStream, streamsOf, sumOf } from './numbers.ts';
import { addDays, type Range } from './period.ts';
import { streamName } from './telling.ts';

export function trendSection(desk: Desk<PeriodFacts>): Block[] {
  const { facts, speech, counter } = desk;
  const { range, by } = facts.trend;
  const streams = streamsOf(
    false,
    facts.sums.trend.filter((s) => s.killed > 0),
  );
  if (streams.length === 0) return [];
  return [
    heading(desk, by === 'week' ? 'trend' : 'trend-days'),
    ...streams.map((stream): Block => {
      const words = { stream: streamName(speech, stream), days: speech.days(range.from, range.to) };
      return {
        ...{ type: 'chart', id: `trend.${stream}`, title: speech.word(`trend.${by}s`, words) },
        ...{ civilians: speech.word('trend.civilians'), others: speech.word('trend.others') },
        bins: binsOf(range, by).map((bin) => {
          const sum = sumOf(facts.sums.trend, stream, bin.from);
          const at = counter.counted(bin, inStream(stream));
          return {
            ...{ label: speech.days(bin.from), from: bin.from, to: bin.to },
            killedCivilians: counter.count(sum.killedCivilians, 'killedCivilians', at),
            killed: counter.count(sum.killed, 'killed', at),
          };
        }),
      };
    }),
  ];
}

function binsOf({ from, to }: Range, by: 'day' | 'week'): Range[] {
  const bins: Range[] = [];
  const step = by === 'week' ? 7 : 1;
  for (let day = from; day <= to; day = addDays(day, step)) bins.push({ from: day, to: addDays(day, step - 1) });
  return bins;
}
