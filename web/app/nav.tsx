import { Link, useRouter } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { Icon, type IconName } from './icons.tsx';
import { useMission } from './session.ts';
import './nav.css';

/** The order of the house. A noun appears as soon as its page exists. */
const NOUNS = [
  'room',
  'import',
  'places',
  'jobs',
  'ledger',
  'people',
  'settings',
] as const satisfies readonly IconName[];

export function Nav() {
  const intl = useIntl();
  const { slug } = useMission();
  const known: Record<string, unknown> = useRouter().routesByPath;
  return (
    <nav className="nav" aria-label={intl.formatMessage({ id: 'nav.label' })}>
      {NOUNS.filter((noun) => `/m/$mission/${noun}` in known).map((noun) => (
        <Link
          key={noun}
          to={`/m/$mission/${noun}` as '/m/$mission/room'}
          params={{ mission: slug }}
          className="nav-link"
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon name={noun} />
          <span>{intl.formatMessage({ id: `nav.${noun}` })}</span>
        </Link>
      ))}
    </nav>
  );
}
