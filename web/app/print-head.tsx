import { useLayoutEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMission, useSession } from './session.ts';
import { useAsOf, useMomentText } from './use-as-of.ts';
import { useIsPrinting } from './use-printing.ts';
import { useVocabulary } from './vocabulary.ts';

/** Stands at the head of every printed sheet: whose it is, how sensitive, as of when, and who printed it. */
export function PrintHead() {
  const intl = useIntl();
  const { name, simulated, timeZone } = useMission();
  const { person } = useSession();
  const { label } = useVocabulary();
  const asOf = useAsOf();
  const momentText = useMomentText();
  const isPrinting = useIsPrinting();
  // Paper is light, whatever the screen is.
  useLayoutEffect(() => {
    if (!isPrinting) return undefined;
    const page = document.documentElement;
    const { theme } = page.dataset;
    page.dataset.theme = 'light';
    return () => {
      page.dataset.theme = theme;
    };
  }, [isPrinting]);
  if (!isPrinting) return null;
  return (
    <div className="print-head" aria-hidden="true">
      <div className="print-marks">
        <b>{label('levels', person.level)}</b>
        <span>
          {name}
          {simulated && (
            <>
              {' · '}
              <FormattedMessage id="mark.invented" />
            </>
          )}
        </span>
        <span>Kinga</span>
      </div>
      <div className="print-marks">
        <span>
          {asOf
            ? intl.formatMessage({ id: 'print.asOf' }, { moment: momentText(asOf) })
            : intl.formatMessage({ id: 'print.now' })}
        </span>
        <span>
          <FormattedMessage
            id="print.by"
            values={{
              name: person.name,
              moment: intl.formatDate(Date.now(), { dateStyle: 'medium', timeStyle: 'short', timeZone }),
            }}
          />
        </span>
      </div>
    </div>
  );
}
