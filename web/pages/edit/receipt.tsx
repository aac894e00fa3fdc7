import { useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Receipt } from '../../../src/incidents/contract.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';

/** What is told to somebody who handed over a record that is not theirs to see: that it arrived, and where it went. */
export function HandedOver({ receipt }: Receipt) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug } = useMission();
  const heading = intl.formatMessage({ id: 'receipt.title' });
  return (
    <div className="edit receipt" role="status">
      <title>{`${heading} · Kinga`}</title>
      <h1>{heading}</h1>
      <p>
        <FormattedMessage id="receipt.text" />
      </p>
      <dl className="receipt-pairs">
        <dt>
          <FormattedMessage id="receipt.record" />
        </dt>
        <dd dir="ltr">
          {receipt.id} · {receipt.version}
        </dd>
        <dt>
          <FormattedMessage id="receipt.line" />
        </dt>
        <dd>{intl.formatNumber(receipt.seq)}</dd>
        <dt>
          <FormattedMessage id="receipt.digest" />
        </dt>
        <dd dir="ltr">{receipt.digest}</dd>
      </dl>
      <Button onPress={() => navigate({ to: '/m/$mission/room', params: { mission: slug } })}>
        <FormattedMessage id="receipt.leave" />
      </Button>
    </div>
  );
}
