import { FormattedMessage, useIntl } from 'react-intl';
import type { JobRun } from '../../../src/platform/jobs/contract.ts';
import { isUnderWay } from '../../api/jobs.ts';
import { useMomentText } from '../../app/use-as-of.ts';
import { JobOutcome } from './job-outcome.tsx';
import { JobProgress } from './job-progress.tsx';
import { JobState } from './job-state.tsx';
import { useJobName } from './job-words.ts';
import './jobs.css';

/** One run: its state, who asked for it and when, and either how far it is or what came of it. */
export function JobLine({ job }: { job: JobRun }) {
  const intl = useIntl();
  const nameOf = useJobName();
  const moment = useMomentText();
  const who = job.by ?? intl.formatMessage({ id: 'runs.house' });
  return (
    <li className="job">
      <div className="job-head">
        <h2>{nameOf(job)}</h2>
        <JobState state={job.state} />
      </div>
      <p className="soft small">
        <FormattedMessage id="runs.asked" values={{ who, when: moment(job.createdAt) }} />
        {job.startedAt && job.endedAt && <> · {tookText(intl, job.startedAt, job.endedAt)}</>}
      </p>
      {isUnderWay(job) ? <JobProgress job={job} /> : <JobOutcome job={job} />}
    </li>
  );
}

function tookText(intl: ReturnType<typeof useIntl>, from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  return seconds < 90
    ? intl.formatMessage({ id: 'runs.seconds' }, { n: seconds })
    : intl.formatMessage({ id: 'runs.minutes' }, { n: Math.round(seconds / 60) });
}
