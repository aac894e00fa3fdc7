import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { JobRun } from '../../../src/platform/jobs/contract.ts';
import { cancelJob, jobKeys } from '../../api/jobs.ts';
import { useMay, useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { sayFailed } from '../../ui/toast.tsx';
import { useJobName } from './job-words.ts';

/** How far a run is, and the button that stops it. Whoever asked for it may; others need `jobs.cancel`. */
export function JobProgress({ job }: { job: JobRun }) {
  const intl = useIntl();
  const { person, mission } = useSession();
  const may = useMay();
  const client = useQueryClient();
  const errorText = useErrorText();
  const nameOf = useJobName();
  const stopping = useMutation({
    mutationFn: () => cancelJob(mission.slug, job.id),
    onError: (error) => sayFailed(errorText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: jobKeys(mission.slug) }),
  });
  const words =
    job.state === 'waiting'
      ? intl.formatMessage({ id: 'runs.state.waiting' })
      : job.total
        ? intl.formatMessage({ id: 'runs.part' }, { part: Math.min(1, job.done / job.total) })
        : intl.formatMessage({ id: 'runs.soFar' }, { n: job.done });
  return (
    <div className="job-progress">
      <Progress label={job.note ?? nameOf(job)} done={job.done} total={job.total} words={words} />
      {(job.by === person.name || may('jobs.cancel')) && (
        <Button
          isDisabled={job.state === 'cancelling' || stopping.isPending}
          onPress={() => stopping.mutate()}
          aria-label={intl.formatMessage({ id: 'runs.stopThis' }, { name: nameOf(job) })}
        >
          <FormattedMessage id={job.state === 'cancelling' ? 'runs.state.cancelling' : 'runs.stop'} />
        </Button>
      )}
    </div>
  );
}
