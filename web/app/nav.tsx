import { Link, useRouter } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { Icon, type IconName } from './icons.tsx';
import { useMay, useMission } from './session.ts';
import './nav.css';

/** The order of the house, and the verb without which a page shows nothing. A noun appears as soon as its page exists. */
const NOUNS: readonly (readonly [IconName, string?])[] = [
  ['room'],
  ['mandates', 'mandate.read'],
  ['briefs', 'brief.read'],
  ['import', 'import.run'],
  ['places'],
  ['jobs'],
  ['ledger', 'ledger.read'],
  ['people'],
  ['settings'],
];

/** The pages that there are for this person, in order: the navigation and the palette lead there. */
export function useNouns(): IconName[] {
  const may = useMay();
  const known: Record<string, unknown> = useRouter().routesByPath;
  return NOUNS.filter(([noun, verb]) => `/m/$mission/${noun}` in known && (!verb || may(verb))).map(([noun]) => noun);
}

export function Nav() {
  const intl = useIntl();
  const { slug } = useMission();
  const nouns = useNouns();
  return (
    <nav className="nav" aria-label={intl.formatMessage({ id: 'nav.label' })}>
      {nouns.map((noun) => (
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
