import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { EmptyState, ErrorState } from '../ui/states.tsx';

export function NotFound() {
  const intl = useIntl();
  return (
    <main className="lone-page">
      <EmptyState
        heading="h1"
        title={intl.formatMessage({ id: 'notFound.title' })}
        action={
          <Link to="/" className="button">
            <FormattedMessage id="notFound.home" />
          </Link>
        }
      >
        <FormattedMessage id="notFound.text" />
      </EmptyState>
    </main>
  );
}

/** Where not even the shell could be drawn. */
export function LoneError(props: ErrorComponentProps) {
  return (
    <main className="lone-page">
      <PageError {...props} />
    </main>
  );
}

/** An address with a filter that cannot be read says which; everything else offers to try again. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const intl = useIntl();
  const router = useRouter();
  const cause = error instanceof Error && 'cause' in error && error.cause instanceof z.ZodError ? error.cause : error;
  if (!(cause instanceof z.ZodError)) {
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          reset();
          router.invalidate();
        }}
      />
    );
  }
  const parts = [...new Set(cause.issues.map(({ path }) => String(path[0])))].join(', ');
  return (
    <EmptyState
      heading="h1"
      title={intl.formatMessage({ id: 'address.title' })}
      action={
        <a href={location.pathname} className="button">
          <FormattedMessage id="address.clear" />
        </a>
      }
    >
      <FormattedMessage id="address.text" values={{ parts }} />
    </EmptyState>
  );
}
