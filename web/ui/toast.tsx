/** A sentence that says what just happened, and leaves. */
import { useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import { Button } from './button.tsx';
import { Cross } from './marks.tsx';
import './toast.css';

interface Toast {
  id: number;
  text: string;
}

const SHOWN_MS = 6000;
let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]) {
  toasts = next;
  for (const tell of listeners) tell();
}

const drop = (id: number) => show(toasts.filter((toast) => toast.id !== id));

export function say(text: string) {
  setTimeout(drop, SHOWN_MS, sayFailed(text));
}

/** Stays until it is closed: what did not work must not pass unread. @returns the toast's number */
export function sayFailed(text: string): number {
  const id = ++count;
  show([...toasts, { id, text }]);
  return id;
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
}

/** The region is always there: screen readers announce only what appears in one that they know already. */
export function Toasts() {
  const intl = useIntl();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ id, text }) => (
        <div key={id} className="toast">
          {text}
          <Button look="bare" aria-label={intl.formatMessage({ id: 'common.close' })} onPress={() => drop(id)}>
            <Cross />
          </Button>
        </div>
      ))}
    </div>
  );
}
