import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../ui/button.tsx';
import { MomentField } from '../ui/date-field.tsx';
import { instantOf, missionClock } from './clock.ts';
import { useMission } from './session.ts';
import '../ui/dialog.css';
import { useAsOf, useSetAsOf } from './use-as-of.ts';

/** Choosing the moment, by the mission's clock. */
export default function AsOfPanel({ onDone }: { onDone: () => void }) {
  const intl = useIntl();
  const { timeZone, now } = useMission();
  const asOf = useAsOf();
  const setAsOf = useSetAsOf();
  const start = asOf && !/^\d+$/.test(asOf) ? asOf : now;
  const [moment, setMoment] = useState<string | null>(missionClock(start, timeZone));
  const show = (value: string | undefined) => {
    onDone();
    setAsOf(value);
  };
  return (
    <>
      <MomentField
        label={intl.formatMessage({ id: 'asOf.label' })}
        help={intl.formatMessage({ id: 'asOf.help' }, { timeZone })}
        value={moment}
        onChange={setMoment}
      />
      <div className="dialog-acts">
        <Button onPress={() => show(undefined)}>
          <FormattedMessage id="asOf.now" />
        </Button>
        <Button look="need" isDisabled={!moment} onPress={() => moment && show(instantOf(moment, timeZone))}>
          <FormattedMessage id="asOf.show" />
        </Button>
      </div>
    </>
  );
}
