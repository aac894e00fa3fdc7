import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { incidentKeys } from '../../api/incidents.ts';
import { isUnderWay, jobKeys, jobQuery } from '../../api/jobs.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { JobOutcome } from '../jobs/job-outcome.tsx';
import { JobProgress } from '../jobs/job-progress.tsx';
import { JobState } from '../jobs/job-state.tsx';
import { useJobName } from '../jobs/job-words.ts';

/** One import while it runs, and what came of it. Leaving the page does not stop it. */
export function Run({ id, onAnother }: { id: string; onAnother: () => void }) {
  const { slug } = useMission();
  const client = useQueryClient();
  const nameOf = useJobName();
  const run = useQuery(jobQuery(slug, id));
  const ended = run.data && !isUnderWay(run.data);
  useEffect(() => {
    if (!ended) return;
    client.invalidateQueries({ queryKey: incidentKeys(slug) });
    client.invalidateQueries({ queryKey: [...jobKeys(slug), 'list'] });
  }, [client, ended, slug]);
  return (
    <Loaded query={run} lines={3}>
      {(job) => (
        <Section title={nameOf(job)} aside={<JobState state={job.state} />}>
          <div aria-live="polite">{ended ? <JobOutcome job={job} /> : <JobProgress job={job} />}</div>
          {ended ? (
            <div className="acts">
              <Button look="need" onPress={onAnother}>
                <FormattedMessage id="bring.another" />
              </Button>
            </div>
          ) : (
            <p className="soft small">
              <FormattedMessage id="bring.goesOn" />
            </p>
          )}
        </Section>
      )}
    </Loaded>
  );
}
