import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Timeline } from '../../../../src/incidents/contract.ts';
import { useRoom } from '../use-room.ts';
import { type Axis, binEnd, dayNumber, place } from './scale.ts';

/** Units of the drawing: it is stretched to the bar's width, so only proportions count. */
const WIDTH = 4000;
const EVENTS = 40;
const CIVILIANS = 16;

interface BarsProps {
  axis: Axis;
  timeline: Timeline;
}

export function Bars({ axis, timeline }: BarsProps) {
  const intl = useIntl();
  const { search } = useRoom();
  const from = search.from ? dayNumber(search.from) : Number.NEGATIVE_INFINITY;
  const to = search.to ? dayNumber(search.to) + 1 : Number.POSITIVE_INFINITY;
  const paths = useMemo(() => drawBars(timeline, axis, from, to), [timeline, axis, from, to]);
  const events = timeline.bins.reduce((sum, b) => sum + b.incidents, 0);
  return (
    <svg
      className="time-bars"
      viewBox={`0 0 ${WIDTH} ${EVENTS + CIVILIANS + 1}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={intl.formatMessage({ id: 'time.bars' }, { events, bin: timeline.bin })}
    >
      <path d={paths.eventsOut} className="bar-out" />
      <path d={paths.eventsIn} className="bar-in" />
      <path d={paths.civiliansOut} className="bar-civilians bar-faint" />
      <path d={paths.civiliansIn} className="bar-civilians" />
    </svg>
  );
}

/** Four paths instead of two thousand rectangles: events and civilians, inside and outside the chosen days. */
function drawBars({ bins, bin }: Timeline, axis: Axis, from: number, to: number) {
  const mostEvents = Math.max(1, ...bins.map((b) => b.incidents));
  const mostCivilians = Math.max(1, ...bins.map((b) => b.killedCivilians));
  const paths = { eventsIn: '', eventsOut: '', civiliansIn: '', civiliansOut: '' };
  for (const b of bins) {
    const day = dayNumber(b.from);
    const x = place(axis, day) * WIDTH;
    const width = place(axis, binEnd(b.from, bin)) * WIDTH - x;
    const inside = day < to && binEnd(b.from, bin) > from;
    const column = (top: number, height: number) =>
      `M${(x + width * 0.09).toFixed(1)} ${top.toFixed(2)}h${(width * 0.82).toFixed(1)}v${height.toFixed(2)}h-${(width * 0.82).toFixed(1)}z`;
    if (b.incidents > 0) {
      const height = Math.max(0.8, (b.incidents / mostEvents) * EVENTS);
      paths[inside ? 'eventsIn' : 'eventsOut'] += column(EVENTS - height, height);
    }
    if (b.killedCivilians > 0) {
      const height = Math.max(0.8, (b.killedCivilians / mostCivilians) * CIVILIANS);
      paths[inside ? 'civiliansIn' : 'civiliansOut'] += column(EVENTS + 1, height);
    }
  }
  return paths;
}
