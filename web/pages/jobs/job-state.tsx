import { useIntl } from 'react-intl';
import type { JobRun } from '../../../src/platform/jobs/contract.ts';
import { Circle, type Fill } from '../../ui/marks.tsx';

const FILLS: Record<JobRun['state'], Fill> = {
  waiting: 'empty',
  running: 'half',
  cancelling: 'half',
  cancelled: 'struck',
  done: 'full',
  failed: 'struck',
};

/** Where a run stands, as a shape and a word. */
export function JobState({ state }: { state: JobRun['state'] }) {
  const intl = useIntl();
  return (
    <span className="status small" data-state={state}>
      <Circle fill={FILLS[state]} />
      {intl.formatMessage({ id: `runs.state.${state}` })}
    </span>
  );
}
