import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../ui/button.tsx';
import { PanelSheet } from '../ui/later.ts';
import { Opener } from '../ui/opener.tsx';
import { useCommands } from './commands/registry.ts';
import { useMission } from './session.ts';
import { useAsOf, useMomentText, useSetAsOf } from './use-as-of.ts';

const AsOfPanel = lazy(() => import('./as-of-panel.tsx'));

export function AsOfControl() {
  const intl = useIntl();
  const asOf = useAsOf();
  const { now } = useMission();
  const momentText = useMomentText();
  const [isOpen, setOpen] = useState(false);
  const label = intl.formatMessage({ id: 'asOf.label' });
  useCommands(() => [{ id: 'known', group: 'known', label, run: () => setOpen(true) }]);
  return (
    <Opener
      opens="dialog"
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="top-when"
      button={
        <span>
          <FormattedMessage
            id="asOf.button"
            values={{ moment: momentText(asOf ?? now), b: (text) => <b key="moment">{text}</b> }}
          />
        </span>
      }
    >
      {(sheet) => (
        <PanelSheet {...sheet} label={label} end>
          <Suspense>
            <AsOfPanel onDone={() => sheet.onOpenChange(false)} />
          </Suspense>
        </PanelSheet>
      )}
    </Opener>
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
