/**
 * The histogram of events that is also the filter of days, over the track of what was known when.
 * Bars above the line count events; below it, on a scale of their own, the civilians killed.
 */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { timelineQuery } from '../../../api/incidents.ts';
import { missionDay } from '../../../app/clock.ts';
import { without } from '../../../app/search.ts';
import { useMission } from '../../../app/session.ts';
import { useRoom } from '../use-room.ts';
import { Bars } from './bars.tsx';
import { Brush } from './brush.tsx';
import { KnownTrack } from './known-track.tsx';
import { type Axis, binEnd, dayNumber, place, type Tick, ticks } from './scale.ts';
import { useWidth } from './use-width.ts';
import './time-bar.css';

const LABEL_PX = 76;

export function TimeBar() {
  const intl = useIntl();
  const { mission, filter } = useRoom();
  const { now, timeZone } = useMission();
  const { data } = useQuery(timelineQuery(mission, without(filter, 'from', 'to')));
  const [frame, width] = useWidth();
  const today = dayNumber(missionDay(now, timeZone)) + 1;
  const axis: Axis | null = useMemo(() => {
    const first = data?.bins[0];
    const last = data?.bins.at(-1);
    if (!data || !first || !last) return null;
    return { start: dayNumber(first.from), end: Math.max(binEnd(last.from, data.bin), today) };
  }, [data, today]);
  return (
    <section className="time" aria-label={intl.formatMessage({ id: 'time.title' })}>
      <div className="time-plot" ref={frame}>
        {data && axis ? (
          <>
            <Bars axis={axis} timeline={data} />
            <Brush axis={axis} />
            <TickLabels axis={axis} most={Math.max(2, Math.floor(width / LABEL_PX))} />
            <KnownTrack axis={axis} />
          </>
        ) : (
          data && <p className="soft small time-none">{intl.formatMessage({ id: 'time.none' })}</p>
        )}
      </div>
    </section>
  );
}

function TickLabels({ axis, most }: { axis: Axis; most: number }) {
  const intl = useIntl();
  const word = ({ day, unit }: Tick) => {
    const date = new Date(day * 86_400_000);
    if (unit === 'year') return intl.formatDate(date, { year: 'numeric', timeZone: 'UTC' });
    const options = unit === 'month' ? ({ month: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const);
    return intl.formatDate(date, { ...options, timeZone: 'UTC' });
  };
  return (
    <div className="time-ticks" aria-hidden="true">
      {ticks(axis, most).map((tick) => (
        <span key={tick.day} data-unit={tick.unit} style={{ insetInlineStart: `${place(axis, tick.day) * 100}%` }}>
          {word(tick)}
        </span>
      ))}
    </div>
  );
}
