import type { KeyboardEvent, PointerEvent } from 'react';

interface HandleProps {
  className: string;
  day: number;
  /** Where it stands, 0 to 1 along the axis. */
  share: number;
  min: number;
  max: number;
  label: string;
  /** The day in words, for screen readers. */
  text: string;
  onMove: (day: number) => void;
  onDrag: (event: PointerEvent) => void;
  onDrop: () => void;
}

const WEEK = 7;
const MONTH = 30;

/** One edge on a time axis: a slider in days. Shift moves by weeks, Page Up and Down by months. */
export function Handle({ className, day, share, min, max, label, text, onMove, onDrag, onDrop }: HandleProps) {
  const pressed = (event: KeyboardEvent) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const step = event.shiftKey ? WEEK : 1;
    const steps: Record<string, number> = {
      [forward]: step,
      ArrowUp: step,
      [back]: -step,
      ArrowDown: -step,
      PageUp: MONTH,
      PageDown: -MONTH,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMove(Math.min(max, Math.max(min, day + by)));
  };
  return (
    <div
      className={className}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={day}
      aria-valuetext={text}
      style={{ insetInlineStart: `${share * 100}%` }}
      onKeyDown={pressed}
      onPointerDown={(event) => event.button === 0 && event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && onDrag(event)}
      onPointerUp={onDrop}
    />
  );
}
