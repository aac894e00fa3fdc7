/** The dry run with its counts and reasons, then the run. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { runImport } from '../../api/imports.ts';
import { cancelJob, isUnderWay, jobQuery } from '../../api/jobs.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { JobOutcome } from '../jobs/job-outcome.tsx';
import { JobProgress } from '../jobs/job-progress.tsx';
import { choicesOf, isMapped, type Plan } from './plan.ts';

interface TryProps {
  preview: ImportPreview;
  plan: Plan;
  onChange: (plan: Plan) => void;
  /** The run has begun: here is its id. */
  onStarted: (job: string) => void;
}

export function TryAndBring({ preview, plan, onChange, onStarted }: TryProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const errorText = useErrorText();
  const client = useQueryClient();
  const trying = useMutation({ mutationFn: () => runImport(slug, preview.id, { ...choicesOf(plan), dryRun: true }) });
  const bringing = useMutation({
    mutationFn: async () => {
      // The trial of a large file has nothing more to tell whoever goes on without it.
      const trial = trying.data && client.getQueryData(jobQuery(slug, trying.data.job).queryKey);
      if (trial && isUnderWay(trial)) await cancelJob(slug, trial.id).catch(() => undefined);
      const rememberAs = plan.rememberAs.trim();
      const order = choicesOf(plan);
      return runImport(slug, preview.id, rememberAs && order.mapping ? { ...order, rememberAs } : order);
    },
    onSuccess: ({ job }) => onStarted(job),
  });
  // Whoever comes to this step sees at once what would happen.
  const tried = useRef(false);
  const { mutate } = trying;
  useEffect(() => {
    if (!tried.current) mutate();
    tried.current = true;
  }, [mutate]);
  const failed = trying.error ?? bringing.error;
  return (
    <Section title={intl.formatMessage({ id: 'bring.trial' })} lede={<FormattedMessage id="bring.trialHelp" />}>
      {/* Gone at once when bringing in begins: its "Stop" must not be taken for the import's. */}
      {trying.data && !bringing.isPending && !bringing.isSuccess && <Trial id={trying.data.job} />}
      {isMapped(plan) && (
        <div className="fields">
          <TextField
            label={intl.formatMessage({ id: 'bring.rememberAs' })}
            about="rememberAs"
            help={intl.formatMessage({ id: 'bring.rememberHelp' })}
            maxLength={120}
            value={plan.rememberAs}
            onChange={(rememberAs) => onChange({ ...plan, rememberAs })}
          />
        </div>
      )}
      {failed && <Refused>{errorText(failed)}</Refused>}
      <div className="acts">
        <Button
          look="need"
          isDisabled={trying.isPending}
          isPending={bringing.isPending}
          onPress={() => bringing.mutate()}
        >
          <FormattedMessage id="bring.go" />
        </Button>
        <Button isPending={trying.isPending} onPress={() => trying.mutate()}>
          <FormattedMessage id="bring.tryAgain" />
        </Button>
        <span className="soft small">
          <FormattedMessage id="bring.tryHelp" />
        </span>
      </div>
    </Section>
  );
}

function Trial({ id }: { id: string }) {
  const { slug } = useMission();
  const { data: job } = useQuery(jobQuery(slug, id));
  return (
    <div aria-live="polite">{job && (isUnderWay(job) ? <JobProgress job={job} /> : <JobOutcome job={job} />)}</div>
  );
}
