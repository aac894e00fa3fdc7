import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Mandate } from '../../../../src/mandates/contract.ts';
import { mandatesQuery } from '../../../api/mandates.ts';
import { useCommands } from '../../../app/commands/registry.ts';
import { useMission } from '../../../app/session.ts';
import { useAsOf } from '../../../app/use-as-of.ts';
import { beforeOf } from './before.ts';

/** Beside an own text that is not the first: what it changes. */
export function CompareLink({ mandate }: { mandate: Mandate }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug: mission } = useMission();
  const { data: lines = [] } = useQuery(mandatesQuery(mission, useAsOf()));
  const before = mandate.own && !mandate.withdrawn ? beforeOf(lines, mandate) : undefined;
  const search = { before: before?.id, after: mandate.id };
  useCommands(() =>
    before
      ? [
          {
            ...{ id: 'mandate-compare', group: 'record', label: intl.formatMessage({ id: 'mandate.compare.before' }) },
            run: () => navigate({ to: '/m/$mission/mandates/compare', params: { mission }, search }),
          },
        ]
      : [],
  );
  if (!before) return null;
  return (
    <Link to="/m/$mission/mandates/compare" params={{ mission }} search={search}>
      <FormattedMessage id="mandate.compare.before" />
    </Link>
  );
}
