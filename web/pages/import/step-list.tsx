import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import type { Plan } from './plan.ts';
import { blockedBy, type Step, stepsOf } from './steps.ts';

interface StepListProps {
  plan: Plan;
  current: Step;
  /** Of the file. */
  name: string;
  onStep: (step: Step) => void;
}

/** Where one is on the way, and the way back and forth as far as it is open. */
export function StepList({ plan, current, name, onStep }: StepListProps) {
  const intl = useIntl();
  const steps = stepsOf(plan);
  return (
    <nav className="bring-steps" aria-label={intl.formatMessage({ id: 'bring.steps' }, { name })}>
      <ol>
        {steps.map((step, index) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            <Button
              look="none"
              className="bring-step"
              isDisabled={blockedBy(step, plan) !== null}
              onPress={() => onStep(step)}
            >
              <span className="num bring-step-number">{intl.formatNumber(index + 1)}</span>
              <span className="bring-step-name">
                <FormattedMessage id={`bring.step.${step}`} />
              </span>
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
