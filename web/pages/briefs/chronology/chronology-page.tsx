/**
 * What was known when: of one record or of some days, every version in the order in which it became known, beside when it
 * happened; and what was known at a moment beside what is known today. Nobody can have rewritten the answer.
 */
import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Incident } from '../../../../src/incidents/contract.ts';
import { firstQuery, versionsQuery } from '../../../api/incidents.ts';
import { Page, Section } from '../../../app/page.tsx';
import { useMay, useMission } from '../../../app/session.ts';
import { useAsOf } from '../../../app/use-as-of.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx';
import { Asking } from './asking.tsx';
import { Beside } from './beside.tsx';
import { Lines } from './lines.tsx';
import '../briefs.css';
import './chronology.css';

const route = getRouteApi('/m/$mission/briefs/chronology');
/** Records whose versions are asked for at once: a night, not a year. */
const MOST = 60;

export function ChronologyPage() {
  const intl = useIntl();
  const may = useMay();
  const { slug } = useMission();
  const { id, from, to, adm1 } = route.useSearch();
  const isAsked = id !== undefined || (from !== undefined && to !== undefined);
  const list = useQuery({
    ...firstQuery(slug, { from, to, adm1 }, 'oldest', MOST),
    enabled: may('incident.read') && id === undefined && isAsked,
  });
  return (
    <Page
      title={intl.formatMessage({ id: 'chrono.title' })}
      lede={<FormattedMessage id="chrono.lede" />}
      needs="incident.read"
    >
      <Asking />
      {!isAsked && (
        <EmptyState title={intl.formatMessage({ id: 'chrono.ask' })}>
          <FormattedMessage id="chrono.askText" />
        </EmptyState>
      )}
      {id !== undefined && <Chronology ids={[id]} />}
      {id === undefined && isAsked && (
        <Loaded query={list} lines={8}>
          {({ items, next }) => (
            <>
              {next && (
                <p className="page-now small" role="note">
                  <FormattedMessage id="chrono.more" values={{ n: MOST }} />
                </p>
              )}
              <Chronology ids={items.map((row) => row.id)} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

function Chronology({ ids }: { ids: readonly string[] }) {
  const intl = useIntl();
  const { slug } = useMission();
  const asOf = useAsOf();
  const { moment = asOf } = route.useSearch();
  const asked = useQueries({ queries: ids.map((id) => versionsQuery(slug, id)) });
  const failed = asked.find(({ isLoadingError }) => isLoadingError);
  if (failed) return <ErrorState error={failed.error} onRetry={() => failed.refetch()} />;
  if (asked.some(({ isPending }) => isPending))
    return <Skeleton lines={8} label={intl.formatMessage({ id: 'page.loading' })} />;
  const records = asked.flatMap(({ data }): Incident[][] => (data && data.length > 0 ? [data] : []));
  if (records.length === 0)
    return (
      <EmptyState title={intl.formatMessage({ id: 'chrono.nothing' })}>
        <FormattedMessage id="chrono.nothingText" />
      </EmptyState>
    );
  return (
    <>
      <Section title={intl.formatMessage({ id: 'chrono.known' })} lede={<FormattedMessage id="chrono.knownHelp" />}>
        <Lines records={records} moment={moment} />
      </Section>
      {moment !== undefined && <Beside records={records} moment={moment} />}
    </>
  );
}
