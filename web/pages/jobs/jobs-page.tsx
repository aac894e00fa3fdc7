/** Long work: what runs, how far it is, what came of it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { jobsQuery } from '../../api/jobs.ts';
import { Page } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { JobLine } from './job-line.tsx';

export function JobsPage() {
  const intl = useIntl();
  const { slug } = useMission();
  const jobs = useInfiniteQuery(jobsQuery(slug));
  return (
    <Page title={intl.formatMessage({ id: 'nav.jobs' })} lede={<FormattedMessage id="runs.lede" />}>
      <Loaded query={jobs}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={intl.formatMessage({ id: 'runs.empty' })}>
              <FormattedMessage id="runs.emptyText" />
            </EmptyState>
          ) : (
            <ul className="jobs">
              {items.map((job) => (
                <JobLine key={job.id} job={job} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={jobs} />
    </Page>
  );
}
