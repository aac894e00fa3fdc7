/** What came of a run, in the words of its kind. */
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { BulkResult } from '../../../src/incidents/bulk/contract.ts';
import { ImportResult, WithdrawalResult } from '../../../src/incidents/import/contract.ts';
import type { JobRun } from '../../../src/platform/jobs/contract.ts';
import { Verification } from '../../../src/platform/ledger/contract.ts';
import { GazetteerResult } from '../../api/boundary-sets.ts';
import { ImportOutcome } from '../import/outcome.tsx';
import { Findings } from '../ledger/findings.tsx';
import { Figures } from './figures.tsx';

const Placed = z.object({ placed: z.int() });

export function JobOutcome({ job }: { job: JobRun }) {
  if (job.state === 'cancelled') {
    return (
      <p>
        <FormattedMessage id="runs.wasStopped" />
      </p>
    );
  }
  if (job.state === 'failed') {
    return (
      <p className="job-failed" lang="en" dir="auto">
        {job.note ?? <FormattedMessage id="runs.failed" />}
      </p>
    );
  }
  if (job.kind === 'incidents.import') {
    const result = ImportResult.safeParse(job.result);
    if (result.success) return <ImportOutcome job={job.id} result={result.data} />;
  }
  if (job.kind === 'incidents.place') {
    const result = Placed.safeParse(job.result);
    if (result.success) return <FormattedMessage id="runs.placed" values={{ n: result.data.placed }} />;
  }
  if (job.kind === 'incidents.bulk') {
    const result = BulkResult.safeParse(job.result);
    if (result.success) return <BulkOutcome {...result.data} />;
  }
  if (job.kind === 'incidents.withdraw_import') {
    const result = WithdrawalResult.safeParse(job.result);
    if (result.success) return <WithdrawalOutcome {...result.data} />;
  }
  if (job.kind === 'ledger.verify') {
    const result = Verification.safeParse(job.result);
    if (result.success) return <Findings result={result.data} />;
  }
  if (job.kind === 'places.gazetteer') {
    const result = GazetteerResult.safeParse(job.result);
    if (result.success) return <GazetteerOutcome {...result.data} />;
  }
  return null;
}

function BulkOutcome({ changed, unchanged, refused }: BulkResult) {
  const intl = useIntl();
  const figures = Object.entries({ changed, unchanged, refused: refused.length }).map(([id, value]) => ({
    name: intl.formatMessage({ id: `bring.count.${id}` }),
    value,
  }));
  const reasons = [...new Set(refused.flatMap(({ message }) => message ?? []))];
  return (
    <>
      <Figures figures={figures} />
      {reasons.length > 0 && (
        <ul className="sentences small" dir="auto">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function WithdrawalOutcome(result: WithdrawalResult) {
  const intl = useIntl();
  const figures = (['withdrawn', 'restored', 'kept'] as const).map((id) => ({
    name: intl.formatMessage({ id: `bring.taken.${id}` }),
    value: result[id],
  }));
  return <Figures figures={figures} />;
}

function GazetteerOutcome({ reasons, ...counts }: GazetteerResult) {
  const intl = useIntl();
  const figures = (['added', 'changed', 'unchanged', 'refused'] as const).map((id) => ({
    name: intl.formatMessage({ id: `bring.count.${id}` }),
    value: counts[id],
  }));
  return (
    <>
      <Figures figures={figures} />
      {reasons.length > 0 && (
        <details>
          <summary>
            <FormattedMessage id="runs.reasons" values={{ n: reasons.length }} />
          </summary>
          <ul className="sentences small" lang="en" dir="auto">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
