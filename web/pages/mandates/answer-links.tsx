/** Pages that answer from all the texts together. */
import { Link, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommands } from '../../app/commands/registry.ts';
import { useMission } from '../../app/session.ts';

const PAGES = [
  { to: '/m/$mission/mandates/ask', title: 'mandate.ask.title' },
  { to: '/m/$mission/mandates/card', title: 'mandate.card.title' },
  { to: '/m/$mission/mandates/matrix', title: 'mandate.matrix.title' },
  { to: '/m/$mission/mandates/theme', title: 'mandate.theme.title' },
] as const;

export function AnswerLinks() {
  const { slug: mission } = useMission();
  return PAGES.map(({ to, title }) => (
    <Link key={to} className="button button-plain" to={to} params={{ mission }}>
      <FormattedMessage id={title} />
    </Link>
  ));
}

export function useAnswerCommands() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug: mission } = useMission();
  useCommands(() =>
    // To the first the house itself leads, from everywhere.
    PAGES.slice(1).map(({ to, title }) => ({
      ...{ id: title, group: 'go', label: intl.formatMessage({ id: title }) },
      run: () => navigate({ to, params: { mission } }),
    })),
  );
}
