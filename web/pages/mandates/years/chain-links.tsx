/** From the list of texts to what can be seen of them together. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useCommands } from '../../../app/commands/registry.ts';
import { useMission } from '../../../app/session.ts';

export function ChainLinks({ texts }: { texts: number }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug: mission } = useMission();
  const params = { mission };
  const years = intl.formatMessage({ id: 'mandate.years.title' });
  const compare = intl.formatMessage({ id: 'mandate.compare.title' });
  useCommands(() => [
    {
      ...{ id: 'mandate-years', group: 'go', label: years },
      run: () => navigate({ to: '/m/$mission/mandates/years', params }),
    },
    ...(texts > 1
      ? [
          {
            ...{ id: 'mandate-compare', group: 'go' as const, label: compare },
            run: () => navigate({ to: '/m/$mission/mandates/compare', params }),
          },
        ]
      : []),
  ]);
  return (
    <nav className="acts" aria-label={intl.formatMessage({ id: 'mandate.years.links' })}>
      <Link className="button" to="/m/$mission/mandates/years" params={params}>
        {years}
      </Link>
      {texts > 1 && (
        <Link className="button" to="/m/$mission/mandates/compare" params={params}>
          {compare}
        </Link>
      )}
    </nav>
  );
}
