/** The ledger: who did what, when, in an order that cannot be rewritten unseen. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { linesQuery } from '../../api/ledger.ts';
import { Page, Section } from '../../app/page.tsx';
import { useMay, useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Checkpoint } from './checkpoint.tsx';
import { Left } from './left.tsx';
import { LinesTable } from './lines-table.tsx';
import { RecordFilter } from './record-filter.tsx';
import { SizeAndRoot } from './size-and-root.tsx';
import { Verify } from './verify.tsx';
import './ledger.css';

const route = getRouteApi('/m/$mission/ledger');

export function LedgerPage() {
  const intl = useIntl();
  const may = useMay();
  return (
    <Page
      title={intl.formatMessage({ id: 'nav.ledger' })}
      lede={<FormattedMessage id="chain.lede" />}
      needs="ledger.read"
    >
      <div className="ledger">
        <Lines />
        <div className="ledger-side">
          <SizeAndRoot />
          <Checkpoint />
          <Left />
          {may('ledger.verify') && <Verify />}
        </div>
      </div>
    </Page>
  );
}

function Lines() {
  const intl = useIntl();
  const { slug } = useMission();
  const { record } = route.useSearch();
  const lines = useInfiniteQuery(linesQuery(slug, record));
  const items = lines.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={intl.formatMessage({ id: 'chain.lines' })} aside={<RecordFilter />}>
      {lines.isPending && <Skeleton lines={12} label={intl.formatMessage({ id: 'page.loading' })} />}
      {lines.isError && <ErrorState error={lines.error} onRetry={() => lines.refetch()} />}
      {lines.isSuccess && items.length === 0 && (
        <EmptyState title={intl.formatMessage({ id: 'chain.empty' })}>
          <FormattedMessage id={record ? 'chain.emptyRecord' : 'chain.emptyText'} />
        </EmptyState>
      )}
      {items.length > 0 && <LinesTable lines={items} />}
      {lines.hasNextPage && (
        <div className="acts">
          <Button isPending={lines.isFetchingNextPage} onPress={() => lines.fetchNextPage()}>
            <FormattedMessage id="chain.older" />
          </Button>
        </div>
      )}
    </Section>
  );
}
