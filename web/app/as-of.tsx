import { lazy, Suspense, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../ui/button.tsx';
import { useMission } from './session.ts';
import { useAsOf, useMomentText, useSetAsOf } from './use-as-of.ts';

const AsOfPanel = lazy(() => import('./as-of-panel.tsx'));

export function AsOfControl() {
  const intl = useIntl();
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
        <Dialog className="panel" aria-label={intl.formatMessage({ id: 'asOf.label' })}>
          <Suspense>
            <AsOfPanel onDone={() => setOpen(false)} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
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
