import { useInfiniteQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { isUnderWay, jobsQuery } from '../../api/jobs.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { More } from '../../ui/more.tsx';
import { JobLine } from '../jobs/job-line.tsx';

/** What was brought in before, the latest first; trials are among the jobs only. */
export function PastRuns({ shown }: { shown: string | undefined }) {
  const intl = useIntl();
  const { slug } = useMission();
  const jobs = useInfiniteQuery(jobsQuery(slug));
  return (
    <Section title={intl.formatMessage({ id: 'bring.before' })}>
      <Loaded query={jobs}>
        {(items) => {
          const runs = items.filter(
            (job) =>
              job.kind === 'incidents.import' && job.id !== shown && !isUnderWay(job) && job.result?.dryRun !== true,
          );
          return runs.length === 0 ? (
            <p className="soft">
              <FormattedMessage id="bring.nothingBefore" />
            </p>
          ) : (
            <ul className="jobs">
              {runs.map((job) => (
                <JobLine key={job.id} job={job} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More query={jobs} />
    </Section>
  );
}
