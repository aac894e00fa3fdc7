import { useInfiniteQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { z } from 'zod';
import type { DeliveryView } from '../../../src/platform/ledger/contract.ts';
import { deliveriesQuery } from '../../api/ledger.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Circle } from '../../ui/marks.tsx';
import { More } from '../../ui/more.tsx';

type Delivery = z.infer<typeof DeliveryView>;

/** Which checkpoints left the house, where to and when, and what did not get through. */
export function Left() {
  const intl = useIntl();
  const { slug } = useMission();
  const sent = useInfiniteQuery(deliveriesQuery(slug));
  return (
    <Section title={intl.formatMessage({ id: 'chain.left' })}>
      <Loaded query={sent}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">
              <FormattedMessage id="chain.leftNone" />
            </p>
          ) : (
            <ul className="ledger-left">
              {rows.map((delivery) => (
                <Line key={`${delivery.size} ${delivery.outlet}`} {...delivery} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={sent} />
    </Section>
  );
}

/** These instants are the server's own: a mission on a simulated clock has them on that clock, as it has all others. */
function Line({ outlet, size, tries, deliveredAt, nextAt, failure }: Delivery) {
  const intl = useIntl();
  const { timeZone } = useMission();
  const when = (at: string) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const state = deliveredAt ? 'arrived' : tries > 0 ? 'failed' : 'waiting';
  return (
    <li>
      <span className="status">
        <Circle fill={state === 'arrived' ? 'full' : state === 'failed' ? 'struck' : 'empty'} />
        <FormattedMessage id={`chain.outlet.${outlet}`} values={{ n: size }} />
      </span>
      <span className="soft small">
        <FormattedMessage
          id={`chain.delivery.${state}`}
          values={{
            at: when(deliveredAt ?? nextAt ?? ''),
            n: tries,
            why: (
              <span className="code" dir="ltr">
                {failure}
              </span>
            ),
          }}
        />
      </span>
    </li>
  );
}
