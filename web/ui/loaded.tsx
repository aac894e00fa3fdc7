/** What was asked of the server, once it is there; until then its lines, and if it fails, why. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ErrorState, Skeleton } from './states.tsx';

interface LoadedProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'isError' | 'error'> & { refetch(): unknown };
  /** Lines to draw while waiting: about as many as will come. */
  lines?: number;
  children: (data: T) => ReactNode;
}

export function Loaded<T>({ query, lines = 5, children }: LoadedProps<T>) {
  const intl = useIntl();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return <Skeleton lines={lines} label={intl.formatMessage({ id: 'page.loading' })} />;
}

/** Why an act was refused, beside its button. */
export function Refused({ children }: { children: ReactNode }) {
  return (
    <p className="field-error" role="alert">
      {children}
    </p>
  );
}
