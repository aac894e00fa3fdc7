import { FormattedMessage, useIntl } from 'react-intl';
import type { Mandate } from '../../../src/mandates/contract.ts';
import { Section } from '../../app/page.tsx';
import { UnreadList } from './found.tsx';

/** What of the text is no provision: nothing is silently dropped. */
export function Foot({ mandate: { annexes, unread } }: { mandate: Mandate }) {
  const intl = useIntl();
  return (
    <Section title={intl.formatMessage({ id: 'texts.unread' })}>
      <UnreadList unread={unread} />
      {annexes.length > 0 && (
        <>
          <p className="soft">
            <FormattedMessage id="texts.annexes" values={{ n: annexes.length }} />
          </p>
          <ul className="sentences" lang="en" dir="ltr">
            {annexes.map(({ title, span }) => (
              <li key={span[0]}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
