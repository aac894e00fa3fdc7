/** What may be done with the records that are chosen. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BulkChange } from '../../../../src/incidents/bulk/contract.ts';
import { summaryQuery } from '../../../api/incidents.ts';
import { useMay, VERBS } from '../../../app/session.ts';
import { Button } from '../../../ui/button.tsx';
import { useRoom } from '../use-room.ts';
import { NOTHING, useChoosing } from './chosen.ts';
import './bulk.css';

const BulkDialog = lazy(() => import('./bulk-dialog.tsx'));

const ACTS = [
  ['status', VERBS.confirm],
  ['assign', VERBS.comment],
  ['tag', VERBS.edit],
  ['close', VERBS.edit],
] as const satisfies readonly (readonly [BulkChange['act'], string])[];

export default function BulkBar() {
  const intl = useIntl();
  const may = useMay();
  const { mission, filter } = useRoom();
  const { choosing, setChoosing } = useChoosing();
  const { data } = useQuery(summaryQuery(mission, filter));
  const [act, setAct] = useState<BulkChange['act'] | null>(null);
  const all = data?.rows.reduce((n, { incidents }) => n + incidents, 0) ?? 0;
  const n = choosing.all ? all : choosing.chosen.size;
  return (
    <section className="bulk" aria-label={intl.formatMessage({ id: 'bulk.title' })}>
      <p role="status">
        <b>
          <FormattedMessage id="bulk.chosen" values={{ n }} />
        </b>{' '}
        {!choosing.all && all > n && (
          <Button look="bare" onPress={() => setChoosing({ ...NOTHING, all: true })}>
            <FormattedMessage id="bulk.all" values={{ n: all }} />
          </Button>
        )}
        <Button look="bare" onPress={() => setChoosing(NOTHING)}>
          <FormattedMessage id="bulk.none" />
        </Button>
      </p>
      <div className="bulk-acts">
        {ACTS.filter(([, verb]) => may(verb)).map(([id]) => (
          <Button key={id} isDisabled={n === 0} onPress={() => setAct(id)}>
            <FormattedMessage id={`bulk.${id}`} />
          </Button>
        ))}
      </div>
      <Suspense>{act && <BulkDialog act={act} n={n} onClose={() => setAct(null)} />}</Suspense>
    </section>
  );
}
