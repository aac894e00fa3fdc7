/** One-letter shortcuts. They sleep while somebody types, while a dialog is open, and when a modifier is held. */
import { useEffect, useRef } from 'react';

export type KeyMap = Partial<Record<string, (event: KeyboardEvent) => void>>;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="spinbutton"], [role="slider"], canvas'));

/** Enter on a link or a button is theirs. */
const pressing = (event: KeyboardEvent) =>
  event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('a, button, summary');

const overlaid = () => document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]');

/** @param map by `KeyboardEvent.key`; `mod+k` is ⌘K or Ctrl K and works while typing too */
export function useKeys(map: KeyMap) {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const mod = event.metaKey || event.ctrlKey;
      if (event.altKey || event.defaultPrevented) return;
      if (!mod && (typing(event.target) || pressing(event) || overlaid())) return;
      const act = latest.current[mod ? `mod+${event.key.toLowerCase()}` : event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}
