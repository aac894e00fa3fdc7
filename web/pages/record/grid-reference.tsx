import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { Core } from '../../../src/incidents/contract.ts';
import { gridQuery } from '../../api/places.ts';
import { useMission } from '../../app/session.ts';
import { gridText } from '../../words/where.ts';

/** The place as it is said over a radio; nothing where the record does not know the place that well, or the grid ends. */
export function GridReference({ where }: { where: Pick<Core['where'], 'point' | 'precision'> }) {
  const intl = useIntl();
  const { slug } = useMission();
  const { point, precision } = where;
  const { data } = useQuery({ ...gridQuery(slug, point ?? [0, 0]), enabled: point !== null });
  const text = data && gridText(data, precision);
  if (!text) return null;
  return (
    <p className="soft small grid-reference" title={intl.formatMessage({ id: 'record.gridHelp' })}>
      MGRS{' '}
      <bdi dir="ltr" className="num">
        {text}
      </bdi>
    </p>
  );
}
