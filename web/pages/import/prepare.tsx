/** Between the upload and the run: what it is, what its columns mean, where it goes; then try it, or bring it in. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { runImport } from '../../api/imports.ts';
import { isUnderWay, jobQuery } from '../../api/jobs.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { JobOutcome } from '../jobs/job-outcome.tsx';
import { JobProgress } from '../jobs/job-progress.tsx';
import { Choices } from './choices.tsx';
import { MappingSection } from './mapping/mapping-section.tsx';
import { problemsOf } from './mapping/problems.ts';
import { choicesOf, firstPlan, hasDataset, isMapped } from './plan.ts';
import { SampleTable } from './sample-table.tsx';
import { WhatItIs } from './what-it-is.tsx';

interface PrepareProps {
  preview: ImportPreview;
  onPreview: (preview: ImportPreview) => void;
  onLeave: () => void;
  /** The run has begun: here is its id. */
  onStarted: (job: string) => void;
}

export function Prepare({ preview, onPreview, onLeave, onStarted }: PrepareProps) {
  const { slug } = useMission();
  const errorText = useErrorText();
  const [plan, setPlan] = useState(() => firstPlan(preview));
  const trying = useMutation({ mutationFn: () => runImport(slug, preview.id, { ...choicesOf(plan), dryRun: true }) });
  const bringing = useMutation({
    mutationFn: () => {
      const rememberAs = plan.rememberAs.trim();
      const order = choicesOf(plan);
      return runImport(slug, preview.id, rememberAs && order.mapping ? { ...order, rememberAs } : order);
    },
    onSuccess: ({ job }) => onStarted(job),
  });
  const change = (next: typeof plan) => {
    setPlan(next);
    trying.reset();
  };
  const isReady = hasDataset(plan) && (!isMapped(plan) || problemsOf(plan.mapping).length === 0);
  const failed = trying.error ?? bringing.error;
  return (
    <>
      <WhatItIs preview={preview} plan={plan} onChange={change} onPreview={onPreview} onLeave={onLeave} />
      <SampleTable preview={preview} />
      {isMapped(plan) && <MappingSection preview={preview} plan={plan} onChange={change} />}
      <Choices plan={plan} onChange={change} />
      <div className="bring-go">
        {!isReady && (
          <p className="soft">
            <FormattedMessage id={hasDataset(plan) ? 'bring.settleColumns' : 'bring.settleDataset'} />
          </p>
        )}
        {failed && <Refused>{errorText(failed)}</Refused>}
        <div className="acts">
          <Button isDisabled={!isReady} isPending={trying.isPending} onPress={() => trying.mutate()}>
            <FormattedMessage id="bring.try" />
          </Button>
          <Button look="need" isDisabled={!isReady} isPending={bringing.isPending} onPress={() => bringing.mutate()}>
            <FormattedMessage id="bring.go" />
          </Button>
          <span className="soft small">
            <FormattedMessage id="bring.tryHelp" />
          </span>
        </div>
      </div>
      {trying.data && <Trial id={trying.data.job} />}
    </>
  );
}

/** The dry run, as it goes and when it has ended. */
function Trial({ id }: { id: string }) {
  const intl = useIntl();
  const { slug } = useMission();
  const { data: job } = useQuery(jobQuery(slug, id));
  return (
    <Section title={intl.formatMessage({ id: 'bring.trial' })} lede={<FormattedMessage id="bring.trialHelp" />}>
      <div aria-live="polite">{job && (isUnderWay(job) ? <JobProgress job={job} /> : <JobOutcome job={job} />)}</div>
    </Section>
  );
}
