/** Small drawings that carry meaning: a state is always a shape and a word, never a colour alone. */
import './marks.css';
import type { HumanRightsStatus, OperationalStatus } from '../../src/vocabulary/codes.ts';

export function Chevron() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1.5 3.5 5 7l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

/** The key that does the same; screen readers hear of shortcuts from the list of them. */
export function Key({ children }: { children: string }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  );
}

export function Cross() {
  return (
    <svg width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">
      <path d="m1.5 1.5 7 7m0-7-7 7" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

/** ● settled, ◐ on its way, ○ not looked at, ⊘ found not to be so. */
export type Fill = 'full' | 'half' | 'empty' | 'struck';

export const FILLS: Record<OperationalStatus | HumanRightsStatus, Fill> = {
  unconfirmed: 'empty',
  being_confirmed: 'half',
  confirmed: 'full',
  disproved: 'struck',
  not_examined: 'empty',
  allegation: 'empty',
  being_verified: 'half',
  reasonable_suspicion: 'half',
  reasonable_grounds: 'full',
  not_verified: 'struck',
};

interface StatusProps {
  status: OperationalStatus | HumanRightsStatus;
  word: string;
  /** Only the shape is drawn; the word goes to screen readers and the tooltip. */
  compact?: boolean;
}

export function Status({ status, word, compact = false }: StatusProps) {
  return (
    <span className="status" title={compact ? word : undefined}>
      <Circle fill={FILLS[status]} />
      <span className={compact ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}

export function Circle({ fill }: { fill: Fill }) {
  return (
    <svg className="circle" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="4.25" fill={fill === 'full' ? 'currentColor' : 'none'} stroke="currentColor" />
      {fill === 'half' && <path d="M5 .75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor" />}
      {fill === 'struck' && <path d="m2 8 6-6" stroke="currentColor" />}
    </svg>
  );
}
