/** Choosing days on the histogram: draw across it, or move either edge by pointer or arrow keys. */
import { type PointerEvent, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { dayText } from '../../../words/when.ts';
import { useRoom } from '../use-room.ts';
import { Handle } from './handle.tsx';
import { type Axis, dayAt, dayNumber, dayOf, place } from './scale.ts';

interface Span {
  from: number;
  to: number;
}

export function Brush({ axis }: { axis: Axis }) {
  const intl = useIntl();
  const { search, change } = useRoom();
  const frame = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const [draft, setDraft] = useState<Span | null>(null);
  const whole: Span = { from: axis.start, to: axis.end - 1 };
  const chosen: Span = {
    from: search.from ? dayNumber(search.from) : whole.from,
    to: search.to ? dayNumber(search.to) : whole.to,
  };
  const span = draft ?? chosen;
  const isSet = draft !== null || search.from !== undefined || search.to !== undefined;

  const set = ({ from, to }: Span) =>
    change(
      {
        from: from <= whole.from ? undefined : dayOf(from),
        to: to >= whole.to ? undefined : dayOf(to),
      },
      { replace: true },
    );

  const dayUnder = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return axis.start;
    const share = (event.clientX - box.left) / box.width;
    return dayAt(axis, document.documentElement.dir === 'rtl' ? 1 - share : share);
  };
  const began = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    anchor.current = dayUnder(event);
    setDraft({ from: anchor.current, to: anchor.current });
  };
  const moved = (event: PointerEvent) => {
    if (!draft) return;
    const day = dayUnder(event);
    setDraft({ from: Math.min(anchor.current, day), to: Math.max(anchor.current, day) });
  };
  const ended = () => {
    // A press without a drag chooses nothing: it takes the choice off.
    if (draft) set(draft.from === draft.to ? whole : draft);
    setDraft(null);
  };

  const edge = (side: 'from' | 'to') => ({
    day: span[side],
    share: place(axis, side === 'from' ? span.from : span.to + 1),
    min: side === 'from' ? whole.from : span.from,
    max: side === 'from' ? span.to : whole.to,
    label: intl.formatMessage({ id: side === 'from' ? 'filter.from' : 'filter.to' }),
    text: dayText(intl, dayOf(span[side]), 'long'),
    onMove: (day: number) => set({ ...chosen, [side]: day }),
    onDrag: (event: PointerEvent) => setDraft({ ...span, [side]: dayUnder(event) }),
    onDrop: () => {
      if (draft) set({ from: Math.min(draft.from, draft.to), to: Math.max(draft.from, draft.to) });
      setDraft(null);
    },
  });
  const start = place(axis, span.from);
  const end = place(axis, span.to + 1);
  return (
    <div className="brush" ref={frame} data-set={isSet || undefined}>
      <div
        className="brush-ground"
        onPointerDown={began}
        onPointerMove={moved}
        onPointerUp={ended}
        onPointerCancel={() => setDraft(null)}
      />
      <div
        className="brush-span"
        style={{ insetInlineStart: `${start * 100}%`, inlineSize: `${(end - start) * 100}%` }}
      />
      <Handle className="brush-edge" {...edge('from')} />
      <Handle className="brush-edge" {...edge('to')} />
    </div>
  );
}
