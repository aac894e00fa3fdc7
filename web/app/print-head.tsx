import { useLayoutEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMission, useSession } from './session.ts';
import { useAsOf, useMomentText } from './use-as-of.ts';
import { useIsPrinting } from './use-printing.ts';
import { useVocabulary } from './vocabulary.ts';

/** Writes on every printed sheet whose it is and how sensitive; and above the first, as of when and who printed it. */
export function PrintHead() {
  const intl = useIntl();
  const { name, simulated, timeZone } = useMission();
  const { person } = useSession();
  const { label } = useVocabulary();
  const asOf = useAsOf();
  const momentText = useMomentText();
  const isPrinting = useIsPrinting();
  const level = label('levels', person.level);
  const mission = simulated ? `${name} · ${intl.formatMessage({ id: 'mark.invented' })}` : name;
  // Paper is light, whatever the screen is.
  useLayoutEffect(() => {
    if (!isPrinting) return undefined;
    const page = document.documentElement;
    const { theme } = page.dataset;
    page.dataset.theme = 'light';
    // The margin of every sheet: only a style can write there, and it takes its words from here.
    page.style.setProperty('--print-level', JSON.stringify(level));
    page.style.setProperty('--print-mission', JSON.stringify(mission));
    return () => {
      page.dataset.theme = theme;
      page.style.removeProperty('--print-level');
      page.style.removeProperty('--print-mission');
    };
  }, [isPrinting, level, mission]);
  if (!isPrinting) return null;
  return (
    <div className="print-head" aria-hidden="true">
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
  );
}
