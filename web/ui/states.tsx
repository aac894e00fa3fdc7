/** What a page says when it has nothing to show: nothing yet, not for you, or something went wrong. Each says what next. */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ApiError } from '../api/client.ts';
import { Button } from './button.tsx';
import './states.css';

interface StateProps {
  title: string;
  /** `h1` where the state is the whole page. */
  heading?: 'h1' | 'h2';
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, heading: Heading = 'h2', children, action }: StateProps) {
  return (
    <div className="state">
      <Heading>{title}</Heading>
      {children && <p className="soft">{children}</p>}
      {action}
    </div>
  );
}

/** Part of a record or a page that the reader's level does not open. */
export function Forbidden({ children }: { children: ReactNode }) {
  return <p className="forbidden soft small">{children}</p>;
}

/** A sentence for any failure, in the page's language where we know the code, otherwise the server's own. */
export function useErrorText() {
  const intl = useIntl();
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return intl.formatMessage({ id: 'error.unexpected' });
    if (error.code === 'offline') return intl.formatMessage({ id: 'error.offline' });
    if (error.code === 'unreadable') return intl.formatMessage({ id: 'error.unreadable' });
    if (error.status === 401) return intl.formatMessage({ id: 'error.signedOut' });
    if (error.status === 403) return intl.formatMessage({ id: 'error.forbidden' });
    return error.message || intl.formatMessage({ id: 'error.unexpected' });
  };
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const intl = useIntl();
  const text = useErrorText();
  // What is not there will not be there when it is asked for again.
  const isMissing = error instanceof ApiError && error.status === 404;
  return (
    <div className="state" role="alert">
      <h2>{intl.formatMessage({ id: isMissing ? 'error.missing' : 'error.title' })}</h2>
      <p className="soft">{text(error)}</p>
      {onRetry && !isMissing && <Button onPress={onRetry}>{intl.formatMessage({ id: 'error.retry' })}</Button>}
    </div>
  );
}

/** Lines where words will stand; it says nothing to screen readers but that the page is busy. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <i key={line} />
      ))}
    </div>
  );
}
