/** What the rules recognised in a text before it is kept, and what they could not read. */
import { FormattedMessage, useIntl } from 'react-intl';
import type { MandatePreview } from '../../../src/mandates/contract.ts';
import { Section } from '../../app/page.tsx';
import { isolate } from '../../words/isolate.ts';
import { useDay } from './mandate-lines.tsx';

export function Found({ found }: { found: MandatePreview }) {
  const intl = useIntl();
  const day = useDay();
  const none = intl.formatMessage({ id: 'texts.notFound' });
  return (
    <Section title={intl.formatMessage({ id: 'texts.found' })}>
      <dl className="facts mandate-found">
        <dt>{intl.formatMessage({ id: 'texts.symbol' })}</dt>
        <dd>
          <bdi>{found.symbol ?? none}</bdi>
        </dd>
        <dt>{intl.formatMessage({ id: 'texts.date' })}</dt>
        <dd>{found.date ? day(found.date) : none}</dd>
        <dt>{intl.formatMessage({ id: 'texts.count' })}</dt>
        <dd>
          <FormattedMessage
            id="texts.countOf"
            values={{ op: found.operative, pp: found.paragraphs - found.operative }}
          />
        </dd>
        <dt>{intl.formatMessage({ id: 'texts.unread' })}</dt>
        <dd>
          <UnreadList unread={found.unread} />
        </dd>
      </dl>
    </Section>
  );
}

/** Each with why: its number, or the beginning of its words. */
export function UnreadList({ unread }: Pick<MandatePreview, 'unread'>) {
  if (unread.length === 0) return <FormattedMessage id="texts.allRead" />;
  return (
    <ul className="sentences">
      {unread.map(({ span, reason, detail }) => (
        <li key={`${span[0]} ${detail}`}>
          <FormattedMessage id={`texts.why.${reason}`} values={{ detail: isolate(detail) }} />
        </li>
      ))}
    </ul>
  );
}
