import { lazy, Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../ui/button.tsx';
import { PanelSheet } from '../ui/later.ts';
import { Opener } from '../ui/opener.tsx';
import { useMission } from './session.ts';
import { useAsOf, useMomentText, useSetAsOf } from './use-as-of.ts';

const AsOfPanel = lazy(() => import('./as-of-panel.tsx'));

export function AsOfControl() {
  const intl = useIntl();
  const asOf = useAsOf();
  const { now } = useMission();
  const momentText = useMomentText();
  return (
    <Opener
      opens="dialog"
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
        <PanelSheet {...sheet} label={intl.formatMessage({ id: 'asOf.label' })} end>
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
