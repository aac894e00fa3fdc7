import { useIntl } from 'react-intl';
import type { JobRun } from '../../../src/platform/jobs/contract.ts';

/** Kinds of work that have a name of their own; another is called by its code. */
const NAMED = [
  'incidents.bulk',
  'incidents.import',
  'incidents.place',
  'incidents.withdraw_import',
  'briefs.prepare',
  'places.gazetteer',
  'ledger.verify',
];

export function useJobName() {
  const intl = useIntl();
  return ({ kind, result }: Pick<JobRun, 'kind' | 'result'>): string => {
    if (kind === 'incidents.import' && result?.dryRun === true) return intl.formatMessage({ id: 'runs.kind.tried' });
    return NAMED.includes(kind) ? intl.formatMessage({ id: `runs.kind.${kind.replace('.', '_')}` }) : kind;
  };
}
