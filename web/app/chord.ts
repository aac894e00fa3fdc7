/** Two keys, one after the other, like `g n`. The second one then means nothing else. */
import { useEffect, useRef } from 'react';

/** How long the first key waits for the second, in milliseconds. */
const WAITS_MS = 1200;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role]'));

export function useChord(first: string, second: string, act: () => void) {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    let pressed = Number.NEGATIVE_INFINITY;
    const heard = (event: KeyboardEvent) => {
      if (event.altKey || event.metaKey || event.ctrlKey || typing(event.target)) return;
      const isSecond = event.key === second && event.timeStamp - pressed < WAITS_MS;
      pressed = event.key === first ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (!isSecond || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    // Before whatever the second key does alone.
    window.addEventListener('keydown', heard, { capture: true });
    return () => window.removeEventListener('keydown', heard, { capture: true });
  }, [first, second]);
}
