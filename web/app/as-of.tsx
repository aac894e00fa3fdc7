/** *As known on*: every page below the shell can be seen as it stood at a moment, and then says so in ink. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../ui/button.tsx';
import { MomentField } from '../ui/date-field.tsx';
import { instantOf, missionClock } from './clock.ts';
import { missionRoute } from './mission-route.tsx';
import { useMission } from './session.ts';

export const useAsOf = () => missionRoute.useSearch().asOf;

export function useSetAsOf() {
  const navigate = useNavigate();
  return (asOf: string | undefined) => navigate({ to: '.', search: (before) => ({ ...before, asOf }) });
}

/** "23 Nov 2026, 09:40" by the mission's clock, or "ledger line 1204". */
export function useMomentText() {
  const intl = useIntl();
  const { timeZone } = useMission();
  return (moment: string) =>
    /^\d+$/.test(moment)
      ? intl.formatMessage({ id: 'asOf.line' }, { seq: moment })
      : intl.formatDate(moment, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

export function AsOfControl() {
  const asOf = useAsOf();
  const { now } = useMission();
  const momentText = useMomentText();
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="top-when">
        <span>
          <FormattedMessage
            id="asOf.button"
            values={{ moment: momentText(asOf ?? now), b: (text) => <b key="moment">{text}</b> }}
          />
        </span>
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <AsOfPanel onDone={() => setOpen(false)} />
      </Popover>
    </DialogTrigger>
  );
}

function AsOfPanel({ onDone }: { onDone: () => void }) {
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
    <Dialog className="panel" aria-label={intl.formatMessage({ id: 'asOf.label' })}>
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
    </Dialog>
  );
}

/** Unmistakable, across the whole page: what you see is the past. */
export function KnownThenBand() {
  const asOf = useAsOf();
  const setAsOf = useSetAsOf();
  const momentText = useMomentText();
  if (!asOf) return null;
  return (
    <div className="then" role="status">
      <span>
        <FormattedMessage
          id="asOf.band"
          values={{ moment: momentText(asOf), b: (text) => <b key="moment">{text}</b> }}
        />
      </span>
      <Button onPress={() => setAsOf(undefined)}>
        <FormattedMessage id="asOf.back" />
      </Button>
    </div>
  );
}
