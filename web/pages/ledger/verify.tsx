import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isUnderWay, jobQuery } from '../../api/jobs.ts';
import { verifyLedger } from '../../api/ledger.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { JobOutcome } from '../jobs/job-outcome.tsx';
import { JobProgress } from '../jobs/job-progress.tsx';

/** Recomputes every line and every content, and holds them against a checkpoint that was kept outside. */
export function Verify() {
  const intl = useIntl();
  const { slug } = useMission();
  const errorText = useErrorText();
  const [checkpoint, setCheckpoint] = useState('');
  const starting = useMutation({ mutationFn: () => verifyLedger(slug, checkpoint.trim() && `${checkpoint.trim()}\n`) });
  const id = starting.data?.job;
  const { data: job } = useQuery({ ...jobQuery(slug, id ?? ''), enabled: id !== undefined });
  const working = starting.isPending || (job !== undefined && isUnderWay(job));
  return (
    <Section title={intl.formatMessage({ id: 'chain.verify' })} lede={<FormattedMessage id="chain.verifyWhy" />}>
      <TextField
        label={intl.formatMessage({ id: 'chain.outside' })}
        help={intl.formatMessage({ id: 'chain.outsideHelp' })}
        lines={4}
        value={checkpoint}
        onChange={setCheckpoint}
      />
      {starting.isError && <Refused>{errorText(starting.error)}</Refused>}
      <div aria-live="polite">{job && (isUnderWay(job) ? <JobProgress job={job} /> : <JobOutcome job={job} />)}</div>
      <div className="acts">
        <Button isDisabled={working} onPress={() => starting.mutate()}>
          <FormattedMessage id="chain.verifyNow" />
        </Button>
      </div>
    </Section>
  );
}
