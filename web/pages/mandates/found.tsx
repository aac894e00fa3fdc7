/** What the rules recognised in a text before it is kept, and what they could not read. */
import { FormattedMessage, useIntl } from 'react-intl';
import type { MandatePreview } from '../../../src/mandates/contract.ts';
import { Section } from '../../app/page.tsx';
import { isolate } from '../../words/isolate.ts';
import { useDay } from './mandate-lines.tsx';

export function Found({ found }: { found: MandatePreview }) {
  const intl = useIntl();
  const day = useDay();
  const none = intl.formatMessage({ id: 'mandate.notFound' });
  return (
    <Section title={intl.formatMessage({ id: 'mandate.found' })}>
      <dl className="facts mandate-found">
        <dt>{intl.formatMessage({ id: 'mandate.symbol' })}</dt>
        <dd>
          <bdi>{found.symbol ?? none}</bdi>
        </dd>
        <dt>{intl.formatMessage({ id: 'mandate.date' })}</dt>
        <dd>{found.date ? day(found.date) : none}</dd>
        <dt>{intl.formatMessage({ id: 'mandate.count' })}</dt>
        <dd>
          <FormattedMessage
            id="mandate.countOf"
            values={{ op: found.operative, pp: found.paragraphs - found.operative }}
          />
        </dd>
        <dt>{intl.formatMessage({ id: 'mandate.unread' })}</dt>
        <dd>
          <UnreadList unread={found.unread} />
        </dd>
      </dl>
    </Section>
  );
}

/** Each with why: its number, or the beginning of its words. */
export function UnreadList({ unread }: Pick<MandatePreview, 'unread'>) {
  if (unread.length === 0) return <FormattedMessage id="mandate.allRead" />;
  return (
    <ul className="sentences">
      {unread.map(({ span, reason, detail }) => (
        <li key={`${span[0]} ${detail}`}>
          <FormattedMessage id={`mandate.why.${reason}`} values={{ detail: isolate(detail) }} />
        </li>
      ))}
    </ul>
  );
}
