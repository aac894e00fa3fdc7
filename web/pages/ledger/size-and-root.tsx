import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { linesQuery, rootQuery } from '../../api/ledger.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';

/** How many lines there are, and the one number that stands for all of them. */
export function SizeAndRoot() {
  const intl = useIntl();
  const { slug } = useMission();
  const { data } = useInfiniteQuery(linesQuery(slug));
  const size = data?.pages[0]?.size ?? 0;
  const root = useQuery(rootQuery(slug, size));
  return (
    <Section title={intl.formatMessage({ id: 'chain.now' })}>
      <dl className="facts ledger-root">
        <dt>
          <FormattedMessage id="chain.size" />
        </dt>
        <dd>
          <b>{intl.formatNumber(size)}</b>
        </dd>
        <dt>
          <FormattedMessage id="chain.root" />
        </dt>
        <dd className="code" dir="ltr">
          {root.data?.size === size ? root.data.root : '–'}
        </dd>
      </dl>
    </Section>
  );
}
