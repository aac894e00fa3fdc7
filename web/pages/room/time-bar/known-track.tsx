/** The second time: not when it happened, but up to when we knew. Left at the end, the page shows what is known now. */
import { type PointerEvent, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { instantOf, missionDay } from '../../../app/clock.ts';
import { useMission } from '../../../app/session.ts';
import { useAsOf, useSetAsOf } from '../../../app/use-as-of.ts';
import { dayText } from '../../../words/when.ts';
import { Handle } from './handle.tsx';
import { type Axis, dayAt, dayNumber, dayOf, place } from './scale.ts';

export function KnownTrack({ axis }: { axis: Axis }) {
  const intl = useIntl();
  const asOf = useAsOf();
  const setAsOf = useSetAsOf();
  const { now, timeZone } = useMission();
  const frame = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<number | null>(null);
  const today = dayNumber(missionDay(now, timeZone));
  // A ledger line has no place on the days' axis; the band above the page names it.
  const chosen = asOf && !/^\d+$/.test(asOf) ? dayNumber(missionDay(asOf, timeZone)) : today;
  const day = Math.min(today, Math.max(axis.start, draft ?? chosen));
  const share = place(axis, day + 1);

  const commit = (to: number) => setAsOf(to >= today ? undefined : instantOf(`${dayOf(to)}T23:59`, timeZone));
  const dragged = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const at = (event.clientX - box.left) / box.width;
    setDraft(Math.min(today, dayAt(axis, document.documentElement.dir === 'rtl' ? 1 - at : at)));
  };
  const words = dayText(intl, dayOf(day), 'long');
  return (
    <div className="known" ref={frame} data-then={asOf !== undefined || draft !== null || undefined}>
      <div className="known-line" style={{ inlineSize: `${share * 100}%` }} />
      <div className="known-after" style={{ insetInlineStart: `${share * 100}%` }} />
      <Handle
        className="known-mark"
        day={day}
        share={share}
        min={axis.start}
        max={today}
        label={intl.formatMessage({ id: 'asOf.label' })}
        text={words}
        onMove={commit}
        onDrag={dragged}
        onDrop={() => {
          if (draft !== null) commit(draft);
          setDraft(null);
        }}
      />
      <span
        className="known-word"
        aria-hidden="true"
        data-late={share > 0.5 || undefined}
        style={{ insetInlineStart: `${share * 100}%` }}
      >
        {day < today ? words : <FormattedMessage id="asOf.label" />}
      </span>
    </div>
  );
}
